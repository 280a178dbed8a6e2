/**
 * RestoreSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_RestoreSecret.html
 * @emulated
 */
import type { RestoreSecretRequest, RestoreSecretResponse } from '@aws-sdk/client-secrets-manager';
import { anySecret } from '../../secrets/find';
import type { Action } from '../../world';

export const restoreSecret: Action<RestoreSecretRequest, RestoreSecretResponse> = (world, { SecretId }) => {
  const secret = anySecret(world, SecretId);
  secret.deletion = null;
  return { ARN: secret.arn, Name: secret.name };
};
