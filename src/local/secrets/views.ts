/** Secrets as answers show them. */
import type { SecretListEntry, SecretValueEntry } from '@aws-sdk/client-secrets-manager';
import type { World } from '../world';
import type { Secret, SecretVersion } from './book';

const dayMs = 86_400_000;

/** Of ListSecrets, and nearly of DescribeSecret. */
export function secretView(secret: Secret): SecretListEntry {
  const { description, kmsKeyId, accessedMs, deletion, tags } = secret;
  return {
    ARN: secret.arn,
    Name: secret.name,
    ...(description === null ? {} : { Description: description }),
    ...(kmsKeyId === null ? {} : { KmsKeyId: kmsKeyId }),
    LastChangedDate: new Date(secret.changedMs),
    ...(accessedMs === null ? {} : { LastAccessedDate: new Date(accessedMs) }),
    ...(deletion ? { DeletedDate: new Date(deletion.askedMs) } : {}),
    CreatedDate: new Date(secret.createdMs),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** Versions that have a stage. */
export const stagesView = ({ versions }: Secret): { [id: string]: string[] } =>
  Object.fromEntries(
    [...versions.values()]
      .filter(({ stages }) => stages.length > 0)
      .map(({ id, stages }) => [id, [...stages]]),
  );

/** Whoever reads a value is noted by the day. */
export function readValue(
  { clock }: Pick<World, 'clock'>,
  secret: Secret,
  version: SecretVersion,
): SecretValueEntry {
  const todayMs = Math.floor(clock.nowMs() / dayMs) * dayMs;
  secret.accessedMs = todayMs;
  version.accessedMs = todayMs;
  const { kind, text } = version.value;
  return {
    ARN: secret.arn,
    Name: secret.name,
    VersionId: version.id,
    ...(kind === 'string' ? { SecretString: text } : { SecretBinary: Buffer.from(text, 'base64') }),
    VersionStages: [...version.stages],
    CreatedDate: new Date(version.createdMs),
  };
}
