/**
 * PutPublicAccessBlock: docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html
 * @stored
 */
import type { PutPublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { putConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const putPublicAccessBlock: Action<PutPublicAccessBlockRequest, object> = (world, input) =>
  putConfiguration(world, input, ['publicAccessBlock', input.PublicAccessBlockConfiguration]);
