/**
 * ListMetricStreams: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetricStreams.html
 * @stored
 */
import type { ListMetricStreamsCommandInput, ListMetricStreamsOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, within } from './constraints';
import { streamView } from './metric-streams';
import { page } from './paging';

export function listMetricStreams(
  world: Pick<World, 'monitors' | 'account' | 'region'>,
  { NextToken, MaxResults }: ListMetricStreamsCommandInput,
): ListMetricStreamsOutput {
  insist([within('maxResults', MaxResults, [1, 500])]);
  const all = [...world.monitors.streams.values()];
  const { items, nextToken } = page(all, { token: NextToken, size: MaxResults ?? 500 });
  const Entries = items.map((stream) => streamView(world, stream));
  return { Entries, ...(nextToken ? { NextToken: nextToken } : {}) };
}
