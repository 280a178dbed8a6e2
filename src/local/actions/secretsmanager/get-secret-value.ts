/**
 * GetSecretValue: docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 * @emulated
 */
import type { GetSecretValueRequest, GetSecretValueResponse } from '@aws-sdk/client-secrets-manager';
import { findSecret, findVersion } from '../../secrets/find';
import { readValue } from '../../secrets/views';
import type { Action } from '../../world';

export const getSecretValue: Action<GetSecretValueRequest, GetSecretValueResponse> = (world, input) => {
  const secret = findSecret(world, input.SecretId);
  return readValue(world, secret, findVersion(secret, input));
};
