/** For whoever wants to hear of nothing but trouble and the end. */
import type { Event } from '../core/events';
import { alsoSaid, describe, emptyMemory, type Memory, remember } from './describe';
import { type PeopleReport, timedLines, toneOf } from './plain';
import type { Sink } from './sink';
import type { Line } from './style';

export class QuietReport implements PeopleReport {
  private memory: Memory = emptyMemory;
  private held: readonly Line[] = [];

  constructor(private readonly sink: Sink) {}

  tell(event: Event): void {
    const before = this.memory;
    this.memory = remember(event, before);
    const lines = timedLines(event, describe(event, before), this.memory.view);
    if (event.type === 'plan.made' || event.type === 'destroy.planned') this.held = lines;
    // An address that nobody hears of is served to nobody.
    else if (event.type === 'web.ready' || toneOf(event) !== null) this.sink.lines(lines);
  }

  makeRoom(): void {}

  /** What a question is about stands above it. */
  aside<T>(work: () => Promise<T>): Promise<T> {
    this.sink.lines(this.held);
    this.held = [];
    return work();
  }

  hasSaid(problem: string): boolean {
    return this.memory.said.has(problem);
  }

  note(problems: readonly string[]): void {
    this.memory = alsoSaid(this.memory, problems);
  }

  close(): void {}
}
