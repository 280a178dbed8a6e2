/**
 * BatchDeleteImage: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html
 * @emulated
 */
import type {
  BatchDeleteImageRequest,
  BatchDeleteImageResponse,
  ImageFailure,
  ImageIdentifier,
} from '@aws-sdk/client-ecr';
import type { Repository } from '../../registry/book';
import { checkCount, given } from '../../registry/checks';
import { failureOf } from '../../registry/failures';
import { findRepository } from '../../registry/find';
import { imageBy } from '../../registry/find-image';
import { parentsOf, removeImage, tagsOf } from '../../registry/images';
import type { Action } from '../../world';

export const batchDeleteImage: Action<BatchDeleteImageRequest, BatchDeleteImageResponse> = (world, input) => {
  const repository = findRepository(world, input);
  const ids = given('imageIds', input.imageIds);
  checkCount('imageIds', ids, [1, 100]);
  const failures: ImageFailure[] = [];
  const imageIds = ids.flatMap((id) => {
    const failure = failureOf(repository, id) ?? heldBy(repository, id);
    if (failure) failures.push(failure);
    return failure ? [] : remove(repository, id);
  });
  return { imageIds, failures };
};

/** A tag is taken off, and with the last one the image goes. Answers what is gone. */
function remove(repository: Repository, { imageDigest, imageTag }: ImageIdentifier): ImageIdentifier[] {
  const image = imageBy(repository, { imageDigest, imageTag });
  if (!image) return [];
  const tags = tagsOf(repository, image);
  const { digest } = image;
  if (imageTag !== undefined && tags.length > 1) repository.tags.delete(imageTag);
  else removeImage(repository, image);
  const gone = imageTag === undefined ? tags : [imageTag];
  return gone.length === 0
    ? [{ imageDigest: digest }]
    : gone.map((tag) => ({ imageDigest: digest, imageTag: tag }));
}

/** What an index names stays while the index does; taking off one of several tags leaves it there. */
function heldBy(repository: Repository, imageId: ImageIdentifier): ImageFailure | null {
  const image = imageBy(repository, imageId);
  if (!image) return null;
  const goes = imageId.imageTag === undefined || tagsOf(repository, image).length === 1;
  const parents = goes ? parentsOf(repository, image) : [];
  if (parents.length === 0) return null;
  return {
    imageId,
    failureCode: 'ImageReferencedByManifestList',
    failureReason: `Requested image referenced by manifest list: [${parents.join(', ')}]`,
  };
}
