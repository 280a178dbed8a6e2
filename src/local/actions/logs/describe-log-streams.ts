/**
 * DescribeLogStreams: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html.
 * @emulated
 */
import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as LogStreamView,
} from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { streamArn } from '../../logs/arns';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { findNamed } from '../../logs/find';
import { EventId } from '../../logs/ids';
import { fifty, page } from '../../logs/paging';
import type { LogStream } from '../../logs/store';
import type { Action } from '../../world';

const isOrder = Check.oneOf(['LogStreamName', 'LastEventTime']);
const length = Check.length(1, 512);
const form = Check.pattern('[^:*]*');

export const describeLogStreams: Action<DescribeLogStreamsRequest, DescribeLogStreamsResponse> = (
  world,
  input,
) => {
  const { logStreamNamePrefix: prefix, orderBy } = input;
  insist(
    length('logStreamNamePrefix', prefix),
    form('logStreamNamePrefix', prefix),
    isOrder('orderBy', orderBy),
  );
  if (orderBy === 'LastEventTime' && prefix !== undefined)
    throw refusal.invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
  const group = findNamed(world, input);
  const found = world.logs.streamsOf(group).filter(({ name }) => name.startsWith(prefix ?? ''));
  const sorted = [...found].sort(orderBy === 'LastEventTime' ? byLastEvent : byName);
  if (input.descending) sorted.reverse();
  const { items, nextToken } = page(sorted, fifty(input));
  return {
    logStreams: items.map((stream) => viewOf(stream, streamArn(world, group.name, stream.name))),
    nextToken,
  };
};

const byName = (a: LogStream, b: LogStream): number => (a.name < b.name ? -1 : 1);

/** A stream without events counts from when it was made. */
const byLastEvent = (a: LogStream, b: LogStream): number =>
  (a.lastMs ?? a.createdMs) - (b.lastMs ?? b.createdMs) || byName(a, b);

/** The size of streams has been zero at AWS since 2019. */
const viewOf = (
  { name, createdMs, firstMs, lastMs, lastIngestedMs }: LogStream,
  arn: string,
): LogStreamView => ({
  logStreamName: name,
  creationTime: createdMs,
  ...(firstMs === null || lastMs === null || lastIngestedMs === null
    ? {}
    : {
        firstEventTimestamp: firstMs,
        lastEventTimestamp: lastMs,
        lastIngestionTime: lastIngestedMs,
        uploadSequenceToken: EventId.of({ atMs: lastIngestedMs, number: 0 }),
      }),
  arn,
  storedBytes: 0,
});
