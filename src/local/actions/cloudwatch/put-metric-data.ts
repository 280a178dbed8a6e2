/**
 * PutMetricData: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 * @emulated Entities are taken and not kept.
 */
import type { MetricDatum, PutMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import { dimensionsOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import type { StatisticSet } from '../../metrics/store';
import { insist, oneOf, within } from './constraints';
import { cloudWatchError } from './errors';
import { metricNames } from './metric-names';

const pastMs = 14 * 24 * 3_600_000;
const futureMs = 2 * 3_600_000;
const largest = 2 ** 360;

/** All or nothing: one bad datum refuses the request. */
export function putMetricData(world: CloudWatchWorld, input: PutMetricDataCommandInput): object {
  const { Namespace: namespace = '' } = input;
  const data = [
    ...(input.MetricData ?? []),
    ...(input.EntityMetricData ?? []).flatMap((of) => of.MetricData ?? []),
  ];
  checkRequest(namespace, data);
  const nowMs = world.clock.nowMs();
  data.forEach((datum, index) => {
    checkDatum(datum, `MetricData.member.${index + 1}`, nowMs);
  });
  for (const datum of data) store(world, namespace, datum);
  return {};
}

function checkRequest(namespace: string, data: readonly MetricDatum[]): void {
  if (namespace === '') throw cloudWatchError('missing', 'The parameter Namespace is required.');
  if (namespace.startsWith('AWS/') || namespace.startsWith(':') || within('', namespace, [1, 255]))
    throw cloudWatchError('invalidValue', `The value ${namespace} for parameter Namespace is invalid.`);
  if (data.length === 0) throw cloudWatchError('missing', 'The parameter MetricData is required.');
  if (data.length > 1000)
    throw cloudWatchError(
      'invalidValue',
      'The collection MetricData must not have a size greater than 1000.',
    );
}

function checkDatum(datum: MetricDatum, place: string, nowMs: number): void {
  if (!datum.MetricName) throw cloudWatchError('missing', `The parameter ${place}.MetricName is required.`);
  checkDimensions(datum, place);
  checkForm(datum, place);
  checkWords(datum, place);
  const atMs = datum.Timestamp?.getTime() ?? nowMs;
  const late = 'must specify a time within the past two weeks.';
  const early = 'must specify a time no more than two hours in the future.';
  if (!(atMs >= nowMs - pastMs) || atMs > nowMs + futureMs)
    throw cloudWatchError('invalidValue', `The parameter ${place}.Timestamp ${atMs > nowMs ? early : late}`);
  const numbers = [...valuesOf(datum), ...(datum.Counts ?? []), ...Object.values(setOf(datum) ?? {})];
  const wrong = numbers.find((value) => !(Math.abs(value) <= largest));
  if (wrong !== undefined)
    throw cloudWatchError('invalidValue', `The value ${wrong} for parameter ${place}.Value is invalid.`);
}

function checkDimensions({ Dimensions = [] }: MetricDatum, place: string): void {
  if (Dimensions.length > 30)
    throw cloudWatchError(
      'invalidValue',
      `The collection ${place}.Dimensions must not have a size greater than 30.`,
    );
  Dimensions.forEach((dimension, index) => {
    for (const [part, longest] of [['Name', 255] as const, ['Value', 1024] as const]) {
      const text = dimension[part] ?? '';
      const parameter = `${place}.Dimensions.member.${index + 1}.${part}`;
      if (text === '') throw cloudWatchError('missing', `The parameter ${parameter} is required.`);
      if (!isPrintable(text) || text.length > longest || (part === 'Name' && text.startsWith(':')))
        throw cloudWatchError('invalidValue', `The value ${text} for parameter ${parameter} is invalid.`);
    }
  });
}

/** ASCII without control characters, with at least one that can be seen. */
const isPrintable = (text: string): boolean => /^ *[\x21-\x7e][\x20-\x7e]*$/.test(text);

function checkWords(
  { MetricName = '', Unit, StorageResolution: resolution }: MetricDatum,
  place: string,
): void {
  if (MetricName.length > 255)
    throw cloudWatchError(
      'invalidValue',
      `The value ${MetricName} for parameter ${place}.MetricName is invalid.`,
    );
  insist([oneOf(`${place}.unit`, Unit, metricNames.units)]);
  if (resolution !== undefined && resolution !== 1 && resolution !== 60)
    throw cloudWatchError(
      'invalidValue',
      `The value ${resolution} for parameter ${place}.StorageResolution is invalid.`,
    );
}

/** A datum has a value, values (with counts) or a statistic set. */
function checkForm(datum: MetricDatum, place: string): void {
  const given = (['Value', 'Values', 'StatisticValues'] as const).filter((form) => datum[form] !== undefined);
  const [first, second] = given;
  if (!first)
    throw cloudWatchError(
      'missing',
      `At least one of the parameters ${place}.Value and ${place}.Values is required.`,
    );
  if (second)
    throw cloudWatchError(
      'invalidCombination',
      `The parameters ${place}.${first} and ${place}.${second} are mutually exclusive and you have specified both.`,
    );
  if ((datum.Values?.length ?? 0) > 150)
    throw cloudWatchError(
      'invalidValue',
      `The collection ${place}.Values must not have a size greater than 150.`,
    );
  if (datum.Counts && datum.Counts.length !== (datum.Values?.length ?? 0))
    throw cloudWatchError(
      'invalidValue',
      `The parameters ${place}.Values and ${place}.Counts must be of the same size.`,
    );
}

function store(world: CloudWatchWorld, namespace: string, datum: MetricDatum): void {
  const point = {
    namespace,
    name: datum.MetricName ?? '',
    dimensions: dimensionsOf(datum.Dimensions),
    atMs: datum.Timestamp?.getTime() ?? world.clock.nowMs(),
    unit: datum.Unit ?? 'None',
    highResolution: datum.StorageResolution === 1,
  };
  const set = setOf(datum);
  if (set) world.metrics.putSet({ ...point, set });
  valuesOf(datum).forEach((value, index) => {
    world.metrics.put({ ...point, value, count: datum.Counts?.[index] ?? 1 });
  });
}

const valuesOf = (datum: MetricDatum): number[] =>
  datum.Values ?? (datum.Value === undefined ? [] : [datum.Value]);

function setOf({ StatisticValues: set }: MetricDatum): StatisticSet | null {
  if (!set) return null;
  const { SampleCount = Number.NaN, Sum = Number.NaN, Minimum = Number.NaN, Maximum = Number.NaN } = set;
  return { sampleCount: SampleCount, sum: Sum, minimum: Minimum, maximum: Maximum };
}
