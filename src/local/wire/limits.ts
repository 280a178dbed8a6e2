/** Calls a second of CloudWatch's operations (CloudWatch user guide, "Service quotas"); adjustable at AWS, not here. */
export const cloudWatchLimits: { readonly [operation: string]: number } = {
  DeleteAlarms: 3,
  DescribeAlarmHistory: 20,
  DescribeAlarms: 9,
  DescribeAlarmsForMetric: 9,
  DisableAlarmActions: 3,
  EnableAlarmActions: 3,
  GetMetricData: 500,
  GetMetricStatistics: 400,
  ListMetrics: 25,
  ListTagsForResource: 20,
  PutCompositeAlarm: 3,
  PutMetricAlarm: 3,
  PutMetricData: 500,
  SetAlarmState: 3,
  TagResource: 20,
  UntagResource: 20,
};

/** Of CloudWatch Logs (its user guide, "Service quotas"); where Regions differ, the least. */
export const logsLimits: { readonly [operation: string]: number } = {
  CreateLogGroup: 10,
  DescribeLogGroups: 10,
  FilterLogEvents: 10,
  GetLogEvents: 10,
  PutMetricFilter: 5,
  PutRetentionPolicy: 5,
  StartLiveTail: 5,
  StartQuery: 10,
};

/** Of ECR (its user guide, "Service quotas"), whether they come as operations or as pushes and pulls. */
export const ecrLimits: { readonly [operation: string]: number } = {
  BatchCheckLayerAvailability: 1000,
  BatchGetImage: 2000,
  CompleteLayerUpload: 100,
  GetAuthorizationToken: 500,
  GetDownloadUrlForLayer: 3000,
  InitiateLayerUpload: 100,
  PutImage: 10,
  UploadLayerPart: 500,
};
