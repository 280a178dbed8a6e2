/** The alarms of the world. They are evaluated by the clock, once a minute, not when somebody asks. */
import type { PutCompositeAlarmCommandInput, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';

export interface AlarmBook {
  readonly metric: Map<string, MetricAlarmEntry>;
  readonly composite: Map<string, CompositeAlarmEntry>;
  /** Oldest first; the last few thousand entries. */
  readonly history: AlarmHistoryEntry[];
  /** The last tick of evaluation, epoch ms; null before the first. */
  evaluatedMs: number | null;
}

export type AlarmStateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

interface AlarmEntry {
  readonly name: string;
  readonly arn: string;
  state: AlarmStateValue;
  stateReason: string;
  /** JSON, or empty when there is none. */
  stateReasonData: string;
  /** Epoch ms. */
  stateUpdatedMs: number;
  stateTransitionedMs: number;
  configurationUpdatedMs: number;
  tags: Readonly<{ [key: string]: string }>;
}

export interface MetricAlarmEntry extends AlarmEntry {
  readonly type: 'MetricAlarm';
  /** The PutMetricAlarm input, as given, with the SDK's names. */
  definition: PutMetricAlarmCommandInput;
}

export interface CompositeAlarmEntry extends AlarmEntry {
  readonly type: 'CompositeAlarm';
  definition: PutCompositeAlarmCommandInput;
}

export type AnyAlarmEntry = MetricAlarmEntry | CompositeAlarmEntry;

export interface AlarmHistoryEntry {
  readonly alarm: string;
  readonly type: AnyAlarmEntry['type'];
  readonly item: 'StateUpdate' | 'ConfigurationUpdate';
  readonly atMs: number;
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}
