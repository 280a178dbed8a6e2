/**
 * HeadObject: docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 * @emulated
 */
import type { HeadObjectRequest } from '@aws-sdk/client-s3';
import { readObject } from '../../objects/view';
import type { Action } from '../../world';

export const headObject: Action<HeadObjectRequest, object> = (world, input) => readObject(world, input).view;
