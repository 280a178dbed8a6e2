/** The alarms of the world. They are evaluated by the clock, once a minute, not when somebody asks. */
import type { PutCompositeAlarmCommandInput, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';

export interface AlarmBook {
  readonly metric: Map<string, MetricAlarmEntry>;
  readonly composite: Map<string, CompositeAlarmEntry>;
  /** Oldest first; the last few thousand entries. */
  readonly history: AlarmHistoryEntry[];
  /** The last tick of evaluation, epoch ms; null before the first. */
  evaluatedMs: number | null;
  /** How alarms reach the rest of their world; not kept. */
  readonly outside: AlarmOutside;
}

interface AlarmOutside {
  /** Invokes a Lambda function asynchronously, with an event as JSON. Null where there are no functions. */
  invoke: ((arn: string, event: string) => Promise<unknown>) | null;
  /** To be called when the time of the next evaluation may have come nearer. Null while nothing is evaluated. */
  rearm: (() => void) | null;
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
  /** Absent without a warm-up period, and once it is over: it comes but once. */
  warmUp?: WarmUp | null;
}

interface WarmUp {
  readonly sinceMs: number;
  /** When the metric first had data; null before. */
  firstDataMs: number | null;
}

export interface CompositeAlarmEntry extends AlarmEntry {
  readonly type: 'CompositeAlarm';
  definition: PutCompositeAlarmCommandInput;
  /** Absent when nothing suppresses the alarm's actions. */
  suppression?: Suppression | null;
  /** The last change of state whose actions were suppressed; they may yet be carried out. */
  pending?: Transition | null;
}

interface Suppression {
  readonly by: 'WaitPeriod' | 'ExtensionPeriod' | 'Alarm';
  /** The end of the period, epoch ms; null while the suppressor is in ALARM. */
  readonly untilMs: number | null;
}

export type AnyAlarmEntry = MetricAlarmEntry | CompositeAlarmEntry;

/** A change of state. */
export interface Transition {
  readonly from: AlarmMoment;
  readonly atMs: number;
}

/** The state of an alarm as it was at one time. */
export interface AlarmMoment {
  readonly state: AlarmStateValue;
  readonly reason: string;
  /** JSON, or empty. */
  readonly reasonData: string;
  readonly atMs: number;
}

export interface AlarmHistoryEntry {
  readonly alarm: string;
  readonly type: AnyAlarmEntry['type'];
  readonly item: 'StateUpdate' | 'ConfigurationUpdate' | 'Action';
  readonly atMs: number;
  readonly summary: string;
  /** JSON. */
  readonly data: string;
}
