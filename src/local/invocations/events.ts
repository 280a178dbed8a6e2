/** Asynchronous invocations that were accepted and are not over: they outlive the process that serves the world. */
import type { Kept } from '../kept';

export type Chain = Readonly<{ [functionName: string]: number }>;

export interface QueuedEvent {
  /** Request id of every attempt. */
  readonly id: string;
  readonly functionName: string;
  readonly qualifier: string | null;
  /** Chosen when it was accepted; every attempt goes there. */
  readonly version: string;
  readonly payload: Uint8Array;
  readonly clientContext: string | null;
  /** How often each function was invoked in the chain of destinations that led here, this time included. */
  readonly chain: Chain;
  readonly acceptedMs: number;
  /** When the next attempt is due. */
  dueMs: number;
  /** Attempts that the function failed. */
  failures: number;
  /** Attempts that Lambda itself refused since the function last ran. */
  refusals: number;
}

export interface EventQueue extends Kept {
  readonly all: ReadonlyMap<string, QueuedEvent>;
  add(event: QueuedEvent): void;
  remove(id: string): void;
  /** True when the world has ended: what is queued stays for the next time. */
  readonly closed: boolean;
  close(): void;
}

type DumpedEvent = Omit<QueuedEvent, 'payload'> & { readonly payload: string };

export function createEventQueue(): EventQueue {
  const all = new Map<string, QueuedEvent>();
  let closed = false;
  return {
    all,
    add: (event) => all.set(event.id, event),
    remove: (id) => all.delete(id),
    get closed() {
      return closed;
    },
    close() {
      closed = true;
    },
    dump: () => [...all.values()].map((event) => ({ ...event, payload: textOf(event.payload) })),
    load(dump) {
      for (const event of dump as DumpedEvent[])
        all.set(event.id, { ...event, payload: Buffer.from(event.payload, 'base64') });
    },
    clear: () => all.clear(),
  };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
