/**
 * UntagResource: docs.aws.amazon.com/secretsmanager/latest/apireference/API_UntagResource.html
 * @stored
 */
import type { UntagResourceRequest } from '@aws-sdk/client-secrets-manager';
import { findSecret } from '../../secrets/find';
import type { Action } from '../../world';

export const untagResource: Action<UntagResourceRequest, object> = (world, input) => {
  const secret = findSecret(world, input.SecretId);
  const left = Object.entries(secret.tags).filter(([key]) => !input.TagKeys?.includes(key));
  secret.tags = Object.fromEntries(left);
  return {};
};
