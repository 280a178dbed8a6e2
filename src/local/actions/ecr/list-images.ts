/**
 * ListImages: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImages.html
 * @emulated
 */
import type { ListImagesRequest, ListImagesResponse } from '@aws-sdk/client-ecr';
import { isShown } from '../../registry/filters';
import { findRepository } from '../../registry/find';
import { tagsOf } from '../../registry/images';
import { pageOf } from '../../registry/paging';
import type { Action } from '../../world';

export const listImages: Action<ListImagesRequest, ListImagesResponse> = (world, input) => {
  const repository = findRepository(world, input);
  const ids = [...repository.images.values()].flatMap((image) => {
    const tags = tagsOf(repository, image);
    const imageDigest = image.digest;
    if (!isShown(tags, input.filter)) return [];
    return tags.length === 0 ? [{ imageDigest }] : tags.map((imageTag) => ({ imageDigest, imageTag }));
  });
  const { items, more } = pageOf(ids, input);
  return { imageIds: [...items], ...more };
};
