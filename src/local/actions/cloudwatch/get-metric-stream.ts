/**
 * GetMetricStream: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStream.html
 * @stored
 */
import type { GetMetricStreamCommandInput, GetMetricStreamOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { streamView } from './metric-streams';

export function getMetricStream(
  world: Pick<World, 'monitors' | 'account' | 'region'>,
  { Name }: GetMetricStreamCommandInput,
): GetMetricStreamOutput {
  insist([required('name', Name), within('name', Name, [1, 255])]);
  const stream = world.monitors.streams.get(Name ?? '');
  if (!stream) throw cloudWatchError('noResource', `Metric Stream ${Name} does not exist.`);
  const { IncludeFilters, ExcludeFilters, RoleArn, StatisticsConfigurations, ...rest } = stream.definition;
  return {
    ...streamView(world, stream),
    RoleArn,
    ...(IncludeFilters ? { IncludeFilters } : {}),
    ...(ExcludeFilters ? { ExcludeFilters } : {}),
    ...(StatisticsConfigurations ? { StatisticsConfigurations } : {}),
    IncludeLinkedAccountsMetrics: rest.IncludeLinkedAccountsMetrics ?? false,
  };
}
