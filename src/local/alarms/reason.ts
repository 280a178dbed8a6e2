/** What a metric alarm says about its state, in the words recorded from AWS. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { breaches, type Criteria, type Decision, type RangePoint } from './decide';
import { meaningOf } from './definition';
import { double, jsonOf } from './doubles';
import { decimal, timestamp } from './forms';

export const initialReason = 'Unchecked: Initial alarm creation';

export function reasonFor(definition: PutMetricAlarmCommandInput, { state, evaluated }: Decision): string {
  const { criteria } = meaningOf(definition);
  const missing = evaluated.filter((point) => point.value === null).length;
  if (state === 'INSUFFICIENT_DATA')
    return `Insufficient Data: ${datapoints(missing)} ${was(missing)} unknown.`;
  const deciding = evaluated.filter(
    (point) => point.value !== null && breaches(point.value, criteria) === (state === 'ALARM'),
  );
  const outOf = definition.DatapointsToAlarm === undefined ? null : evaluated.length;
  const crossed =
    deciding.length > 0
      ? `${listed(deciding, outOf)} ${was(deciding.length)} ${crossing(state, criteria)}`
      : `${received(evaluated.length - missing)} for ${counted(evaluated.length, 'period')}`;
  const needed = state === 'ALARM' ? criteria.toAlarm : criteria.periods - criteria.toAlarm + 1;
  const transition = state === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK';
  const minimum = outOf === null ? '' : ` (minimum ${datapoints(needed)} for ${transition} transition)`;
  return `Threshold Crossed: ${crossed}${filling(missing, criteria)}${minimum}.`;
}

/** `queryMs` is when the alarm looked. The result of an expression has neither unit nor statistic. */
export function reasonDataFor(
  definition: PutMetricAlarmCommandInput,
  { evaluated }: Decision,
  queryMs: number,
): string {
  const { periodMs, watched, criteria } = meaningOf(definition);
  const real = evaluated.flatMap(({ atMs, value }) => (value === null ? [] : [{ atMs, value }]));
  const metric = watched.kind === 'metric' ? watched : null;
  return jsonOf({
    version: '1.0',
    queryDate: timestamp(queryMs),
    startDate: real[0] ? timestamp(real[0].atMs) : undefined,
    unit: metric?.unit ?? undefined,
    statistic: metric?.statisticName,
    period: periodMs / 1000,
    recentDatapoints: real.map(({ value }) => double(value)),
    threshold: double(criteria.threshold),
    evaluatedDatapoints: evaluated.map(toldPoint),
  });
}

function toldPoint({ atMs, value, sampleCount }: RangePoint): object {
  if (value === null) return { timestamp: timestamp(atMs) };
  const samples = sampleCount > 0 ? { sampleCount: double(sampleCount) } : {};
  return { timestamp: timestamp(atMs), ...samples, value: double(value) };
}

const comparisons = {
  GreaterThanThreshold: 'greater than',
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

/** Newest first, each with its time. */
function listed(points: readonly RangePoint[], outOf: number | null): string {
  const values = points.map((point) => `${decimal(point.value ?? 0)} (${dayFirst(point.atMs)})`).reverse();
  const count =
    outOf === null ? datapoints(points.length) : `${points.length} out of the last ${outOf} datapoints`;
  return `${count} [${values.join(', ')}]`;
}

const crossing = (state: Decision['state'], { comparison, threshold }: Criteria): string =>
  `${state === 'ALARM' ? '' : 'not '}${comparisons[comparison]} the threshold (${decimal(threshold)})`;

function filling(missing: number, criteria: Criteria): string {
  if (missing === 0 || (criteria.missing !== 'breaching' && criteria.missing !== 'notBreaching')) return '';
  const as = criteria.missing === 'breaching' ? 'Breaching' : 'NonBreaching';
  return ` and ${counted(missing, 'missing datapoint')} ${was(missing)} treated as [${as}]`;
}

const received = (count: number): string =>
  count === 0 ? 'no datapoints were received' : `${datapoints(count)} ${was(count)} received`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const datapoints = (count: number): string => counted(count, 'datapoint');
const was = (count: number): string => (count === 1 ? 'was' : 'were');

/** 20/11/26 12:00:00, the day before the month. */
function dayFirst(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year = '', month, day] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}
