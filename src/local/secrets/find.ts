/** Secrets by name, ARN, or ARN without the six characters at its end. */
import type { World } from '../world';
import type { Secret, SecretVersion } from './book';
import { refusal } from './errors';

type Context = Pick<World, 'secrets' | 'clock'>;

/** Also those that are scheduled for deletion. What is past its time is gone. */
export function anySecret(world: Context, id: string | undefined): Secret {
  const given = id ?? '';
  const secrets = secretsOf(world);
  const named = world.secrets.secrets.get(given);
  const found = named ?? secrets.find(({ arn }) => arn === given || arn.slice(0, -7) === given);
  if (!found) throw refusal.noSecret();
  return found;
}

export function findSecret(world: Context, id: string | undefined): Secret {
  const secret = anySecret(world, id);
  if (secret.deletion) throw refusal.deleted();
  return secret;
}

export function secretsOf({ secrets: { secrets }, clock }: Context): Secret[] {
  for (const { name, deletion } of secrets.values())
    if (deletion && deletion.dueMs <= clock.nowMs()) secrets.delete(name);
  return [...secrets.values()];
}

/** By id, by stage, or both; the current one when neither is named. */
export function findVersion(
  { versions }: Secret,
  { VersionId, VersionStage }: { VersionId?: string | undefined; VersionStage?: string | undefined },
): SecretVersion {
  const stage = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
  const found = [...versions.values()].find(
    ({ id, stages }) =>
      (VersionId === undefined || id === VersionId) && (stage === undefined || stages.includes(stage)),
  );
  if (found) return found;
  const what = VersionId === undefined ? `staging label: ${stage}` : `VersionId: ${VersionId}`;
  throw refusal.missing(`Secrets Manager can't find the specified secret value for ${what}`);
}
