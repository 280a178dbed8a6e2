/**
 * ListLogGroups: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroups.html.
 * @emulated Groups of this account alone; data sources and field indexes find nothing.
 */
import type { ListLogGroupsRequest, ListLogGroupsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { groupView, sortedGroups } from '../../logs/group-view';
import { page } from '../../logs/paging';
import type { LogGroup } from '../../logs/store';
import type { Action } from '../../world';

const form = Check.pattern('(\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24})(\\|\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24}){0,4}');

export const listLogGroups: Action<ListLogGroupsRequest, ListLogGroupsResponse> = (world, input) => {
  const { logGroupNamePattern: pattern, logGroupClass, nextToken: token, limit } = input;
  insist(form('logGroupNamePattern', pattern));
  const indexed = (input.dataSources?.length ?? 0) + (input.fieldIndexNames?.length ?? 0) > 0;
  const found = indexed
    ? []
    : sortedGroups(world).filter(
        (group) => isNamed(group, pattern) && group.groupClass === (logGroupClass ?? group.groupClass),
      );
  const { items, nextToken } = page(found, { token, limit, field: 'limit', most: 1000, usual: 50 });
  const logGroups = items.map((group) => {
    const { logGroupName, logGroupArn, logGroupClass: ofClass } = groupView(world, group, { whole: false });
    return { logGroupName, logGroupArn, logGroupClass: ofClass };
  });
  return { logGroups, nextToken };
};

/** Up to five parts of names between bars; one after `^` is a start of names. */
const isNamed = ({ name }: LogGroup, pattern: string | undefined): boolean =>
  pattern === undefined ||
  pattern
    .split('|')
    .some((part) => (part.startsWith('^') ? name.startsWith(part.slice(1)) : name.includes(part)));
