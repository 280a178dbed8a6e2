/**
 * What Lambda has sent to queues, topics and event buses. There are none of these here, so what they were sent is kept to
 * be read, the newest thousand of it, or fewer when they are large.
 */
import type { Kept } from '../kept';

export interface Delivery {
  readonly atMs: number;
  readonly kind: 'destination' | 'dead-letter';
  /** ARN of the queue, the topic or the event bus. */
  readonly target: string;
  readonly functionArn: string;
  readonly requestId: string;
  readonly body: string;
  /** Message attributes of a dead letter; source and detail type of an event. */
  readonly attributes: Readonly<{ [name: string]: string }>;
}

export interface Deliveries extends Kept {
  /** Oldest first. */
  readonly all: readonly Delivery[];
  add(delivery: Delivery): void;
}

const most = 1000;
const mostCharacters = 64 * 1024 * 1024;

export function createDeliveries(): Deliveries {
  const all: Delivery[] = [];
  return {
    all,
    add(delivery) {
      all.push(delivery);
      let size = all.reduce((sum, { body }) => sum + body.length, 0);
      while (all.length > most || (size > mostCharacters && all.length > 1))
        size -= all.shift()?.body.length ?? 0;
    },
    dump: () => all,
    load: (dump) => void all.splice(0, all.length, ...(dump as Delivery[])),
    clear: () => void all.splice(0),
  };
}
