/** What PutMetricAlarm takes. Texts are recorded from AWS where somebody recorded them. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { parseStatistic } from '../../metrics/statistics';
import { checkActions, problemsOf } from './alarm-members';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { checkQueries } from './metric-alarm-queries';
import { checkEvaluation } from './metric-alarm-window';
import { metricProblems } from './metric-members';
import { metricNames } from './metric-names';

const comparisons = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];
const bands = [
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
];
const treatments = ['breaching', 'notBreaching', 'ignore', 'missing'];

export function checkMetricAlarm(world: CloudWatchWorld, input: PutMetricAlarmCommandInput): void {
  if (input.EvaluationCriteria || input.EvaluationInterval !== undefined)
    refuse('PromQL alarms are not available in the local AWS.');
  checkMembers(input);
  checkActions(world, 'metric', input);
  if (bands.includes(input.ComparisonOperator ?? '') || input.ThresholdMetricId !== undefined)
    refuse('Anomaly detection alarms are not available in the local AWS.');
  if (input.Threshold === undefined) refuse('Threshold must not be null');
  if (!Number.isFinite(input.Threshold))
    refuse(`The value ${input.Threshold} for parameter Threshold is invalid.`);
  if (input.Metrics) checkQueries(world, input);
  else checkMetric(input);
  checkEvaluation(input);
  checkOptions(input);
}

function checkMembers(input: PutMetricAlarmCommandInput): void {
  const warmUp = input.WarmUpConfiguration;
  const warmUpField = 'warmUpConfiguration.warmUpPeriodDurationInMinutes';
  insist([
    ...problemsOf(input),
    required('evaluationPeriods', input.EvaluationPeriods),
    within('evaluationPeriods', input.EvaluationPeriods, [1, 2 ** 31 - 1]),
    within('datapointsToAlarm', input.DatapointsToAlarm, [1, 2 ** 31 - 1]),
    within('period', input.Period, [1, 2 ** 31 - 1]),
    required('comparisonOperator', input.ComparisonOperator),
    oneOf('comparisonOperator', input.ComparisonOperator, [...comparisons, ...bands]),
    oneOf('statistic', input.Statistic, metricNames.statistics),
    oneOf('unit', input.Unit, metricNames.units),
    ...metricProblems('', input),
    within('thresholdMetricId', input.ThresholdMetricId, [1, 255]),
    warmUp ? required(warmUpField, warmUp.WarmUpPeriodDurationInMinutes) : null,
    within(warmUpField, warmUp?.WarmUpPeriodDurationInMinutes, [1, 2880]),
    within('treatMissingData', input.TreatMissingData, [1, 255]),
    within('evaluateLowSampleCountPercentile', input.EvaluateLowSampleCountPercentile, [1, 255]),
  ]);
}

function checkMetric(input: PutMetricAlarmCommandInput): void {
  for (const member of ['MetricName', 'Namespace', 'Period'] as const)
    if (input[member] === undefined) refuse(`${member} must not be null`);
  if ((input.Statistic === undefined) === (input.ExtendedStatistic === undefined))
    refuse('Exactly one of Statistic and ExtendedStatistic must be given.');
  if (input.ExtendedStatistic !== undefined && !isExtended(input.ExtendedStatistic))
    refuse(`The value ${input.ExtendedStatistic} for parameter ExtendedStatistic is not supported.`);
}

const isExtended = (text: string): boolean =>
  parseStatistic(text) !== null && !metricNames.statistics.includes(text);

function checkOptions({ TreatMissingData: missing, ...input }: PutMetricAlarmCommandInput): void {
  if (missing !== undefined && !treatments.includes(missing))
    refuse(
      `The value ${missing} is not supported for TreatMissingData parameter. Supported values are [${treatments.join(', ')}].`,
    );
  const lowSample = input.EvaluateLowSampleCountPercentile;
  if (lowSample !== undefined && lowSample !== 'evaluate' && lowSample !== 'ignore')
    refuse(
      `Option ${lowSample} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.`,
    );
}

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
