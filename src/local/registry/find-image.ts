/** Images and layers of a repository by what requests call them. */
import type { World } from '../world';
import type { Layer, Repository, StoredImage } from './book';
import { refusal } from './errors';
import { type ImageId, imageMissing, layerRefusal } from './image-errors';

/** Digest and tag together must mean the same image; null when there is none. */
export function imageBy(repository: Repository, { imageDigest, imageTag }: ImageId): StoredImage | null {
  const { tags, images } = repository;
  const byTag = imageTag === undefined ? undefined : tags.get(imageTag);
  if (imageTag !== undefined && imageDigest !== undefined && byTag !== imageDigest) return null;
  return images.get(imageDigest ?? byTag ?? '') ?? null;
}

export function findImage(world: World, repository: Repository, id: ImageId | undefined): StoredImage {
  if (id?.imageDigest === undefined && id?.imageTag === undefined)
    throw refusal.parameter('imageId', 'must have an imageDigest or an imageTag');
  const image = imageBy(repository, id);
  if (!image) throw imageMissing(world, repository, id);
  return image;
}

export function findLayer(world: World, repository: Repository, digest: string): Layer {
  const layer = repository.layers.get(digest);
  if (!layer) throw layerRefusal.missing(world, repository, digest);
  return layer;
}
