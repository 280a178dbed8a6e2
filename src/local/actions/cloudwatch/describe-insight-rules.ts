/**
 * DescribeInsightRules: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeInsightRules.html
 * @stored
 */
import type {
  DescribeInsightRulesCommandInput,
  DescribeInsightRulesOutput,
} from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, within } from './constraints';
import { page } from './paging';

export function describeInsightRules(
  { monitors }: Pick<World, 'monitors'>,
  { NextToken, MaxResults }: DescribeInsightRulesCommandInput,
): DescribeInsightRulesOutput {
  insist([within('maxResults', MaxResults, [1, 500])]);
  const all = [...monitors.insightRules.values()];
  const { items, nextToken } = page(all, { token: NextToken, size: MaxResults ?? 500 });
  return { InsightRules: items, ...(nextToken ? { NextToken: nextToken } : {}) };
}
