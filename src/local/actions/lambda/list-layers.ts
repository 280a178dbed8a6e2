/**
 * ListLayers: docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html
 * @emulated
 */
import type { ListLayersRequest, ListLayersResponse } from '@aws-sdk/client-lambda';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { LayerVersionEntry } from '../../layers/book';
import { compatibleWith } from '../../layers/compatibility';
import { layerItem } from '../../layers/view';
import type { Action } from '../../world';

export const listLayers: Action<ListLayersRequest, ListLayersResponse> = (world, input) => {
  const newest = new Map<string, LayerVersionEntry>();
  for (const entry of world.layers.all().filter(compatibleWith(input)))
    if (!newest.has(entry.name)) newest.set(entry.name, entry);
  const sorted = [...newest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, next } = pageOf(sorted, input);
  const Layers = items.map((entry) => ({
    LayerName: entry.name,
    LayerArn: entry.layerArn,
    LatestMatchingVersion: layerItem(entry),
  }));
  return { Layers, ...nextMarker(next) };
};
