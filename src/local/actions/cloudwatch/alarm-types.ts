/** Kinds of alarms in a request: whoever names none means metric alarms alone. */
import type { AlarmType } from '@aws-sdk/client-cloudwatch';
import { oneOf } from './constraints';

export const alarmTypes = {
  problems: (types: readonly AlarmType[] | undefined): (string | null)[] =>
    (types ?? []).map((type, index) =>
      oneOf(`alarmTypes.${index + 1}.member`, type, ['CompositeAlarm', 'MetricAlarm', 'LogAlarm']),
    ),

  asked: (types: readonly AlarmType[] | undefined): readonly AlarmType[] =>
    types?.length ? types : ['MetricAlarm'],
};
