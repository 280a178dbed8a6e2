/**
 * GetLogEvents: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html.
 * @emulated
 */
import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { findNamed, findStream } from '../../logs/find';
import { within } from '../../logs/read';
import { selectPage } from '../../logs/select';
import type { Action } from '../../world';

const most = 10_000;
const isLimit = Check.range(1, most);
const isTime = Check.range(0, Number.MAX_SAFE_INTEGER);

export const getLogEvents: Action<GetLogEventsRequest, GetLogEventsResponse> = (world, input) => {
  const { startTime, endTime, limit, nextToken: token, startFromHead } = input;
  insist(isTime('startTime', startTime), isTime('endTime', endTime), isLimit('limit', limit));
  const group = findNamed(world, input);
  const stream = findStream(group, input.logStreamName);
  world.logs.streamsOf(group);
  const span = { startMs: startTime ?? null, endMs: endTime ?? null };
  const { events, forward, backward } = selectPage(within(stream.events, span), {
    token,
    limit: limit ?? most,
    fromHead: startFromHead === true,
  });
  return {
    events: events.map(({ atMs, message, ingestedMs }) => ({
      timestamp: atMs,
      message,
      ingestionTime: ingestedMs,
    })),
    nextForwardToken: forward,
    nextBackwardToken: backward,
  };
};
