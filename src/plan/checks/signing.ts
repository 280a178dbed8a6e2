import { isSignable, signingPlace } from '../../artifact/signing';
import type { Plan } from '../plan';
import { type Check, Plans, type PreflightPorts } from './check';

/** To send code unsigned where somebody asked for a signature would be the worse answer. */
export const signing: Check = {
  title: 'code can be signed',
  code: 'badArtifact',
  async run({ ports, plan }) {
    const { signingProfile: profile } = plan.artifacts;
    if (profile === null) return { problems: [], warnings: [] };
    const made = Plans.changing(plan).flatMap(({ spec, artifact, reuse }) =>
      artifact === null || reuse !== null ? [] : [{ key: spec.key, artifact }],
    );
    const layers = plan.layers.filter(({ version }) => version === null);
    const isNeeded = layers.length > 0 || made.some(({ artifact }) => isSignable(artifact));
    const warnings = made
      .filter(({ artifact }) => !isSignable(artifact))
      .map(({ key }) => `${key} is not signed: AWS Signer signs zips for Lambda, and no images`);
    return { problems: isNeeded ? await problemsWith(ports, plan, profile) : [], warnings };
  },
};

async function problemsWith(
  { signers, identity }: PreflightPorts,
  { artifacts }: Plan,
  profile: string,
): Promise<string[]> {
  const place = signingPlace(artifacts, (await identity.whoami()).account);
  const named = `artifacts.signingProfile ${profile}`;
  if (place === null)
    return [
      `${named}: AWS Signer signs what lies in a bucket: name one in \`artifacts.bucket\`, which \`shipit bootstrap\` makes`,
    ];
  const obstacle = await signers.obstacle(place);
  return obstacle === null ? [] : [`${named}: ${obstacles[obstacle](place.bucket)}`];
}

const obstacles = {
  noProfile: () =>
    'AWS Signer has no active profile of that name here: make it with `aws signer put-signing-profile --platform-id AWSLambda-SHA384-ECDSA`',
  noBucket: (bucket: string) =>
    `there is no bucket ${bucket} (\`artifacts.bucket\`): \`shipit bootstrap\` makes it`,
  noVersions: (bucket: string) =>
    `bucket ${bucket} keeps no versions, and AWS Signer signs nothing without one: turn them on, or let \`shipit bootstrap\` make another`,
} as const;
