/**
 * UploadLayerPart: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html
 * @emulated
 */
import type { UploadLayerPartRequest, UploadLayerPartResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { layerRefusal } from '../../registry/image-errors';
import { addPart, findUpload } from '../../registry/uploads';
import type { Action } from '../../world';

const mostBytes = 10 * 1024 ** 2;

export const uploadLayerPart: Action<UploadLayerPartRequest, UploadLayerPartResponse> = async (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const upload = findUpload(world, repository, given('uploadId', input.uploadId));
  const [first, last] = [input.partFirstByte ?? 0, input.partLastByte ?? 0];
  const bytes = given('layerPartBlob', input.layerPartBlob);
  if (bytes.byteLength > mostBytes)
    throw refusal.parameter('layerPartBlob', `must have length less than or equal to ${mostBytes}`);
  if (first !== upload.size || last - first + 1 !== bytes.byteLength)
    throw layerRefusal.part(world, repository, upload);
  const { size } = await addPart(world, { repository, upload }, once(bytes));
  return {
    registryId: world.account,
    repositoryName: repository.name,
    uploadId: upload.id,
    lastByteReceived: size - 1,
  };
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
