/** The alarms of the world. They are evaluated by the clock, once a minute, not when somebody asks. */
export interface AlarmBook {
  readonly metric: Map<string, MetricAlarmEntry>;
  readonly composite: Map<string, CompositeAlarmEntry>;
}

export type AlarmStateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export interface AlarmEntry {
  readonly name: string;
  readonly arn: string;
  state: AlarmStateValue;
  stateReason: string;
  stateReasonData: string;
  /** Epoch ms. */
  stateUpdatedMs: number;
  stateTransitionedMs: number;
  configurationUpdatedMs: number;
}

export interface MetricAlarmEntry extends AlarmEntry {
  /** The PutMetricAlarm input, as given, with the SDK's names. */
  definition: import('@aws-sdk/client-cloudwatch').PutMetricAlarmCommandInput;
}

export interface CompositeAlarmEntry extends AlarmEntry {
  definition: import('@aws-sdk/client-cloudwatch').PutCompositeAlarmCommandInput;
}
