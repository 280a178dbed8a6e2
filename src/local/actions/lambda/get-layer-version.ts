/**
 * GetLayerVersion: docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html
 * @emulated
 */
import type { GetLayerVersionRequest, GetLayerVersionResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { parseLayerVersion } from '../../layers/names';
import { layerWithContent } from '../../layers/view';
import type { Action } from '../../world';

export const getLayerVersion: Action<GetLayerVersionRequest, GetLayerVersionResponse> = (world, input) => {
  const entry = world.layers.find(parseLayerVersion(world, input));
  if (!entry) throw refusal.missing('The resource you requested does not exist.');
  return layerWithContent(world, entry);
};
