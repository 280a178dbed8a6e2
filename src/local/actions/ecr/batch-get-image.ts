/**
 * BatchGetImage: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
 * @emulated A manifest comes as it was pushed, whatever types are accepted.
 */
import type {
  BatchGetImageRequest,
  BatchGetImageResponse,
  Image,
  ImageFailure,
  ImageIdentifier,
} from '@aws-sdk/client-ecr';
import type { Repository, StoredImage } from '../../registry/book';
import { checkCount, given } from '../../registry/checks';
import { failureOf } from '../../registry/failures';
import { findRepository } from '../../registry/find';
import { imageBy } from '../../registry/find-image';
import type { Action, World } from '../../world';

export const batchGetImage: Action<BatchGetImageRequest, BatchGetImageResponse> = async (world, input) => {
  const repository = findRepository(world, input);
  const ids = given('imageIds', input.imageIds);
  checkCount('imageIds', ids, [1, 100]);
  const images: Image[] = [];
  const failures: ImageFailure[] = [];
  for (const id of ids) {
    const failure = failureOf(repository, id);
    const image = imageBy(repository, id);
    if (failure) failures.push(failure);
    else if (image) images.push(await imageView(world, repository, { id, image }));
  }
  return { images, failures };
};

async function imageView(
  { registry, account, clock }: World,
  { name }: Repository,
  { id, image }: { readonly id: ImageIdentifier; readonly image: StoredImage },
): Promise<Image> {
  const { manifest, digest, mediaType } = image;
  image.pulledMs = clock.nowMs();
  const text = await registry.blobs.hold([manifest], () => registry.blobs.read([manifest]));
  return {
    registryId: account,
    repositoryName: name,
    imageId: { imageDigest: digest, ...(id.imageTag === undefined ? {} : { imageTag: id.imageTag }) },
    imageManifest: text.toString('utf8'),
    imageManifestMediaType: mediaType,
  };
}
