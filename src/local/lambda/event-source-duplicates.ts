/** One source feeds one function once. */
import type { World } from '../world';
import { refusal } from './errors';
import type { Definition } from './event-source-kinds';

/** Throws when the same source feeds the same function already, naming the mapping to adopt. */
export function insistOnOnly(world: World, definition: Definition, functionArn: string): void {
  const others = [...world.functions.eventSources.values()];
  const same = others.find(
    (other) => other.functionArn === functionArn && overlap(other.definition, definition),
  );
  if (!same) return;
  const name = functionArn.split(':').slice(6).join(':');
  const { EventSourceArn: arn, Topics = [] } = definition;
  const adopt = `Please update or delete the existing mapping with UUID ${same.uuid}`;
  if (Topics.length > 0)
    throw refusal.conflict(
      `An event source mapping with event source ("${placesOf(definition).join(',')}"), function ("${functionArn}"), topics ("${Topics.join(',')}") already exists. ${adopt}`,
    );
  throw refusal.conflict(
    arn?.split(':')[2] === 'sqs'
      ? `An event source mapping with SQS arn (" ${arn} ") and function (" ${name} ") already exists. ${adopt}`
      : `The event source arn (" ${arn} ") and function (" ${name} ") provided mapping already exists. ${adopt}`,
  );
}

/** Topics of one cluster, and queues of one broker, are sources of their own. */
function overlap(a: Definition, b: Definition): boolean {
  const shares = (mine: readonly string[] = [], theirs: readonly string[] = []): boolean =>
    mine.length === 0 || theirs.some((one) => mine.includes(one));
  return (
    placesOf(a).some((place) => placesOf(b).includes(place)) &&
    shares(a.Topics, b.Topics) &&
    shares(a.Queues, b.Queues)
  );
}

const placesOf = ({ EventSourceArn, SelfManagedEventSource }: Definition): string[] =>
  EventSourceArn ? [EventSourceArn] : Object.values(SelfManagedEventSource?.Endpoints ?? {}).flat();
