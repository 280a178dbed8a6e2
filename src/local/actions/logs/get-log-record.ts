/**
 * GetLogRecord: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogRecord.html.
 * @emulated
 */
import type { GetLogRecordRequest, GetLogRecordResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { discover } from '../../logs/fields';
import { Pointer } from '../../logs/ids';
import { firstAt } from '../../logs/read';
import type { Action } from '../../world';

export const getLogRecord: Action<GetLogRecordRequest, GetLogRecordResponse> = (
  { logs, account },
  { logRecordPointer },
) => {
  insist(Check.required('logRecordPointer', logRecordPointer));
  const place = Pointer.parse(logRecordPointer ?? '');
  if (!place) throw refusal.invalid('The specified log record pointer is invalid.');
  const events = logs.groups.get(place.group)?.streams.get(place.stream)?.events ?? [];
  const event = events[firstAt(events, place)];
  if (event?.number !== place.number) throw refusal.missing('The specified log record does not exist.');
  const found = [...discover(event.message)].map(([name, value]) => [name, String(value)] as const);
  const logRecord = {
    ...Object.fromEntries(found),
    '@timestamp': String(event.atMs),
    '@ingestionTime': String(event.ingestedMs),
    '@message': event.message,
    '@logStream': place.stream,
    '@log': `${account}:${place.group}`,
    '@ptr': logRecordPointer ?? '',
  };
  return { logRecord };
};
