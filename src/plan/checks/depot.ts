import type { Artifact } from '../../artifact/artifact';
import { depotPlace, goesThroughS3 } from '../../artifact/depot';
import { megabytes } from '../../artifact/limits';
import { ShipitError } from '../../core/errors';
import { type Check, Plans, type PreflightPorts } from './check';

/** Code that is too large for a call has a bucket to go through, in this account and region. */
export const depot: Check = {
  title: 'large code has a bucket',
  code: 'badArtifact',
  async run({ ports, plan }) {
    const large = [
      ...Plans.changing(plan).map(({ spec, artifact, reuse }) => ({
        at: spec.where.code ?? spec.key,
        artifact: reuse === null ? artifact : null,
      })),
      ...plan.layers.map(({ spec, artifact, version }) => ({
        at: spec.where,
        artifact: version === null ? artifact : null,
      })),
    ].filter(({ artifact }) => artifact !== null && isLarge(artifact));
    const { bucket, prefix } = plan.artifacts;
    if (large.length === 0) return { problems: [], warnings: [] };
    if (bucket === null) return { problems: large.map(homeless), warnings: [] };
    const { digest } = large[0]?.artifact ?? missing();
    return { problems: await problemsWith(ports, { bucket, prefix, digest }), warnings: [] };
  },
};

const isLarge = ({ code }: Artifact): boolean => 'zip' in code && goesThroughS3(code.zip.bytes);

interface Large {
  readonly at: string;
  readonly artifact: Artifact | null;
}

const homeless = ({ at, artifact }: Large): string =>
  `${at}: ${megabytes(artifact?.bytes ?? 0)}, where Lambda takes 50 MB with a call: name a bucket in \`artifacts.bucket\`, which \`shipit bootstrap\` makes, or leave out what the function does not load`;

/** One question tells whether the bucket is there, ours, and in this region. */
async function problemsWith(
  { depot: store, identity }: PreflightPorts,
  {
    bucket,
    prefix,
    digest,
  }: { readonly bucket: string } & Pick<Artifact, 'digest'> & { readonly prefix: string },
): Promise<string[]> {
  const { account: owner } = await identity.whoami();
  try {
    await store.find(depotPlace(prefix, { bucket, digest, owner }));
    return [];
  } catch (error) {
    if (!ShipitError.is(error, 'notFound')) throw error;
    return [`there is no bucket ${bucket} (\`artifacts.bucket\`): \`shipit bootstrap\` makes it`];
  }
}

function missing(): never {
  throw new RangeError('nothing is large');
}
