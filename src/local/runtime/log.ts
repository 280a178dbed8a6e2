/**
 * The log lines of one execution environment: handed on as they are finished, and as far back as an answer can show
 * them. A newline inside of one message is marked by the runtime clients, so that the message stays one event.
 */
import { StringDecoder } from 'node:string_decoder';
import type { Clock } from '../../core/ports';

const tailBytes = 4096;

/** CloudWatch Logs takes no larger event. */
const longestMessage = 262_118;

/** Real milliseconds that a line may wait for others, and how many lines wait at most. */
const lateMs = 100;
const mostWaiting = 1000;

/** Before a newline that does not end the message. */
export const inner = '\x1f';

export class EnvironmentLog {
  /** Bytes that came in so far, from `add` alone. */
  received = 0;
  private readonly decoder = new StringDecoder('utf8');
  private readonly tail = createTail();
  private part = '';
  private waiting: string[] = [];
  private cancel: (() => void) | null = null;

  constructor(
    private readonly real: Clock,
    private readonly receive: (messages: readonly string[]) => void,
  ) {}

  /** What the process wrote. */
  add(bytes: Buffer): void {
    this.received += bytes.length;
    this.part = split(this.part + this.decoder.write(bytes), (message) => this.push(message));
    if (this.waiting.length >= mostWaiting) this.handOn();
    else if (this.waiting.length > 0) this.cancel ??= this.real.after(lateMs, () => this.handOn());
  }

  /** A message of the platform's own; not counted. */
  note(message: string): void {
    this.finishPart();
    this.push(message);
  }

  /** As `note`, but for the receiver alone. */
  hand(message: string): void {
    this.waiting.push(message);
  }

  /** The last 4 KB; what is taken is gone. All that is finished has been handed on then. */
  take(): string {
    this.handOn();
    return this.tail.take();
  }

  /** True when the tail has this in it. */
  says(text: string): boolean {
    return this.part.includes(text) || this.tail.says(text);
  }

  /** Hands on what is there, finished or not. */
  flush(): void {
    this.finishPart();
    this.handOn();
  }

  private push(message: string): void {
    const whole = message.includes(inner) ? message.replaceAll(`${inner}\n`, '\n') : message;
    for (let at = 0; at < whole.length; at += longestMessage)
      this.waiting.push(whole.slice(at, at + longestMessage));
    this.tail.add(whole);
  }

  private finishPart(): void {
    if (this.part !== '') this.push(`${this.part}\n`);
    this.part = '';
  }

  private handOn(): void {
    this.cancel?.();
    this.cancel = null;
    const messages = this.waiting;
    this.waiting = [];
    if (messages.length > 0) this.receive(messages);
  }
}

/** Answers what is not finished. */
function split(text: string, push: (message: string) => void): string {
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] === inner) continue;
    push(text.slice(from, at + 1));
    from = at + 1;
  }
  const rest = text.slice(from);
  if (rest.length < longestMessage) return rest;
  push(rest.slice(0, longestMessage));
  return rest.slice(longestMessage);
}

interface Tail {
  add(message: string): void;
  says(text: string): boolean;
  take(): string;
}

function createTail(): Tail {
  let kept: string[] = [];
  let size = 0;
  return {
    add(message) {
      kept.push(message);
      size += message.length;
      while (size - (kept[0]?.length ?? size) >= tailBytes) size -= kept.shift()?.length ?? 0;
    },
    says: (text) => kept.some((message) => message.includes(text)),
    take() {
      const text = Buffer.from(kept.join('')).subarray(-tailBytes).toString();
      kept = [];
      size = 0;
      return text;
    },
  };
}
