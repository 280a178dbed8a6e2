/**
 * BatchCheckLayerAvailability: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchCheckLayerAvailability.html
 * @emulated
 */
import type {
  BatchCheckLayerAvailabilityRequest,
  BatchCheckLayerAvailabilityResponse,
  Layer,
  LayerFailure,
} from '@aws-sdk/client-ecr';
import type { Repository } from '../../registry/book';
import { checkCount, digestPattern, given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import type { Action } from '../../world';

export const batchCheckLayerAvailability: Action<
  BatchCheckLayerAvailabilityRequest,
  BatchCheckLayerAvailabilityResponse
> = (world, input) => {
  const repository = findRepository(world, input);
  const digests = given('layerDigests', input.layerDigests);
  checkCount('layerDigests', digests, [1, 100]);
  const right = new RegExp(`^${digestPattern}$`);
  return {
    layers: digests.filter((one) => right.test(one)).map((one) => availabilityOf(repository, one)),
    failures: digests.filter((one) => !right.test(one)).map(failureOf),
  };
};

function availabilityOf({ layers }: Repository, layerDigest: string): Layer {
  const layer = layers.get(layerDigest);
  return layer
    ? { layerDigest, layerAvailability: 'AVAILABLE', layerSize: layer.size }
    : { layerDigest, layerAvailability: 'UNAVAILABLE' };
}

const failureOf = (layerDigest: string): LayerFailure => ({
  layerDigest,
  failureCode: 'InvalidLayerDigest',
  failureReason: 'Invalid layer digest',
});
