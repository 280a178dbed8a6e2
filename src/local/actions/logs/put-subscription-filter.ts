/**
 * PutSubscriptionFilter: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html.
 * @emulated Lambda functions are invoked; other destinations are kept and sent nothing.
 */
import type { PutSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { insistOnDestination } from '../../logs/destinations';
import { insistOnFilter, insistOnRoom } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import { invalidPattern, parsePattern } from '../../logs/pattern/pattern';
import type { Action } from '../../world';

const mostFilters = 2;
const hasText = Check.length(1, Number.MAX_SAFE_INTEGER);
const isDistribution = Check.oneOf(['Random', 'ByLogStream']);

export const putSubscriptionFilter: Action<PutSubscriptionFilterRequest, object> = (world, input) => {
  const { filterName: name = '', filterPattern = '', destinationArn = '', roleArn, distribution } = input;
  insistOnFilter(input.filterName, input.filterPattern);
  insist(
    Check.required('destinationArn', input.destinationArn),
    hasText('destinationArn', input.destinationArn),
    hasText('roleArn', roleArn),
    isDistribution('distribution', distribution),
  );
  insistOnDestination(world, { arn: destinationArn, roleArn, group: input.logGroupName ?? '' });
  const group = findGroup(world, input.logGroupName);
  const pattern = parsePattern(filterPattern, invalidPattern);
  insistOnRoom(group, { filters: group.subscriptions, most: mostFilters, name, pattern });
  group.subscriptions.set(name, {
    name,
    pattern: filterPattern,
    destinationArn,
    roleArn: roleArn ?? null,
    distribution: distribution ?? 'ByLogStream',
    createdMs: group.subscriptions.get(name)?.createdMs ?? Math.floor(world.clock.nowMs()),
  });
  return {};
};
