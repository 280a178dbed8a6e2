/**
 * DeletePublicAccessBlock: docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html
 * @stored
 */
import type { DeletePublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { deleteConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const deletePublicAccessBlock: Action<DeletePublicAccessBlockRequest, object> = (world, input) =>
  deleteConfiguration(world, input, 'publicAccessBlock');
