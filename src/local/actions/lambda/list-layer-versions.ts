/**
 * ListLayerVersions: docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html
 * @emulated The newest first; a layer that is not there has none.
 */
import type { ListLayerVersionsRequest, ListLayerVersionsResponse } from '@aws-sdk/client-lambda';
import { nextMarker, pageOf } from '../../lambda/paging';
import { compatibleWith } from '../../layers/compatibility';
import { parseLayer } from '../../layers/names';
import { layerItem } from '../../layers/view';
import type { Action } from '../../world';

export const listLayerVersions: Action<ListLayerVersionsRequest, ListLayerVersionsResponse> = (
  world,
  input,
) => {
  const { layerArn } = parseLayer(world, input.LayerName);
  const matching = world.layers.all().filter(compatibleWith(input));
  const { items, next } = pageOf(
    matching.filter((entry) => entry.layerArn === layerArn),
    input,
  );
  return { LayerVersions: items.map(layerItem), ...nextMarker(next) };
};
