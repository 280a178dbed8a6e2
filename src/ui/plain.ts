/** One timestamped line per change of state, and numbers now and then: for CI logs, pipes and screen readers. */
import type { Event } from '../core/events';
import { alsoSaid, describe, emptyMemory, type Memory, remember } from './describe';
import type { View } from './fold';
import { show } from './show';
import type { Sink } from './sink';
import type { Line, Tone } from './style';

/** A report for people, that knows what stands on the screen. */
export interface PeopleReport {
  tell(event: Event): void;
  /** Whether this problem was printed already. */
  hasSaid(problem: string): boolean;
  /** These were printed by somebody else. */
  note(problems: readonly string[]): void;
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

function toneOf(event: Event): Tone | null {
  if (event.type === 'rollout.restoring') return 'bad';
  if (event.type === 'warning' || event.type === 'local.slowed' || event.type === 'rollout.held')
    return 'warn';
  if ('ok' in event) return event.ok ? null : 'bad';
  if (event.type === 'rollout.observed') return event.verdict === 'fail' ? 'bad' : null;
  if ('exitCode' in event) return event.exitCode === 0 ? 'good' : 'bad';
  return null;
}
