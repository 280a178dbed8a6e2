/**
 * FilterLogEvents: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html.
 * @emulated Every stream is searched to the end of the page; streams are always interleaved.
 */
import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { searchPattern } from '../../logs/filters';
import { findNamed } from '../../logs/find';
import { EventId } from '../../logs/ids';
import { search } from '../../logs/search';
import type { Action, World } from '../../world';

const most = 10_000;
const isLimit = Check.range(1, most);
const isTime = Check.range(0, Number.MAX_SAFE_INTEGER);
const length = Check.length(1, 512);
const form = Check.pattern('[^:*]*');

/** Searching backwards is possible for events of 2024 and later. */
const earliestBackwardsMs = Date.UTC(2024, 0);

export const filterLogEvents: Action<FilterLogEventsRequest, FilterLogEventsResponse> = (world, input) => {
  check(input);
  const { startTime, endTime, limit } = input;
  const found = search({
    streams: streamsOf(world, input),
    pattern: searchPattern('filterPattern', input.filterPattern),
    token: input.nextToken,
    limit: limit ?? most,
    oldestFirst: input.startFromHead !== false,
    startMs: startTime ?? null,
    endMs: endTime === undefined ? null : endTime + 1,
  });
  const events = found.events.map(({ stream, event }) => ({
    logStreamName: stream,
    timestamp: event.atMs,
    message: event.message,
    ingestionTime: event.ingestedMs,
    eventId: EventId.of(event),
  }));
  return { events, searchedLogStreams: [], nextToken: found.nextToken };
};

function check(input: FilterLogEventsRequest): void {
  const { logStreamNames, logStreamNamePrefix: prefix, startTime } = input;
  insist(
    isTime('startTime', startTime),
    isTime('endTime', input.endTime),
    isLimit('limit', input.limit),
    sized('logStreamNames', logStreamNames, [1, 100]),
    ...(logStreamNames ?? []).map((name) => form('logStreamNames', name)),
    length('logStreamNamePrefix', prefix),
    form('logStreamNamePrefix', prefix),
  );
  if (logStreamNames && prefix !== undefined)
    throw refusal.invalid('logStreamNames and logStreamNamePrefix are mutually exclusive parameters.');
  if (input.startFromHead === false && (startTime ?? 0) < earliestBackwardsMs)
    throw refusal.invalid(
      'startFromHead can be false only when startTime is on or after Jan 1, 2024 00:00:00 UTC.',
    );
}

/** A stream that is named and is not there is an error. */
function streamsOf(world: World, input: FilterLogEventsRequest) {
  const { logStreamNames, logStreamNamePrefix: prefix } = input;
  const group = findNamed(world, input);
  const names = logStreamNames ? new Set(logStreamNames) : null;
  if (logStreamNames?.some((name) => !group.streams.has(name))) throw refusal.noStream();
  return world.logs
    .streamsOf(group)
    .filter(({ name }) => (names ? names.has(name) : name.startsWith(prefix ?? '')));
}
