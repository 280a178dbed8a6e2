/**
 * PutEvents: docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html. A bus that is not there takes events in
 * silence (recorded).
 * @emulated Targets that are functions are invoked once, where their policies let EventBridge.
 */
import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { deliver } from '../../buses/deliver';
import { bytesOf, eventOf, problemOf } from '../../buses/entries';
import { insist, refusal } from '../../buses/errors';
import { busOf } from '../../buses/find';
import { Check } from '../../lambda/constraints';
import type { Action, World } from '../../world';

/** Of all entries together. */
const mostBytes = 1_048_576;

export const putEvents: Action<PutEventsRequest, PutEventsResponse> = async (world, input) => {
  const entries = input.Entries ?? [];
  insist(Check.required('entries', input.Entries), Check.count(1, 10)('entries', entries));
  if (entries.reduce((sum, entry) => sum + bytesOf(entry), 0) > mostBytes)
    throw refusal.invalid('Total size of the entries in the request is over the limit.');
  const buses = entries.map(({ EventBusName }) => busOf(world, EventBusName));
  const results = await Promise.all(entries.map((entry, index) => put(world, entry, buses[index] ?? null)));
  const failed = results.filter(({ ErrorCode }) => ErrorCode !== undefined).length;
  return { FailedEntryCount: failed, Entries: results };
};

async function put(
  world: World,
  entry: PutEventsRequestEntry,
  bus: ReturnType<typeof busOf>,
): Promise<PutEventsResultEntry> {
  const problem = problemOf(entry);
  if (problem) return problem;
  const id = world.random.uuid();
  if (bus) await deliver(world, bus, eventOf(world, id, entry));
  return { EventId: id };
}
