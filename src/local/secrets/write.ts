/** New versions of secrets, and the stages that move among versions. */
import { Check } from '../lambda/constraints';
import type { Secret, SecretValue, SecretVersion } from './book';
import { insist, refusal } from './errors';

const mostBytes = 65_536;
const mostTags = 50;
const token = Check.length(32, 64);
const [tagKey, tagValue] = [Check.length(1, 128), Check.length(0, 256)];

interface ValueRequest {
  readonly ClientRequestToken?: string | undefined;
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
}

/** Null when the request has none. */
export function givenValue({
  SecretString,
  SecretBinary,
  ClientRequestToken,
}: ValueRequest): SecretValue | null {
  insist(token('clientRequestToken', ClientRequestToken));
  if (SecretString !== undefined && SecretBinary !== undefined)
    throw refusal.parameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  const size = SecretBinary?.length ?? Buffer.byteLength(SecretString ?? '');
  if (size > mostBytes)
    insist(
      `Value at 'secret${SecretBinary ? 'Binary' : 'String'}' failed to satisfy constraint: Member must have length less than or equal to ${mostBytes}`,
    );
  if (SecretBinary) return { kind: 'binary', text: Buffer.from(SecretBinary).toString('base64') };
  return SecretString === undefined ? null : { kind: 'string', text: SecretString };
}

/** The same request again changes nothing; the same token for something else is refused. */
export function putVersion(
  secret: Secret,
  version: Pick<SecretVersion, 'id' | 'createdMs' | 'value'>,
  stages: readonly string[],
): SecretVersion {
  const before = secret.versions.get(version.id);
  if (before) {
    const { kind, text } = before.value;
    if (kind === version.value.kind && text === version.value.text) return before;
    throw refusal.exists(
      `You can't use ClientRequestToken ${version.id} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  }
  const made: SecretVersion = { ...version, accessedMs: null, stages: [] };
  secret.versions.set(made.id, made);
  for (const stage of secret.versions.size === 1 ? ['AWSCURRENT', ...stages] : stages)
    moveStage(secret, stage, made);
  secret.changedMs = version.createdMs;
  return made;
}

/** A stage is on one version at most. What was current becomes the previous one. Null takes the stage away. */
export function moveStage({ versions }: Secret, stage: string, to: SecretVersion | null): void {
  const all = [...versions.values()];
  const before = all.find(({ stages }) => stages.includes(stage)) ?? null;
  if (before === to) return;
  for (const version of all) version.stages = version.stages.filter((one) => one !== stage);
  if (to) to.stages = [...to.stages, stage];
  if (stage !== 'AWSCURRENT' || !before) return;
  for (const version of all) version.stages = version.stages.filter((one) => one !== 'AWSPREVIOUS');
  before.stages = [...before.stages, 'AWSPREVIOUS'];
}

export function tagsOver(
  tags: Secret['tags'],
  list: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Secret['tags'] {
  const given = (list ?? []).map(({ Key = '', Value = '' }): [string, string] => [Key, Value]);
  insist(...given.flatMap(([key, value]) => [tagKey('tags.key', key), tagValue('tags.value', value)]));
  const all = { ...tags, ...Object.fromEntries(given) };
  if (Object.keys(all).length > mostTags)
    throw refusal.parameter(`You can attach at most ${mostTags} tags to a secret.`);
  return all;
}
