/**
 * GetPublicAccessBlock: docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html
 * @stored
 */
import type { GetPublicAccessBlockOutput, GetPublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { getConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const getPublicAccessBlock: Action<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> = (
  world,
  input,
) => ({
  PublicAccessBlockConfiguration: getConfiguration(world, input, 'publicAccessBlock'),
});
