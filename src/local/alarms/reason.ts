/** What a metric alarm says about its state, in the words recorded from AWS. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { breaches, type Criteria, type Decision, type RangePoint } from './decide';
import { criteriaOf, watchedBy } from './definition';

export const initialReason = 'Unchecked: Initial alarm creation';

export function reasonFor(definition: PutMetricAlarmCommandInput, { state, evaluated }: Decision): string {
  const criteria = criteriaOf(definition);
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

/** `queryMs` is when the alarm looked. */
export function reasonDataFor(
  definition: PutMetricAlarmCommandInput,
  { evaluated }: Decision,
  queryMs: number,
): string {
  const { periodMs, unit, statisticName } = watchedBy(definition);
  const real = evaluated.filter((point) => point.value !== null);
  return JSON.stringify({
    version: '1.0',
    queryDate: timestamp(queryMs),
    startDate: real[0] ? timestamp(real[0].atMs) : undefined,
    unit: unit ?? undefined,
    statistic: statisticName,
    period: periodMs / 1000,
    recentDatapoints: real.map((point) => point.value),
    threshold: definition.Threshold,
    evaluatedDatapoints: evaluated.map(({ atMs, value, sampleCount }) =>
      value === null ? { timestamp: timestamp(atMs) } : { timestamp: timestamp(atMs), sampleCount, value },
    ),
  });
}

/** 2026-11-20T12:00:00.000+0000 */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

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

/** AWS writes 2.0 for 2, and 1.5E7 for large numbers. */
function decimal(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** 20/11/26 12:00:00, the day before the month. */
function dayFirst(ms: number): string {
  const [date = '', time = ''] = new Date(ms).toISOString().split('T');
  const [year = '', month, day] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}
