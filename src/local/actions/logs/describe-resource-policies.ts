/**
 * DescribeResourcePolicies: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html.
 * @stored
 */
import type {
  DescribeResourcePoliciesRequest,
  DescribeResourcePoliciesResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { fifty, page } from '../../logs/paging';
import { policyView } from '../../logs/policies';
import type { Action } from '../../world';

export const describeResourcePolicies: Action<
  DescribeResourcePoliciesRequest,
  DescribeResourcePoliciesResponse
> = ({ logs }, input) => {
  const ofResource = input.policyScope === 'RESOURCE' || input.resourceArn !== undefined;
  const found = ofResource ? [] : [...logs.policies.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(found, fifty(input));
  return { resourcePolicies: items.map(policyView), nextToken };
};
