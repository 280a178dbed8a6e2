/**
 * DescribeImages: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html
 * @emulated
 */
import type { DescribeImagesRequest, DescribeImagesResponse } from '@aws-sdk/client-ecr';
import type { Repository, StoredImage } from '../../registry/book';
import { checkCount } from '../../registry/checks';
import { isShown } from '../../registry/filters';
import { findRepository } from '../../registry/find';
import { findImage } from '../../registry/find-image';
import { tagsOf } from '../../registry/images';
import { pageOf } from '../../registry/paging';
import { imageView } from '../../registry/views';
import type { Action, World } from '../../world';

export const describeImages: Action<DescribeImagesRequest, DescribeImagesResponse> = (world, input) => {
  const repository = findRepository(world, input);
  checkCount('imageIds', input.imageIds, [1, 100]);
  const found = wanted(world, repository, input);
  const { items, more } = pageOf(found, input);
  return { imageDetails: items.map((image) => imageView(world, repository, image)), ...more };
};

function wanted(
  world: World,
  repository: Repository,
  { imageIds, filter }: DescribeImagesRequest,
): StoredImage[] {
  if (imageIds) return [...new Set(imageIds.map((id) => findImage(world, repository, id)))];
  return [...repository.images.values()].filter((image) => isShown(tagsOf(repository, image), filter));
}
