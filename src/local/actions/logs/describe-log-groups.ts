/**
 * DescribeLogGroups: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html.
 * @emulated Groups of this account alone.
 */
import type { DescribeLogGroupsRequest, DescribeLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { nameOf } from '../../logs/find';
import { groupView, sortedGroups } from '../../logs/group-view';
import { fifty, page } from '../../logs/paging';
import type { Action } from '../../world';

const length = Check.length(1, 512);
const form = Check.pattern('[\\.\\-_/#A-Za-z0-9]+');

export const describeLogGroups: Action<DescribeLogGroupsRequest, DescribeLogGroupsResponse> = (
  world,
  input,
) => {
  const {
    logGroupNamePrefix: prefix,
    logGroupNamePattern: pattern,
    logGroupClass,
    logGroupIdentifiers,
  } = input;
  insist(
    length('logGroupNamePrefix', prefix),
    form('logGroupNamePrefix', prefix),
    sized('logGroupIdentifiers', logGroupIdentifiers, [1, 50]),
  );
  if (prefix !== undefined && pattern !== undefined)
    throw refusal.invalid(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  const names = logGroupIdentifiers ? new Set(logGroupIdentifiers.map((one) => nameOf(world, one))) : null;
  const found = sortedGroups(world).filter(
    ({ name, groupClass }) =>
      (names?.has(name) ?? true) &&
      name.startsWith(prefix ?? '') &&
      name.includes(pattern ?? '') &&
      groupClass === (logGroupClass ?? groupClass),
  );
  const { items, nextToken } = page(found, fifty(input));
  const whole = pattern === undefined;
  return { logGroups: items.map((group) => groupView(world, group, { whole })), nextToken };
};
