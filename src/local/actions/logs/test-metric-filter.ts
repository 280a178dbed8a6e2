/**
 * TestMetricFilter: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html.
 * @emulated
 */
import type { TestMetricFilterRequest, TestMetricFilterResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { searchPattern } from '../../logs/filters';
import { matchAll } from '../../logs/pattern/match';
import type { Action } from '../../world';

export const testMetricFilter: Action<TestMetricFilterRequest, TestMetricFilterResponse> = (
  _world,
  input,
) => {
  const { filterPattern, logEventMessages: messages = [] } = input;
  insist(
    Check.required('filterPattern', filterPattern),
    Check.required('logEventMessages', input.logEventMessages),
    sized('logEventMessages', input.logEventMessages, [1, 50]),
  );
  const found = matchAll(searchPattern('filterPattern', filterPattern), messages);
  const matches = messages.flatMap((eventMessage, index) => {
    const matched = found[index];
    return matched ? [{ eventNumber: index + 1, eventMessage, extractedValues: matched.named }] : [];
  });
  return { matches };
};
