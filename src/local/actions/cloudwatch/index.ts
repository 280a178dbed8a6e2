/** Every CloudWatch operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { deleteAlarmMuteRule } from './delete-alarm-mute-rule';
import { deleteAlarms } from './delete-alarms';
import { deleteAnomalyDetector } from './delete-anomaly-detector';
import { deleteDashboards } from './delete-dashboards';
import { deleteInsightRules } from './delete-insight-rules';
import { deleteMetricStream } from './delete-metric-stream';
import { describeAlarmContributors } from './describe-alarm-contributors';
import { describeAlarmHistory } from './describe-alarm-history';
import { describeAlarms } from './describe-alarms';
import { describeAlarmsForMetric } from './describe-alarms-for-metric';
import { describeAnomalyDetectors } from './describe-anomaly-detectors';
import { describeInsightRules } from './describe-insight-rules';
import { disableAlarmActions } from './disable-alarm-actions';
import { disableInsightRules } from './disable-insight-rules';
import { enableAlarmActions } from './enable-alarm-actions';
import { enableInsightRules } from './enable-insight-rules';
import { getAlarmMuteRule } from './get-alarm-mute-rule';
import { getDashboard } from './get-dashboard';
import { getMetricData } from './get-metric-data';
import { getMetricStatistics } from './get-metric-statistics';
import { getMetricStream } from './get-metric-stream';
import { listAlarmMuteRules } from './list-alarm-mute-rules';
import { listDashboards } from './list-dashboards';
import { listMetricStreams } from './list-metric-streams';
import { listMetrics } from './list-metrics';
import { listTagsForResource } from './list-tags-for-resource';
import { putAlarmMuteRule } from './put-alarm-mute-rule';
import { putAnomalyDetector } from './put-anomaly-detector';
import { putCompositeAlarm } from './put-composite-alarm';
import { putDashboard } from './put-dashboard';
import { putInsightRule } from './put-insight-rule';
import { putMetricAlarm } from './put-metric-alarm';
import { putMetricData } from './put-metric-data';
import { putMetricStream } from './put-metric-stream';
import { setAlarmState } from './set-alarm-state';
import { startMetricStreams } from './start-metric-streams';
import { stopMetricStreams } from './stop-metric-streams';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';

export const cloudWatchActions = {
  DeleteAlarmMuteRule: deleteAlarmMuteRule,
  DeleteAlarms: deleteAlarms,
  DeleteAnomalyDetector: deleteAnomalyDetector,
  DeleteDashboards: deleteDashboards,
  DeleteInsightRules: deleteInsightRules,
  DeleteMetricStream: deleteMetricStream,
  DescribeAlarmContributors: describeAlarmContributors,
  DescribeAlarmHistory: describeAlarmHistory,
  DescribeAlarms: describeAlarms,
  DescribeAlarmsForMetric: describeAlarmsForMetric,
  DescribeAnomalyDetectors: describeAnomalyDetectors,
  DescribeInsightRules: describeInsightRules,
  DisableAlarmActions: disableAlarmActions,
  DisableInsightRules: disableInsightRules,
  EnableAlarmActions: enableAlarmActions,
  EnableInsightRules: enableInsightRules,
  GetAlarmMuteRule: getAlarmMuteRule,
  GetDashboard: getDashboard,
  GetMetricData: getMetricData,
  GetMetricStatistics: getMetricStatistics,
  GetMetricStream: getMetricStream,
  ListAlarmMuteRules: listAlarmMuteRules,
  ListDashboards: listDashboards,
  ListMetricStreams: listMetricStreams,
  ListMetrics: listMetrics,
  ListTagsForResource: listTagsForResource,
  PutAlarmMuteRule: putAlarmMuteRule,
  PutAnomalyDetector: putAnomalyDetector,
  PutCompositeAlarm: putCompositeAlarm,
  PutDashboard: putDashboard,
  PutInsightRule: putInsightRule,
  PutMetricAlarm: putMetricAlarm,
  PutMetricData: putMetricData,
  PutMetricStream: putMetricStream,
  SetAlarmState: setAlarmState,
  StartMetricStreams: startMetricStreams,
  StopMetricStreams: stopMetricStreams,
  TagResource: tagResource,
  UntagResource: untagResource,
} satisfies { [operation: string]: Action<never, object> };
