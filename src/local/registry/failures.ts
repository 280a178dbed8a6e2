/** What operations on several images say of one that they do not find. */
import type { ImageFailure, ImageIdentifier } from '@aws-sdk/client-ecr';
import type { Repository } from './book';
import { digestPattern } from './checks';

/** Null for an image that is there. */
export function failureOf({ images, tags }: Repository, imageId: ImageIdentifier): ImageFailure | null {
  const { imageDigest, imageTag } = imageId;
  const fail = (
    failureCode: NonNullable<ImageFailure['failureCode']>,
    failureReason: string,
  ): ImageFailure => ({ imageId, failureCode, failureReason });
  if (imageDigest === undefined && imageTag === undefined)
    return fail('MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
  if (imageDigest !== undefined && !new RegExp(`^${digestPattern}$`).test(imageDigest))
    return fail('InvalidImageDigest', 'Invalid request parameters: image digest should satisfy the regex');
  const byTag = imageTag === undefined ? undefined : tags.get(imageTag);
  if (!images.has(imageDigest ?? byTag ?? '') || (imageTag !== undefined && byTag === undefined))
    return fail('ImageNotFound', 'Requested image not found');
  if (imageTag !== undefined && imageDigest !== undefined && byTag !== imageDigest)
    return fail('ImageTagDoesNotMatchDigest', 'Requested image tag does not match the digest');
  return null;
}
