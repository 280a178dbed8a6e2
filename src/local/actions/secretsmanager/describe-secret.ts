/**
 * DescribeSecret: docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 * @emulated Rotation and replication are not here.
 */
import type { DescribeSecretRequest, DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import { anySecret } from '../../secrets/find';
import { secretView, stagesView } from '../../secrets/views';
import type { Action } from '../../world';

export const describeSecret: Action<DescribeSecretRequest, DescribeSecretResponse> = (
  world,
  { SecretId },
) => {
  const secret = anySecret(world, SecretId);
  return { ...secretView(secret), VersionIdsToStages: stagesView(secret) };
};
