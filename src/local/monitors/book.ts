/** What CloudWatch keeps beside metrics and alarms: dashboards, anomaly detectors, metric streams, mute and insight rules. */
import type {
  AnomalyDetector,
  InsightRule,
  PutAlarmMuteRuleCommandInput,
  PutMetricStreamCommandInput,
} from '@aws-sdk/client-cloudwatch';
import type { Kept } from '../kept';
import { revived, storable } from './dates';

export interface MonitorBook extends Kept {
  readonly dashboards: Map<string, Dashboard>;
  /** By what they watch. */
  readonly detectors: Map<string, AnomalyDetector>;
  readonly streams: Map<string, MetricStream>;
  readonly muteRules: Map<string, MuteRule>;
  readonly insightRules: Map<string, InsightRule>;
}

export interface Dashboard {
  readonly name: string;
  readonly body: string;
  readonly modifiedMs: number;
}

export interface MetricStream {
  readonly definition: PutMetricStreamCommandInput;
  readonly createdMs: number;
  readonly updatedMs: number;
  running: boolean;
}

export interface MuteRule {
  readonly definition: PutAlarmMuteRuleCommandInput;
  readonly updatedMs: number;
}

const parts = ['dashboards', 'detectors', 'streams', 'muteRules', 'insightRules'] as const;

type Dump = { readonly [part in (typeof parts)[number]]?: readonly [string, never][] };

export function createMonitorBook(): MonitorBook {
  const book = {
    dashboards: new Map<string, Dashboard>(),
    detectors: new Map<string, AnomalyDetector>(),
    streams: new Map<string, MetricStream>(),
    muteRules: new Map<string, MuteRule>(),
    insightRules: new Map<string, InsightRule>(),
  };
  return {
    ...book,
    dump: () => storable(Object.fromEntries(parts.map((part) => [part, [...book[part]]]))),
    load(dump) {
      const given = revived(dump) as Dump;
      for (const part of parts) for (const [key, entry] of given[part] ?? []) book[part].set(key, entry);
    },
    clear() {
      for (const part of parts) book[part].clear();
    },
  };
}
