/**
 * Event streams on the wire (smithy.io, "Event streams"; application/vnd.amazon.eventstream): each event is a message of its
 * own with its name in a header, and goes out as it comes.
 */
import { EventStreamCodec } from '@smithy/core/event-streams';
import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors';
import type { JsonForm } from './json';

export const eventStreamType = 'application/vnd.amazon.eventstream';

export interface EventStreamOf {
  /** The union of events. */
  readonly schema: NormalizedSchema;
  readonly events: AsyncIterable<unknown>;
  readonly json: JsonForm;
  /** JSON of the answer itself, which protocols without headers of their own send first; else null. */
  readonly initial: string | null;
}

type Event = { readonly [name: string]: object };

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

/** What fails on the way is told as the stream's last message. */
export async function* eventStream(of: EventStreamOf): AsyncGenerator<Uint8Array> {
  if (of.initial !== null) yield message('event', 'initial-response', json(of.initial));
  try {
    for await (const event of of.events as AsyncIterable<Event>)
      for (const [name, value] of Object.entries(event))
        yield message('event', name, payload(of, name, value));
  } catch (error) {
    const name = error instanceof AwsError ? error.name : 'InternalServerException';
    const text = error instanceof Error ? error.message : String(error);
    yield message('exception', name, json(JSON.stringify({ message: text })));
  }
}

interface Payload {
  readonly type: string;
  readonly body: Uint8Array;
}

const json = (text: string): Payload => ({ type: 'application/json', body: Buffer.from(text) });

/** A member that is the payload goes as its bytes, everything else as JSON. */
function payload({ schema, json: form }: EventStreamOf, name: string, value: object): Payload {
  const event = schema.getMemberSchema(name);
  for (const [member, of] of event.structIterator()) {
    if (!of.getMergedTraits().eventPayload || !of.isBlobSchema()) continue;
    const body = (value as { readonly [member: string]: Uint8Array })[member] ?? new Uint8Array();
    return { type: 'application/octet-stream', body };
  }
  return json(form.write(event, value));
}

const text = (value: string) => ({ type: 'string' as const, value });

function message(kind: 'event' | 'exception', name: string, { type, body }: Payload): Uint8Array {
  const headers = {
    ':message-type': text(kind),
    [`:${kind}-type`]: text(name),
    ':content-type': text(type),
  };
  return codec.encode({ headers, body });
}
