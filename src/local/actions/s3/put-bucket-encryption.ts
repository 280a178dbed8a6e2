/**
 * PutBucketEncryption: docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
 * @stored Nothing is encrypted.
 */
import type { PutBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { putConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const putBucketEncryption: Action<PutBucketEncryptionRequest, object> = (world, input) =>
  putConfiguration(world, input, ['encryption', input.ServerSideEncryptionConfiguration]);
