/**
 * TagResource: docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html
 * @stored
 */
import type { TagResourceRequest } from '@aws-sdk/client-secrets-manager';
import { findSecret } from '../../secrets/find';
import { tagsOver } from '../../secrets/write';
import type { Action } from '../../world';

export const tagResource: Action<TagResourceRequest, object> = (world, input) => {
  const secret = findSecret(world, input.SecretId);
  secret.tags = tagsOver(secret.tags, input.Tags);
  return {};
};
