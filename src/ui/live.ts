/**
 * The live view of a terminal: lines that stay, and below them one block that is drawn over at each event. It has no
 * timer of its own and no alternate screen, so what was seen last stays in the scrollback.
 */
import type { Event } from '../core/events';
import { alsoSaid, describe, emptyMemory, type Memory, remember } from './describe';
import { frame } from './frame';
import { type PeopleReport, timedLines } from './plain';
import type { Sink } from './sink';
import { columnsOf, type Streams } from './streams';
import type { Line } from './style';

/** A narrower window cannot hold the block; there the plain lines go on. */
export const narrowestColumns = 40;

export class LiveReport implements PeopleReport {
  private memory: Memory = emptyMemory;
  private open = true;

  constructor(
    private readonly sink: Sink,
    private readonly streams: Streams,
  ) {}

  tell(event: Event): void {
    const before = this.memory;
    this.memory = remember(event, before);
    const columns = columnsOf(this.streams);
    const lines = timedLines(event, describe(event, before), this.memory.view);
    if (columns < narrowestColumns || !this.open) this.append(lines);
    else this.draw(event, lines, columns);
  }

  hasSaid(problem: string): boolean {
    return this.memory.said.has(problem);
  }

  note(problems: readonly string[]): void {
    this.memory = alsoSaid(this.memory, problems);
  }

  close(): void {
    this.open = false;
    this.sink.settle();
  }

  private append(lines: readonly Line[]): void {
    this.sink.settle();
    this.sink.lines(lines);
  }

  private draw(event: Event, lines: readonly Line[], columns: number): void {
    const rows = this.streams.stderr.rows ?? 0;
    const screen = { columns: columns - 1, rows, nowMs: event.at, unicode: this.streams.flags.unicode };
    const last = event.type === 'release.finished';
    const above = last || event.type === 'rollout.observed' ? [] : lines;
    this.sink.redraw({ above, block: frame(this.memory.view, screen), columns });
    if (!last) return;
    this.close();
    this.sink.lines(lines);
  }
}
