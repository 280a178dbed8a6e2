import type { CompositeAlarm, LogAlarm, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { AlarmReading, Alarms } from '../core/ports';
import { removeAlarms } from './alarms-removed';
import type { Connections } from './connections';
import { metricAlarm } from './metric-alarm';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

/** DescribeAlarms takes and answers this many. */
const namesPerCall = 100;

export function createAlarms(connections: Connections, send: Send): Alarms {
  const readNamed = (names: string[]) => describe(connections, send, { AlarmNames: names });
  /** In the order of the names. Without a name nothing is asked: DescribeAlarms would answer with every alarm there is. */
  const read: Alarms['read'] = async (names) => {
    const wanted = [...new Set(names)];
    const found = new Map<string, AlarmReading>();
    for (let at = 0; at < wanted.length; at += namesPerCall) {
      const batch = wanted.slice(at, at + namesPerCall);
      for (const one of await readNamed(batch)) found.set(one.name, one);
    }
    return wanted.flatMap((name) => found.get(name) ?? []);
  };
  return {
    read,
    async named(prefix) {
      const found = await describe(connections, send, { AlarmNamePrefix: prefix });
      return found.map(({ name }) => name);
    },
    async put(alarm) {
      const { PutMetricAlarmCommand } = sdk.cloudwatch();
      await send({
        ...repeatable(`PutMetricAlarm ${alarm.name}`, 'putMetricAlarm'),
        send: () => connections.cloudwatch().send(new PutMetricAlarmCommand(metricAlarm(alarm))),
      });
    },
    remove: (names) => removeAlarms({ connections, send, read }, names),
  };
}

type Chosen = { readonly AlarmNames: string[] } | { readonly AlarmNamePrefix: string };

/** All types are named: left out, they mean metric alarms only, and a composite alarm would silently be absent. */
async function describe(connections: Connections, send: Send, chosen: Chosen): Promise<AlarmReading[]> {
  const { AlarmType, DescribeAlarmsCommand } = sdk.cloudwatch();
  const input = { ...chosen, AlarmTypes: Object.values(AlarmType), MaxRecords: namesPerCall };
  const found: AlarmReading[] = [];
  let token: string | undefined;
  do {
    const page = await send({
      ...reading('DescribeAlarms', 'describeAlarms'),
      send: () => connections.cloudwatch().send(new DescribeAlarmsCommand({ ...input, NextToken: token })),
    });
    for (const alarm of page.MetricAlarms ?? []) found.push(toReading(alarm, metricWindowMs(alarm)));
    for (const alarm of page.CompositeAlarms ?? []) found.push(toReading(alarm, null));
    for (const alarm of page.LogAlarms ?? []) found.push(toReading(alarm, logWindowMs(alarm)));
    token = page.NextToken || undefined;
  } while (token !== undefined);
  return found;
}

/** What every kind of alarm has. */
type AnyAlarm = Pick<
  MetricAlarm & CompositeAlarm & LogAlarm,
  'AlarmName' | 'StateValue' | 'StateReason' | 'StateUpdatedTimestamp' | 'StateTransitionedTimestamp'
> & { readonly EvaluationState?: string | undefined };

/** A state that is missing, or that this SDK has no word for, counts as one whose data could not be read. */
function toReading(alarm: AnyAlarm, windowMs: number | null): AlarmReading {
  const state = states.find((known) => known === alarm.StateValue);
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return {
    name: alarm.AlarmName ?? '',
    state: state ?? 'INSUFFICIENT_DATA',
    reason: alarm.StateReason ?? '',
    sinceMs: since?.getTime() ?? 0,
    partial: alarm.EvaluationState !== undefined || state === undefined,
    windowMs,
  };
}

const states = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

/** Of metric mathematics the longest period counts; a PromQL alarm waits its pending period before it tells. */
function metricWindowMs(alarm: MetricAlarm): number | null {
  const pendingS = alarm.EvaluationCriteria?.PromQLCriteria?.PendingPeriod;
  if (pendingS !== undefined) return (pendingS + (alarm.EvaluationInterval ?? 0)) * 1000;
  const queries = alarm.Metrics ?? [];
  const periods = [alarm.Period, ...queries.flatMap((query) => [query.Period, query.MetricStat?.Period])];
  const longestS = Math.max(0, ...periods.map((period) => period ?? 0));
  return longestS === 0 ? null : longestS * (alarm.EvaluationPeriods ?? 1) * 1000;
}

/** `rate(5 minutes)` times the results it looks at; null for other schedules. */
function logWindowMs(alarm: LogAlarm): number | null {
  const schedule = alarm.ScheduledQueryConfiguration?.ScheduleConfiguration?.ScheduleExpression ?? '';
  const parts = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(schedule);
  if (!parts) return null;
  const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[parts[2] as 'minute' | 'hour' | 'day'];
  return Number(parts[1]) * unitMs * (alarm.QueryResultsToEvaluate ?? 1);
}
