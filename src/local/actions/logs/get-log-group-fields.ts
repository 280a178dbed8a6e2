/**
 * GetLogGroupFields: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogGroupFields.html.
 * @emulated
 */
import type { GetLogGroupFieldsRequest, GetLogGroupFieldsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { discover } from '../../logs/fields';
import { findNamed } from '../../logs/find';
import { type Span, within } from '../../logs/read';
import type { Action } from '../../world';

const always = ['@ingestionTime', '@log', '@logStream', '@message', '@timestamp'];
const minuteMs = 60_000;

export const getLogGroupFields: Action<GetLogGroupFieldsRequest, GetLogGroupFieldsResponse> = (
  world,
  input,
) => {
  const group = findNamed(world, input);
  const span = spanOf(input.time, world.clock.nowMs());
  const events = world.logs.streamsOf(group).flatMap((stream) => within(stream.events, span));
  const counts = new Map<string, number>(always.map((name) => [name, events.length]));
  for (const { message } of events)
    for (const name of discover(message).keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const percentOf = (count: number): number => Math.round((count / events.length) * 100);
  const fields = [...counts].map(([name, count]) => ({ name, percent: percentOf(count) }));
  return { logGroupFields: events.length === 0 ? [] : fields };
};

/** Eight minutes on both sides of a time (epoch seconds), or the last fifteen minutes. */
const spanOf = (timeS: number | undefined, nowMs: number): Span =>
  timeS === undefined
    ? { startMs: nowMs - 15 * minuteMs, endMs: nowMs + 1 }
    : { startMs: timeS * 1000 - 8 * minuteMs, endMs: timeS * 1000 + 8 * minuteMs };
