/**
 * InitiateLayerUpload: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_InitiateLayerUpload.html
 * @emulated
 */
import type { InitiateLayerUploadRequest, InitiateLayerUploadResponse } from '@aws-sdk/client-ecr';
import { findRepository } from '../../registry/find';
import { startUpload } from '../../registry/uploads';
import type { Action } from '../../world';

/** Bytes of a part, but for the last one (recorded). */
const partSize = 10_485_760;

export const initiateLayerUpload: Action<InitiateLayerUploadRequest, InitiateLayerUploadResponse> = (
  world,
  input,
) => ({ uploadId: startUpload(world, findRepository(world, input)).id, partSize });
