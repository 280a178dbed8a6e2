/**
 * GetMetricData: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 * @emulated Metric math and SEARCH are worked out; Metrics Insights (SELECT), ANOMALY_DETECTION_BAND, INSIGHT_RULE_METRIC, SERVICE_QUOTA, LAMBDA and DB_PERF_INSIGHTS are refused.
 */
import type {
  GetMetricDataCommandInput,
  GetMetricDataOutput,
  MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { runQueries } from '../../math/queries';
import { renderLabel } from '../../math/templates';
import type { TimeSeries } from '../../math/values';
import { tokenAt } from '../../pages';
import { checkDataQueries, largestPage } from './data-queries';
import { offsetOf } from './paging';

type Line = Pick<MetricDataResult, 'Id' | 'Label' | 'Messages'> & Pick<TimeSeries, 'points'>;

/** Start inclusive, end exclusive, newest first unless asked otherwise. */
export function getMetricData(world: CloudWatchWorld, input: GetMetricDataCommandInput): GetMetricDataOutput {
  checkDataQueries(world, input);
  const lines = linesOf(world, input);
  const from = offsetOf(input.NextToken);
  const to = from + (input.MaxDatapoints ?? largestPage);
  let seen = 0;
  const results = lines.map(({ points, ...head }): MetricDataResult => {
    const inOrder = input.ScanBy === 'TimestampAscending' ? points : [...points].reverse();
    const shown = inOrder.slice(Math.max(0, from - seen), Math.max(0, to - seen));
    seen += inOrder.length;
    return {
      ...head,
      Timestamps: shown.map(({ atMs }) => new Date(atMs)),
      Values: shown.map(({ value }) => value),
      StatusCode: seen > to ? 'PartialData' : 'Complete',
    };
  });
  return { MetricDataResults: results, Messages: [], ...(seen > to ? { NextToken: tokenAt(to) } : {}) };
}

/** One a time series: what is an array gives several of the same id. */
function linesOf(world: CloudWatchWorld, input: GetMetricDataCommandInput): Line[] {
  const queries = input.MetricDataQueries ?? [];
  const range = { startMs: input.StartTime?.getTime() ?? 0, endMs: input.EndTime?.getTime() ?? 0 };
  const results = runQueries(world, queries, { ...range, periodS: null });
  const returned = queries.filter(({ ReturnData }) => ReturnData !== false);
  return returned.flatMap(({ Id = '', Label }) => {
    const { kind = 'series', series = [], messages = [] } = results.get(Id) ?? {};
    const label = labelling(world, input, { template: Label, ofMany: kind === 'array' });
    const told = messages.length > 0 ? { Messages: [...messages] } : {};
    return series.map((one) => ({ Id, Label: label(one), points: one.points, ...told }));
  });
}

interface Wording {
  readonly template: string | undefined;
  readonly ofMany: boolean;
}

/** A plain label of several time series stands before the label of each. */
function labelling(
  { clock, account, region }: CloudWatchWorld,
  { LabelOptions }: GetMetricDataCommandInput,
  { template, ofMany }: Wording,
): (series: TimeSeries) => string {
  const legend = { nowMs: clock.nowMs(), account, region, zone: LabelOptions?.Timezone ?? null };
  return (series) => {
    if (template === undefined) return series.label;
    if (ofMany && !template.includes('${')) return `${template} ${series.label}`.trim();
    return renderLabel(template, series, { ...legend, label: series.label });
  };
}
