/**
 * PutSecretValue: docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 * @emulated
 */
import type { PutSecretValueRequest, PutSecretValueResponse } from '@aws-sdk/client-secrets-manager';
import { refusal } from '../../secrets/errors';
import { findSecret } from '../../secrets/find';
import { givenValue, putVersion } from '../../secrets/write';
import type { Action } from '../../world';

export const putSecretValue: Action<PutSecretValueRequest, PutSecretValueResponse> = (world, input) => {
  const value = givenValue(input);
  const secret = findSecret(world, input.SecretId);
  if (!value) throw refusal.request('You must provide either SecretString or SecretBinary.');
  const id = input.ClientRequestToken ?? world.random.uuid();
  const stages = input.VersionStages ?? ['AWSCURRENT'];
  const version = putVersion(secret, { id, createdMs: world.clock.nowMs(), value }, stages);
  return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: [...version.stages] };
};
