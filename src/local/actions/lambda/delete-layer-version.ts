/**
 * DeleteLayerVersion: docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html
 * @emulated 204 also for one that is not there; functions that have it keep it.
 */
import type { DeleteLayerVersionRequest } from '@aws-sdk/client-lambda';
import { parseLayerVersion } from '../../layers/names';
import type { Action } from '../../world';

export const deleteLayerVersion: Action<DeleteLayerVersionRequest, object> = (world, input) => {
  const entry = world.layers.find(parseLayerVersion(world, input));
  if (entry) entry.deleted = true;
  return {};
};
