/** Checks of the members that name a metric. */
import type { Dimension, Metric } from '@aws-sdk/client-cloudwatch';
import { required, within } from './constraints';
import { atMost, matching } from './patterns';

/** Absent members are no problem here. */
export function metricProblems(
  prefix: string,
  { MetricName, Namespace, Dimensions }: Metric,
): (string | null)[] {
  return [
    within(`${prefix}metricName`, MetricName, [1, 255]),
    within(`${prefix}namespace`, Namespace, [1, 255]),
    matching(`${prefix}namespace`, Namespace, '[^:].*'),
    ...dimensionProblems(`${prefix}dimensions`, Dimensions),
  ];
}

export function dimensionProblems(
  field: string,
  dimensions: readonly Dimension[] | undefined,
): (string | null)[] {
  return [
    atMost(field, dimensions, 30),
    ...(dimensions ?? []).flatMap(({ Name, Value }, index) => [
      required(`${field}.${index + 1}.member.name`, Name),
      within(`${field}.${index + 1}.member.name`, Name, [1, 255]),
      required(`${field}.${index + 1}.member.value`, Value),
      within(`${field}.${index + 1}.member.value`, Value, [1, 1024]),
    ]),
  ];
}
