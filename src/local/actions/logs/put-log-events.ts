/**
 * PutLogEvents: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html.
 * @emulated The newest 64 MB of events of all groups are held, and the newest 256 KB outlive the process.
 */
import type {
  InputLogEvent,
  PutLogEventsRequest,
  PutLogEventsResponse,
  RejectedLogEventsInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import { Check, violated } from '../../lambda/constraints';
import { bytesOf } from '../../logs/bound';
import { insist, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { findGroup, findStream } from '../../logs/find';
import { EventId } from '../../logs/ids';
import type { LogGroup, LogLine } from '../../logs/store';
import type { Action } from '../../world';

const mostBytes = 1_048_576;
const dayMs = 24 * 3_600_000;
const tooOldMs = 14 * dayMs;
const tooNewMs = 2 * 3_600_000;

/** Sequence tokens have counted for nothing since 2023: any is taken, and one is given back. */
export const putLogEvents: Action<PutLogEventsRequest, PutLogEventsResponse> = (world, input) => {
  const lines = linesOf(input.logEvents);
  const group = findGroup(world, input.logGroupName);
  const stream = findStream(group, input.logStreamName);
  insistOnBatch(lines);
  const nowMs = world.clock.nowMs();
  const rejected = rejectedOf(lines, group, nowMs);
  const from = Math.max(rejected.tooOldLogEventEndIndex ?? 0, rejected.expiredLogEventEndIndex ?? 0);
  world.logs.put(group.name, stream.name, lines.slice(from, rejected.tooNewLogEventStartIndex));
  return {
    nextSequenceToken: EventId.of({ atMs: nowMs, number: 0 }),
    ...(Object.keys(rejected).length > 0 ? { rejectedLogEventsInfo: rejected } : {}),
  };
};

function linesOf(events: readonly InputLogEvent[] | undefined): LogLine[] {
  insist(Check.required('logEvents', events), sized('logEvents', events, [1, 10_000]));
  return (events ?? []).map(({ timestamp, message }, index) => {
    const place = `logEvents.${index + 1}.member`;
    const negative = 'Member must have value greater than or equal to 0';
    insist(
      Check.required(`${place}.timestamp`, timestamp),
      Check.required(`${place}.message`, message),
      hasText(`${place}.message`, message),
      (timestamp ?? 0) < 0 ? violated(`'${timestamp}'`, `${place}.timestamp`, negative) : null,
    );
    return { atMs: timestamp ?? 0, message: message ?? '' };
  });
}

const hasText = Check.length(1, Number.MAX_SAFE_INTEGER);

function insistOnBatch(lines: readonly LogLine[]): void {
  if (lines.some(({ atMs }, index) => atMs < (lines[index - 1]?.atMs ?? 0)))
    throw refusal.invalid('Log events in a single PutLogEvents request must be in chronological order.');
  if ((lines.at(-1)?.atMs ?? 0) - (lines[0]?.atMs ?? 0) > dayMs)
    throw refusal.invalid(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
  const bytes = lines.reduce((sum, line) => sum + bytesOf(line), 0);
  if (bytes > mostBytes)
    throw refusal.invalid(`Upload too large: ${bytes} bytes exceeds limit of ${mostBytes}`);
}

/** The ends of what is too old or expired are exclusive, the start of what is too new inclusive. */
function rejectedOf(lines: readonly LogLine[], group: LogGroup, nowMs: number): RejectedLogEventsInfo {
  const before = (fromMs: number): number => {
    const first = lines.findIndex(({ atMs }) => atMs >= fromMs);
    return first < 0 ? lines.length : first;
  };
  const tooOld = before(nowMs - tooOldMs);
  const expired = group.retentionDays === null ? 0 : before(nowMs - group.retentionDays * dayMs);
  const tooNew = lines.findIndex(({ atMs }) => atMs > nowMs + tooNewMs);
  return {
    ...(tooNew >= 0 ? { tooNewLogEventStartIndex: tooNew } : {}),
    ...(tooOld > 0 ? { tooOldLogEventEndIndex: tooOld } : {}),
    ...(expired > tooOld ? { expiredLogEventEndIndex: expired } : {}),
  };
}
