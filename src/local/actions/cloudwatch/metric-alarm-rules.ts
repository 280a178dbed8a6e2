/** What PutMetricAlarm takes. Texts are recorded from AWS where somebody recorded them. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';

const comparisons = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
];

export function checkMetricAlarm(input: PutMetricAlarmCommandInput): void {
  checkMembers(input);
  if (input.Metrics) checkQueries(input);
  else checkMetric(input);
  checkWindow(input);
  const treatments = ['breaching', 'notBreaching', 'ignore', 'missing'];
  if (input.TreatMissingData !== undefined && !treatments.includes(input.TreatMissingData))
    refuse(
      `The value ${input.TreatMissingData} is not supported for TreatMissingData parameter. Supported values are [${treatments.join(', ')}].`,
    );
  const lowSample = input.EvaluateLowSampleCountPercentile;
  if (lowSample !== undefined && lowSample !== 'evaluate' && lowSample !== 'ignore')
    refuse(
      `Option ${lowSample} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.`,
    );
}

export function checkActions(input: Pick<PutMetricAlarmCommandInput, ActionList>): void {
  insist([
    within('oKActions', input.OKActions, [0, 5]),
    within('alarmActions', input.AlarmActions, [0, 5]),
    within('insufficientDataActions', input.InsufficientDataActions, [0, 5]),
  ]);
}

type ActionList = 'OKActions' | 'AlarmActions' | 'InsufficientDataActions';

function checkMembers(input: PutMetricAlarmCommandInput): void {
  if (input.EvaluationCriteria || input.EvaluationInterval !== undefined)
    refuse('PromQL alarms are not available in the local AWS.');
  insist([
    required('alarmName', input.AlarmName),
    within('alarmName', input.AlarmName, [1, 255]),
    within('alarmDescription', input.AlarmDescription, [0, 1024]),
    required('evaluationPeriods', input.EvaluationPeriods),
    within('evaluationPeriods', input.EvaluationPeriods, [1, 10_080]),
    within('datapointsToAlarm', input.DatapointsToAlarm, [1, 10_080]),
    required('comparisonOperator', input.ComparisonOperator),
    oneOf('comparisonOperator', input.ComparisonOperator, comparisons),
    oneOf('statistic', input.Statistic, ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']),
  ]);
  checkActions(input);
  const bands = comparisons.slice(4);
  if (bands.includes(input.ComparisonOperator ?? '') || input.ThresholdMetricId !== undefined)
    refuse('Anomaly detection alarms are not available in the local AWS.');
  if (input.Threshold === undefined) refuse('Threshold must not be null');
}

function checkMetric(input: PutMetricAlarmCommandInput): void {
  for (const member of ['MetricName', 'Namespace', 'Period'] as const)
    if (input[member] === undefined) refuse(`${member} must not be null`);
  if ((input.Statistic === undefined) === (input.ExtendedStatistic === undefined))
    refuse('Exactly one of Statistic and ExtendedStatistic must be given.');
  if (input.ExtendedStatistic !== undefined && !isExtended(input.ExtendedStatistic))
    refuse(`The value ${input.ExtendedStatistic} for parameter ExtendedStatistic is not supported.`);
}

/** Of a list of queries the local AWS evaluates one metric, not mathematics over several. */
function checkQueries(input: PutMetricAlarmCommandInput): void {
  const exclusive = [
    'MetricName',
    'Namespace',
    'Dimensions',
    'Period',
    'Statistic',
    'ExtendedStatistic',
    'Unit',
  ] as const;
  const both = exclusive.find((member) => input[member] !== undefined);
  if (both) refuse(`${both} must not be given together with Metrics.`);
  if (input.Metrics?.some((query) => query.Expression !== undefined))
    refuse('Metric math is not available in alarms of the local AWS.');
  const returned = input.Metrics?.filter((query) => query.ReturnData !== false) ?? [];
  if (returned.length !== 1) refuse('Exactly one element of the metrics list should return data.');
  const stat = returned[0]?.MetricStat;
  if (
    !stat?.Metric?.MetricName ||
    !stat.Metric.Namespace ||
    stat.Period === undefined ||
    !parseStatistic(stat.Stat ?? '')
  )
    refuse('The returned element of Metrics must have a MetricStat with metric, period and statistic.');
}

function checkWindow(input: PutMetricAlarmCommandInput): void {
  const { EvaluationPeriods: periods = 1, DatapointsToAlarm: toAlarm = 1 } = input;
  const period =
    input.Metrics?.find((query) => query.ReturnData !== false)?.MetricStat?.Period ?? input.Period ?? 0;
  if (![10, 20, 30].includes(period) && (period <= 0 || period % 60 !== 0))
    refuse('Period must be 10, 20, 30 or a multiple of 60');
  if (toAlarm > periods) refuse('DatapointsToAlarm must be less than or equal to EvaluationPeriods.');
  if (period < 3600 && period * periods > 86_400)
    refuse(
      'Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400) for alarms using period < 3600',
    );
  if (period * periods > 604_800)
    refuse(
      'Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800) for alarms using period >= 3600',
    );
}

const isExtended = (text: string): boolean => {
  const kind = parseStatistic(text)?.kind;
  return kind === 'percentile' || (kind !== undefined && /^(TM|WM|TC|TS|PR)$/.test(kind));
};

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
