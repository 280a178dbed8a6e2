/** Alarms as DescribeAlarms shows them: actions and dimensions always, what was not given never (recorded behaviour). */
import type {
  CompositeAlarm,
  EvaluationState,
  MetricAlarm,
  MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry, CompositeAlarmEntry, MetricAlarmEntry } from '../../alarms/book';

export function metricAlarmView(entry: MetricAlarmEntry): MetricAlarm {
  const { Tags: _, AlarmName: __, Dimensions, Metrics, ...given } = entry.definition;
  const watched = Metrics ? { Metrics: Metrics.map(withReturnData) } : { Dimensions: Dimensions ?? [] };
  return { ...given, ...watched, ...commonView(entry), ...(entry.warmUp ? inWarmUp : {}) };
}

export function compositeAlarmView(entry: CompositeAlarmEntry): CompositeAlarm {
  const { Tags: _, AlarmName: __, ...given } = entry.definition;
  const by = entry.suppression?.by;
  const suppressed = by
    ? { ActionsSuppressedBy: by, ActionsSuppressedReason: `Actions suppressed by ${by}` }
    : {};
  return { ...given, ...commonView(entry), ...suppressed };
}

/** Documented in the User Guide, and not yet in the model. */
const inWarmUp = { EvaluationState: 'IN_WARM_UP' as EvaluationState };

const withReturnData = (query: MetricDataQuery): MetricDataQuery => ({
  ...query,
  ReturnData: query.ReturnData ?? true,
});

function commonView(entry: AnyAlarmEntry) {
  const { definition } = entry;
  return {
    AlarmName: entry.name,
    AlarmArn: entry.arn,
    ActionsEnabled: definition.ActionsEnabled ?? true,
    OKActions: definition.OKActions ?? [],
    AlarmActions: definition.AlarmActions ?? [],
    InsufficientDataActions: definition.InsufficientDataActions ?? [],
    AlarmConfigurationUpdatedTimestamp: new Date(entry.configurationUpdatedMs),
    StateValue: entry.state,
    StateReason: entry.stateReason,
    ...(entry.stateReasonData === '' ? {} : { StateReasonData: entry.stateReasonData }),
    StateUpdatedTimestamp: new Date(entry.stateUpdatedMs),
    StateTransitionedTimestamp: new Date(entry.stateTransitionedMs),
  };
}
