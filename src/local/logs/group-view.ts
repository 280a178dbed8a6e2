/** Groups as DescribeLogGroups shows them. */
import type { LogGroup as LogGroupView } from '@aws-sdk/client-cloudwatch-logs';
import type { World } from '../world';
import { groupArn } from './arns';
import { totalBytes } from './bound';
import type { LogGroup } from './store';

/** `whole` has what AWS leaves out when groups were looked for by a pattern (recorded). */
export function groupView(
  world: Pick<World, 'account' | 'region' | 'logs'>,
  group: LogGroup,
  { whole }: { whole: boolean },
): LogGroupView {
  const arn = groupArn(world, group.name);
  return {
    logGroupName: group.name,
    creationTime: group.createdMs,
    ...(group.retentionDays === null ? {} : { retentionInDays: group.retentionDays }),
    metricFilterCount: group.metricFilters.size,
    arn: `${arn}:*`,
    ...(group.kmsKeyId === null ? {} : { kmsKeyId: group.kmsKeyId }),
    logGroupClass: group.groupClass as LogGroupView['logGroupClass'],
    logGroupArn: arn,
    ...(whole ? { storedBytes: bytesIn(world, group) } : {}),
    ...(whole ? { deletionProtectionEnabled: group.deletionProtected } : {}),
  };
}

const bytesIn = ({ logs }: Pick<World, 'logs'>, group: LogGroup): number =>
  logs.streamsOf(group).reduce((sum, { events }) => sum + totalBytes(events), 0);

/** By name, in the order of its bytes. */
export const sortedGroups = ({ logs }: Pick<World, 'logs'>): LogGroup[] =>
  [...logs.groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
