/**
 * DeleteBucketEncryption: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html
 * @stored
 */
import type { DeleteBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { deleteConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const deleteBucketEncryption: Action<DeleteBucketEncryptionRequest, object> = (world, input) =>
  deleteConfiguration(world, input, 'encryption');
