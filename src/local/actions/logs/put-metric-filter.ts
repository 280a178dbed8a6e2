/**
 * PutMetricFilter: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html.
 * @emulated Transformed logs and system fields as dimensions are not there.
 */
import type { MetricTransformation, PutMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check, violated } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { insistOnFilter, insistOnRoom } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import { isSelector } from '../../logs/pattern/json';
import { type LogPattern, parsePattern } from '../../logs/pattern/pattern';
import type { Action } from '../../world';

const mostFilters = 100;
const mostDimensions = 3;
const nameLength = Check.length(0, 255);
const namePattern = Check.pattern('[^:*$]*');
const namespacePattern = Check.pattern('[^*$]*');
const valueLength = Check.length(0, 100);

export const putMetricFilter: Action<PutMetricFilterRequest, object> = (world, input) => {
  const { filterName: name = '', filterPattern = '', metricTransformations: transformations = [] } = input;
  insistOnFilter(input.filterName, input.filterPattern);
  insistOnTransformations(input.metricTransformations);
  const group = findGroup(world, input.logGroupName);
  const pattern = parsePattern(filterPattern, 'Invalid metric filter pattern');
  for (const transformation of transformations) insistOnSelectors(transformation, pattern);
  insistOnRoom(group, { filters: group.metricFilters, most: mostFilters, name, pattern });
  const createdMs = Math.floor(world.clock.nowMs());
  group.metricFilters.set(name, { name, pattern: filterPattern, transformations, createdMs });
  return {};
};

function insistOnTransformations(transformations: readonly MetricTransformation[] | undefined): void {
  const field = 'metricTransformations';
  insist(Check.required(field, transformations));
  const count = transformations?.length ?? 0;
  const bound = count < 1 ? 'greater than or equal to 1' : 'less than or equal to 1';
  const shown = `'[${(transformations ?? []).map(shownAs).join(', ')}]'`;
  insist(count === 1 ? null : violated(shown, field, `Member must have length ${bound}`));
  const place = `${field}.1.member`;
  for (const { metricName, metricNamespace, metricValue } of transformations ?? [])
    insist(
      Check.required(`${place}.metricName`, metricName),
      nameLength(`${place}.metricName`, metricName),
      namePattern(`${place}.metricName`, metricName),
      Check.required(`${place}.metricNamespace`, metricNamespace),
      nameLength(`${place}.metricNamespace`, metricNamespace),
      namespacePattern(`${place}.metricNamespace`, metricNamespace),
      Check.required(`${place}.metricValue`, metricValue),
      valueLength(`${place}.metricValue`, metricValue),
    );
}

/** In the service's own way of writing values (recorded). */
const shownAs = (of: MetricTransformation): string =>
  `MetricTransformation(metricName=${of.metricName}, metricNamespace=${of.metricNamespace}, metricValue=${of.metricValue}, defaultValue=${of.defaultValue ?? null}, unit=${of.unit ?? null}, dimensions=${of.dimensions ? JSON.stringify(of.dimensions) : null})`;

function insistOnSelectors(transformation: MetricTransformation, pattern: LogPattern): void {
  const { metricValue = '', dimensions = {}, defaultValue } = transformation;
  const selectors = Object.values(dimensions);
  const isFound = (text: string): boolean =>
    pattern.kind === 'json' ? isSelector(text) : pattern.kind === 'delimited' && /^\$[\w.-]+$/.test(text);
  if (metricValue === '' || (Number.isNaN(Number(metricValue)) && !isFound(metricValue)))
    throw refusal.invalid(`Invalid metric transformation: metricValue '${metricValue}' is not valid`);
  if (selectors.length === 0) return;
  if (defaultValue !== undefined)
    throw refusal.invalid(
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
    );
  if (pattern.kind === 'terms')
    throw refusal.invalid('The specified filter pattern does not support dimensions');
  if (selectors.length > mostDimensions || !selectors.every(isFound))
    throw refusal.invalid('Invalid metric transformation: dimensions are not valid');
}
