/** Over which periods an alarm may look. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { periodOf } from '../../alarms/definition';
import { parseZone } from '../../alarms/zones';
import { cloudWatchError } from './errors';

const wallClockPeriods = [60, 300, 3600, 86_400, 604_800];

export function checkEvaluation(input: PutMetricAlarmCommandInput): void {
  const { EvaluationPeriods: periods = 1, DatapointsToAlarm: toAlarm = 1 } = input;
  const period = periodOf(input);
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
  if (input.EvaluationWindow) checkWindow(input, period);
}

function checkWindow(
  { EvaluationWindow: window, Metrics }: PutMetricAlarmCommandInput,
  period: number,
): void {
  const wallClock = window?.WallClockWindow;
  if ((wallClock === undefined) === (window?.SlidingWindow === undefined))
    refuse('EvaluationWindow must have exactly one of SlidingWindow and WallClockWindow.');
  if (!wallClock) return;
  const periods = [period, ...(Metrics ?? []).flatMap(({ MetricStat }) => MetricStat?.Period ?? [])];
  const wrong = periods.find((one) => !wallClockPeriods.includes(one));
  if (wrong !== undefined)
    refuse(
      `The period ${wrong} is not supported for a wall clock window. Supported periods are [${wallClockPeriods.join(', ')}].`,
    );
  const { Timezone: zone } = wallClock;
  if (zone !== undefined && (zone.length > 50 || !parseZone(zone)))
    refuse(`The value ${zone} for parameter Timezone is not a supported time zone.`);
}

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
