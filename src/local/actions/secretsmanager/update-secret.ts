/**
 * UpdateSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html
 * @emulated
 */
import type { UpdateSecretRequest, UpdateSecretResponse } from '@aws-sdk/client-secrets-manager';
import { findSecret } from '../../secrets/find';
import { givenValue, putVersion } from '../../secrets/write';
import type { Action } from '../../world';

export const updateSecret: Action<UpdateSecretRequest, UpdateSecretResponse> = (world, input) => {
  const value = givenValue(input);
  const secret = findSecret(world, input.SecretId);
  const createdMs = world.clock.nowMs();
  const id = input.ClientRequestToken ?? world.random.uuid();
  if (value) putVersion(secret, { id, createdMs, value }, ['AWSCURRENT']);
  if (input.Description !== undefined) secret.description = input.Description;
  if (input.KmsKeyId !== undefined) secret.kmsKeyId = input.KmsKeyId;
  secret.changedMs = createdMs;
  return { ARN: secret.arn, Name: secret.name, ...(value ? { VersionId: id } : {}) };
};
