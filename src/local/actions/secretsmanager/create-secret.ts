/**
 * CreateSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 * @emulated Nothing is encrypted, and nothing replicated.
 */
import type { CreateSecretRequest, CreateSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { Secret } from '../../secrets/book';
import { refusal } from '../../secrets/errors';
import { secretsOf } from '../../secrets/find';
import { insistOnName, newArn } from '../../secrets/names';
import { givenValue, putVersion, tagsOver } from '../../secrets/write';
import type { Action } from '../../world';

export const createSecret: Action<CreateSecretRequest, CreateSecretResponse> = (world, input) => {
  const name = insistOnName(input.Name);
  const value = givenValue(input);
  const tags = tagsOver({}, input.Tags);
  const id = input.ClientRequestToken ?? world.random.uuid();
  const createdMs = world.clock.nowMs();
  const before = secretsOf(world).find((one) => one.name === name);
  if (before) insistOnRepeat(before, id);
  const secret = before ?? {
    name,
    arn: newArn(world, name),
    createdMs,
    changedMs: createdMs,
    accessedMs: null,
    description: input.Description ?? null,
    kmsKeyId: input.KmsKeyId ?? null,
    tags,
    deletion: null,
    versions: new Map(),
  };
  if (value) putVersion(secret, { id, createdMs, value }, ['AWSCURRENT']);
  world.secrets.secrets.set(name, secret);
  return { ARN: secret.arn, Name: name, ...(value ? { VersionId: id } : {}) };
};

/** A request that is sent again finds what it has made. */
function insistOnRepeat({ name, deletion, versions }: Secret, id: string): void {
  if (deletion)
    throw refusal.request(
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    );
  if (!versions.has(id))
    throw refusal.exists(`The operation failed because the secret ${name} already exists.`);
}
