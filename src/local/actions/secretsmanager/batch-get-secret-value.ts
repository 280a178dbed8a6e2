/**
 * BatchGetSecretValue: docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
 * @emulated
 */
import type {
  BatchGetSecretValueRequest,
  BatchGetSecretValueResponse,
} from '@aws-sdk/client-secrets-manager';
import { AwsError } from '../../errors';
import { refusal } from '../../secrets/errors';
import { findSecret, findVersion, secretsOf } from '../../secrets/find';
import { filtered, pageOf } from '../../secrets/list';
import { readValue } from '../../secrets/views';
import type { Action } from '../../world';

const most = 20;

export const batchGetSecretValue: Action<BatchGetSecretValueRequest, BatchGetSecretValueResponse> = (
  world,
  input,
) => {
  const { SecretIdList: ids, Filters: filters } = input;
  if ((ids === undefined) === (filters === undefined))
    throw refusal.parameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
  const living = secretsOf(world).filter(({ deletion }) => !deletion);
  const all = ids ?? filtered(living, filters).map(({ arn }) => arn);
  const { items, more } = pageOf(all, input, most);
  const values: BatchGetSecretValueResponse['SecretValues'] = [];
  const errors: BatchGetSecretValueResponse['Errors'] = [];
  for (const id of items) {
    try {
      const secret = findSecret(world, id);
      values.push(readValue(world, secret, findVersion(secret, {})));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({ SecretId: id, ErrorCode: error.name, Message: error.message });
    }
  }
  return { SecretValues: values, Errors: errors, ...more };
};
