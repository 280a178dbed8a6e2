/**
 * PutImage: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html
 * @emulated
 */
import type { PutImageRequest, PutImageResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { pushImage } from '../../registry/images';
import type { Action } from '../../world';

export const putImage: Action<PutImageRequest, PutImageResponse> = async (world, input) => {
  const repository = findRepository(world, input);
  const { imageTag, imageDigest: wanted, imageManifestMediaType: mediaType } = input;
  const text = given('imageManifest', input.imageManifest);
  const { image, known } = await pushImage(world, repository, {
    text,
    mediaType: mediaType ?? null,
    tag: imageTag ?? null,
    digest: wanted ?? null,
  });
  const { digest } = image;
  if (known)
    throw refusal.named(
      'ImageAlreadyExistsException',
      `Image with digest '${digest}' and tag '${imageTag ?? null}' already exists in the repository with name '${repository.name}' in registry with id '${world.account}'`,
    );
  return {
    image: {
      registryId: world.account,
      repositoryName: repository.name,
      imageId: { imageDigest: digest, ...(imageTag === undefined ? {} : { imageTag }) },
      imageManifest: text,
      imageManifestMediaType: image.mediaType,
    },
  };
};
