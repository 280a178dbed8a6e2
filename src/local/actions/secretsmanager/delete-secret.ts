/**
 * DeleteSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
 * @emulated In world time.
 */
import type { DeleteSecretRequest, DeleteSecretResponse } from '@aws-sdk/client-secrets-manager';
import { AwsError } from '../../errors';
import { refusal } from '../../secrets/errors';
import { anySecret, findSecret } from '../../secrets/find';
import { newArn } from '../../secrets/names';
import type { Action, World } from '../../world';

const dayMs = 86_400_000;

export const deleteSecret: Action<DeleteSecretRequest, DeleteSecretResponse> = (world, input) => {
  const { ForceDeleteWithoutRecovery: force = false, RecoveryWindowInDays: days } = input;
  if (force && days !== undefined)
    throw refusal.parameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  if (days !== undefined && !(days >= 7 && days <= 30))
    throw refusal.parameter('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
  const askedMs = world.clock.nowMs();
  if (force) return deleteNow(world, input.SecretId ?? '');
  const secret = findSecret(world, input.SecretId);
  const dueMs = askedMs + Number(days ?? 30) * dayMs;
  secret.deletion = { askedMs, dueMs };
  return { ARN: secret.arn, Name: secret.name, DeletionDate: new Date(dueMs) };
};

/** Also of what is not there: then the answer has a name, and an ARN that nothing has. */
function deleteNow(world: World, id: string): DeleteSecretResponse {
  const DeletionDate = new Date(world.clock.nowMs());
  try {
    const { arn, name } = anySecret(world, id);
    world.secrets.secrets.delete(name);
    return { ARN: arn, Name: name, DeletionDate };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { ARN: newArn(world, id), Name: id, DeletionDate };
  }
}
