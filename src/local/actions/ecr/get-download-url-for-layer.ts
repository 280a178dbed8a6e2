/**
 * GetDownloadUrlForLayer: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetDownloadUrlForLayer.html
 * @emulated The address is one of the local AWS, and does not expire.
 */
import type { GetDownloadUrlForLayerRequest, GetDownloadUrlForLayerResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import { findLayer } from '../../registry/find-image';
import { layerPath } from '../../registry/tokens';
import type { Action } from '../../world';

export const getDownloadUrlForLayer: Action<GetDownloadUrlForLayerRequest, GetDownloadUrlForLayerResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const { digest } = findLayer(world, repository, given('layerDigest', input.layerDigest));
  const path = layerPath(world, repository.name, digest);
  return { downloadUrl: `${world.address.endpoint ?? ''}${path}`, layerDigest: digest };
};
