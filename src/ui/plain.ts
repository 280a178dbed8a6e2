/** One timestamped line per change of state, and numbers now and then: for CI logs, pipes and screen readers. */
import type { Event, EventType } from '../core/events';
import { exitCodes } from '../core/outcome';
import { alsoSaid, describe, emptyMemory, type Memory, remember } from './describe';
import { show } from './show';
import type { Sink } from './sink';
import type { Line, Tone } from './style';
import type { View } from './view';

/** A report for people, that knows what stands on the screen. */
export interface PeopleReport {
  tell(event: Event): void;
  /** Whether this problem was printed already. */
  hasSaid(problem: string): boolean;
  /** These were printed by somebody else. */
  note(problems: readonly string[]): void;
  /** Somebody else writes on the terminal now: what stands there only for the moment is taken away. */
  makeRoom(): void;
  /** Somebody else has the terminal, and its keys, while this runs. */
  aside<T>(work: () => Promise<T>): Promise<T>;
  /** Nothing more will come; may be called more than once. */
  close(): void;
}

export class PlainReport implements PeopleReport {
  private memory: Memory = emptyMemory;

  constructor(private readonly sink: Sink) {}

  tell(event: Event): void {
    const before = this.memory;
    this.memory = remember(event, before);
    this.sink.lines(timedLines(event, describe(event, before), this.memory.view));
  }

  hasSaid(problem: string): boolean {
    return this.memory.said.has(problem);
  }

  note(problems: readonly string[]): void {
    this.memory = alsoSaid(this.memory, problems);
  }

  makeRoom(): void {}

  aside<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  close(): void {}
}

/** `02:13:05Z 3F7K2M words`: every line can be understood without the others. */
export function timedLines(event: Event, words: readonly string[], view: View): Line[] {
  const release = view.release === null ? '' : `${show.release(view.release)} `;
  const tone = toneOf(event);
  return words.map((text) => [
    { tone: 'dim', text: `${show.clock(event.at)} ${release}` },
    tone === null ? text : { tone, text },
  ]);
}

const warnings: readonly EventType[] = [
  'warning',
  'local.slowed',
  'rollout.held',
  'rollout.paused',
  'rollout.waiting',
  'release.takenOver',
];
const asides: readonly EventType[] = ['aws.called', 'command.started', 'error.traced'];
const verdicts = { pass: null, fail: 'bad', inconclusive: 'warn' } as const;

/** Null for what is neither good nor bad. */
export function toneOf(event: Event): Tone | null {
  if (asides.includes(event.type)) return 'dim';
  if (event.type === 'rollout.restoring') return 'bad';
  if (warnings.includes(event.type)) return 'warn';
  if ('ok' in event) return event.ok ? null : 'bad';
  if (event.type === 'hook.ran') return verdicts[event.status];
  if (event.type === 'rollout.observed') return event.verdict === 'fail' ? 'bad' : null;
  if (!('exitCode' in event)) return null;
  if (event.exitCode === exitCodes.waiting) return 'warn';
  return event.exitCode === 0 ? 'good' : 'bad';
}
