/**
 * CompleteLayerUpload: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CompleteLayerUpload.html
 * @emulated
 */
import type { CompleteLayerUploadRequest, CompleteLayerUploadResponse } from '@aws-sdk/client-ecr';
import type { Upload } from '../../registry/book';
import { checkCount, checkText, digestPattern, given } from '../../registry/checks';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { layerRefusal } from '../../registry/image-errors';
import { completeUpload, findUpload } from '../../registry/uploads';
import type { Action } from '../../world';

const leastPartBytes = 5 * 1024 ** 2;

export const completeLayerUpload: Action<CompleteLayerUploadRequest, CompleteLayerUploadResponse> = async (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const upload = findUpload(world, repository, given('uploadId', input.uploadId));
  const digests = given('layerDigests', input.layerDigests);
  checkCount('layerDigests', digests, [1, 100]);
  const [digest = ''] = digests;
  checkText('layerDigests', digest, { pattern: digestPattern });
  insistOnParts(upload);
  if (repository.layers.has(digest)) throw layerRefusal.exists(world, repository, digest);
  await completeUpload(world, { repository, upload }, digest);
  return {
    registryId: world.account,
    repositoryName: repository.name,
    uploadId: upload.id,
    layerDigest: digest,
  };
};

function insistOnParts({ id, pieces }: Upload): void {
  if (pieces.length === 0)
    throw refusal.named(
      'EmptyUploadException',
      `The upload with id '${id}' does not contain any layer parts`,
    );
  if (pieces.slice(0, -1).some(({ size }) => size < leastPartBytes))
    throw refusal.named(
      'LayerPartTooSmallException',
      `Layer parts must be at least ${leastPartBytes} bytes in size, but for the last one`,
    );
}
