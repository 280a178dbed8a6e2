/** One invocation while an environment carries it out, and what comes of it. */
import type { Clock } from '../../core/ports';
import type { RuntimeAnswer, RuntimePiece } from './api';
import { Failure, responseLimit, streamLimit } from './failure';
import type { EnvironmentLog } from './log';
import type { RuntimeCall, RuntimeResult } from './pool';

interface InvocationOf {
  readonly call: RuntimeCall;
  /** Real, monotonic. */
  readonly startedMs: number;
  readonly cancelTimeout: () => void;
  readonly real: Clock;
  readonly log: EnvironmentLog;
  readonly resolve: (result: RuntimeResult) => void;
  /** The answer and its log lines are in. */
  readonly settled: (answer: RuntimeAnswer) => void;
}

export type Outcome = Pick<RuntimeResult, 'payload' | 'functionError'>;

export class Invocation {
  /** The function has been given it. */
  delivered = false;
  answer: RuntimeAnswer | null = null;
  private quiet: Quiet | null = null;
  private readonly pieces: Buffer[] = [];
  private size = 0;

  constructor(readonly of: InvocationOf) {}

  isOf(requestId: string): boolean {
    return this.of.call.requestId === requestId;
  }

  take({ requestId, bytes, contentType }: RuntimePiece): void {
    if (!this.isOf(requestId)) return;
    const { stream } = this.of.call;
    if (stream) stream(bytes, contentType);
    else this.gather(bytes);
  }

  private gather(bytes: Buffer): void {
    this.size += bytes.length;
    if (this.size <= responseLimit) this.pieces.push(bytes);
  }

  answered(answer: RuntimeAnswer): void {
    const { real, settled } = this.of;
    this.answer = answer;
    if (answer.loggedBytes === null) this.quiet = whenQuiet(real, () => settled(answer));
    else this.heard();
  }

  /** Log lines come by another way than the answer, and may come later. */
  heard(): void {
    const { answer, quiet } = this;
    if (quiet) quiet.heard();
    else if (answer && this.of.log.received >= (answer.loggedBytes ?? 0)) this.of.settled(answer);
  }

  /** Nothing is waited for any more. */
  end(): void {
    this.of.cancelTimeout();
    this.quiet?.cancel();
  }

  /** What the answer comes to. */
  outcome(answer: RuntimeAnswer): Outcome {
    const limit = answer.streamed ? streamLimit : responseLimit;
    if (answer.tooLarge) return this.failed(Failure.tooLarge(limit));
    if (answer.failed) return { payload: answer.body, functionError: 'Unhandled' };
    if (this.size > responseLimit) return this.failed(Failure.tooLarge(responseLimit));
    return { payload: answer.streamed ? Buffer.concat(this.pieces) : answer.body, functionError: null };
  }

  failed(failure: Failure): Outcome {
    return { payload: Failure.payload(failure, this.of.call.requestId), functionError: 'Unhandled' };
  }
}

export function headersOf(call: RuntimeCall, deadlineMs: number): { [name: string]: string } {
  const hex = call.requestId.replaceAll('-', '');
  const seconds = Math.floor(deadlineMs / 1000).toString(16);
  const headers: { [name: string]: string } = {
    'Lambda-Runtime-Aws-Request-Id': call.requestId,
    'Lambda-Runtime-Deadline-Ms': String(Math.round(deadlineMs)),
    'Lambda-Runtime-Invoked-Function-Arn': call.invokedArn,
    'Lambda-Runtime-Trace-Id': `Root=1-${seconds}-${hex.slice(0, 24)};Parent=${hex.slice(16)};Sampled=0`,
  };
  if (call.clientContext !== null) headers['Lambda-Runtime-Client-Context'] = headerText(call.clientContext);
  return headers;
}

/** A header holds ASCII on one line; JSON can say everything in that. */
const headerText = (base64: string): string =>
  JSON.stringify(JSON.parse(Buffer.from(base64, 'base64').toString())).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Real milliseconds without output that end the wait, and that it takes at most. */
const quietMs = 5;
const noisyMs = 100;

interface Quiet {
  /** Something came. */
  heard(): void;
  cancel(): void;
}

/** For a process that does not say how much it has logged: its answer is in, and its output has come to rest. */
function whenQuiet(real: Clock, then: () => void): Quiet {
  const lastMs = real.monotonicMs() + noisyMs;
  const wait = (): (() => void) => real.after(Math.min(quietMs, lastMs - real.monotonicMs()), then);
  let cancel = wait();
  return {
    heard() {
      cancel();
      cancel = wait();
    },
    cancel: () => cancel(),
  };
}
