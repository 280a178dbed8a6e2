/**
 * Tells each request that the SDK's clients send, with its answer, to whoever wants to see them. Where nobody does, no client
 * is touched.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { maskValues } from './mask';
import { redacted } from './redact';

/** One request, answered or not. */
export interface CallTold {
  readonly service: string;
  readonly operation: string;
  /** 0 without an answer. */
  readonly status: number;
  readonly requestId: string | null;
  /** Name of the error; null when there was none. */
  readonly error: string | null;
  /** Counts from 1. */
  readonly attempt: number;
  /** Real time. */
  readonly tookMs: number;
  /** What was asked, without anything that may be secret; absent unless that was wanted. */
  readonly input?: string;
}

export interface Trace {
  readonly tell: (call: CallTold) => void;
  /** Real time, for durations alone. */
  readonly monotonicMs: () => number;
  readonly withInputs: boolean;
}

interface Sending {
  readonly attempt: number;
  readonly secrets: readonly string[];
}

const sending = new AsyncLocalStorage<Sending>();

/** What is sent within the work is this attempt. */
export const asAttempt = <T>(now: Sending, work: () => Promise<T>): Promise<T> => sending.run(now, work);

interface Call {
  readonly input: object;
}
type Handler = (call: Call) => Promise<{ readonly output: object }>;
type Middleware = (next: Handler, context: Names) => Handler;

interface Names {
  readonly clientName?: string;
  readonly commandName?: string;
}

/** As much of a client of the SDK as is needed here. */
export interface Traceable {
  readonly middlewareStack: { add(middleware: never, options: object): void };
}

/** Outermost around what reads answers, so that it sees what was sent, and what was made of the answer. */
const place = { step: 'deserialize', priority: 'high', name: 'shipitTrace' } as const;

export function traced<T extends Traceable>(client: T, trace: Trace | null): T {
  if (trace) client.middlewareStack.add(middlewareOf(trace) as never, place);
  return client;
}

function middlewareOf(trace: Trace): Middleware {
  return (next, names) => async (call) => {
    const startMs = trace.monotonicMs();
    const { attempt, secrets } = sending.getStore() ?? { attempt: 1, secrets: [] };
    const tell = (answer: unknown, error: string | null): void => {
      const { httpStatusCode = 0, requestId = null } = metadataOf(answer);
      const tookMs = Math.round(trace.monotonicMs() - startMs);
      const input = trace.withInputs ? { input: maskValues(redacted(call.input), secrets) } : {};
      trace.tell({ ...namesOf(names), status: httpStatusCode, requestId, error, attempt, tookMs, ...input });
    };
    try {
      const answered = await next(call);
      tell(answered.output, null);
      return answered;
    } catch (error) {
      tell(error, error instanceof Error ? error.name : 'unknown');
      throw error;
    }
  };
}

/** `lambda`, `GetFunction`. */
const namesOf = ({ clientName = '', commandName = '' }: Names) => ({
  service: clientName.replace(/Client$/, '').toLowerCase(),
  operation: commandName.replace(/Command$/, ''),
});

interface Metadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
}

function metadataOf(answer: unknown): Metadata {
  const metadata = (answer as { $metadata?: Metadata } | null)?.$metadata;
  return typeof metadata === 'object' ? metadata : {};
}
