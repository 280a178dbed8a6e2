import type { Repository } from '../../core/stores';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/** An image has a repository to go to, and Lambda takes it only from its own region. */
export const repository: Check = {
  title: 'images have a repository',
  code: 'preflight',
  async run({ ports, plan }) {
    const pushed = Plans.changing(plan).filter(
      ({ artifact, reuse }) => reuse === null && artifact?.code !== undefined && 'image' in artifact.code,
    );
    if (pushed.length === 0) return { problems: [], warnings: [] };
    const { region } = await ports.identity.whoami();
    const found = await Promise.all(
      pushed.map(async (planned) => problemOf(planned, await find(ports.repositories, planned), region)),
    );
    return { problems: found.flatMap((one) => one ?? []), warnings: [] };
  },
};

type Finds = { readonly find: (repository: string) => Promise<Repository | null> };

async function find(repositories: Finds, { spec }: FunctionPlan): Promise<Repository | null> {
  return spec.ecr === null ? null : repositories.find(spec.ecr.repository);
}

function problemOf({ spec }: FunctionPlan, found: Repository | null, region: string): string | null {
  const { ecr } = spec;
  const at = `${spec.where.ecr ?? spec.where.image ?? spec.where.key ?? spec.key}: functions.${spec.key}`;
  if (ecr === null) return `${at}: its image has no repository: write \`ecr: { create: true }\``;
  if (found === null) return absent(at, ecr);
  if (found.region === region) return null;
  return `${at}: ${found.name} is in ${found.region}, and Lambda takes images from its own region, ${region}, alone: name a repository there, into which ECR may replicate`;
}

function absent(at: string, { repository, create }: { repository: string; create: boolean }): string | null {
  if (repository.startsWith('arn:'))
    return `${at}: there is no repository ${repository}: it is made by whom it belongs to, or named without an ARN`;
  if (create) return null;
  return `${at}: there is no repository ${repository}: write \`ecr: { create: true }\`, or make it`;
}
