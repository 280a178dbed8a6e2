/**
 * The live view of a terminal: lines that stay, and below them one block that is drawn over when something happened, each
 * second for the time that is left, and when the window changed. There is no alternate screen, so what was seen last stays
 * in the scrollback.
 */
import type { Event } from '../core/events';
import type { Clock } from '../core/ports';
import { alsoSaid, describe, emptyMemory, type Memory, remember } from './describe';
import { fold } from './fold';
import { withJournal } from './followed';
import { frame } from './frame';
import { Keyboard, type Terminal } from './keyboard';
import { type Answer, Keys, offersOf, type Wish } from './keys';
import { type PeopleReport, timedLines } from './plain';
import type { Sink } from './sink';
import { columnsOf, type Streams } from './streams';
import type { Line } from './style';
import { emptyView, type View } from './view';

/** A smaller window cannot hold the block; there the plain lines go on. */
export const narrowestColumns = 40;
const fewestRows = 6;
const tickMs = 1000;

/** What the view needs of a release to follow the time, and to ask something of it. */
export interface Helm {
  /** The time of the release, which in a local world is not that of this machine. */
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Of this machine. */
  readonly machine: Clock;
  readonly send: (what: Wish, release: string) => Promise<Answer>;
  /** What its journal tells of it, and whatever is added to that. */
  readonly retell: (release: string, tell: (event: Event) => void) => void;
  /** Nobody waits for answers any more. */
  readonly close: () => void;
}

export class LiveReport implements PeopleReport {
  private memory: Memory = emptyMemory;
  private isOpen = true;
  /** Somebody else writes on the terminal: what happens meanwhile is told afterwards. */
  private kept: Event[] | null = null;
  /** What the journal told of a release that is only looked at; null until it was asked. */
  private told: View | null = null;
  private lastMs = 0;
  private helm: Helm | null = null;
  private keys: Keys | null = null;
  private keyboard: Keyboard | null = null;
  private stopTicking = (): void => undefined;

  constructor(
    private readonly sink: Sink,
    private readonly streams: Streams,
  ) {}

  tell(event: Event): void {
    if (this.kept) this.kept.push(event);
    else this.show(event);
  }

  hasSaid(problem: string): boolean {
    return this.memory.said.has(problem);
  }

  note(problems: readonly string[]): void {
    this.memory = alsoSaid(this.memory, problems);
  }

  /** From now on the time goes on between events, the window may change, and keys are heard. */
  steer(helm: Helm): void {
    const { machine, send } = helm;
    this.helm = helm;
    this.keys = new Keys({
      send: (what) => send(what, this.memory.view.release ?? ''),
      nowMs: () => machine.monotonicMs(),
      changed: () => this.draw([]),
    });
    if (this.streams.terminal) this.keyboard = this.keyboardAt(this.streams.terminal);
    this.streams.stderr.on?.('resize', this.resized);
    this.keyboard?.open();
    this.tick();
  }

  makeRoom(): void {
    this.sink.erase(columnsOf(this.streams) || 1);
  }

  /** A question has the terminal for itself. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    this.makeRoom();
    this.kept = [];
    this.keyboard?.close();
    try {
      return await work();
    } finally {
      const events = this.kept;
      this.kept = null;
      if (this.helm) this.keyboard?.open();
      for (const event of events) this.show(event);
    }
  }

  close(): void {
    const { helm } = this;
    this.helm = null;
    this.stopTicking();
    this.streams.stderr.off?.('resize', this.resized);
    this.keyboard?.close();
    helm?.close();
    this.leaveBlock();
  }

  /** What was seen last of a release stays; what was only made for one was told in lines. */
  private leaveBlock(): void {
    if (this.memory.view.release === null) this.makeRoom();
    else this.draw([]);
    this.isOpen = false;
    this.sink.settle();
  }

  private show(event: Event): void {
    const before = this.memory;
    this.memory = remember(event, before);
    this.lastMs = Math.max(this.lastMs, event.at);
    const lines = timedLines(event, describe(event, before), this.memory.view);
    if (event.type === 'status.read') this.askJournal();
    // A release that stood in the way ended first, or is taken over.
    if (event.type === 'plan.made' || event.type === 'release.takenOver') this.isOpen = true;
    if ('exitCode' in event && event.type !== 'release.finished') this.leaveBlock();
    if (this.isTooSmall() || !this.isOpen) this.append(lines);
    else if (event.type === 'release.finished') this.end(lines);
    else this.draw(isInBlock(event, this.memory) ? [] : lines);
  }

  private askJournal(): void {
    const { release } = this.memory.view;
    if (this.told !== null || release === null || !this.helm) return;
    this.told = emptyView;
    // The next second shows it.
    this.helm.retell(release, (event) => {
      this.told = fold(this.told ?? emptyView, event);
    });
  }

  private view(): View {
    return withJournal(this.memory.view, this.told ?? emptyView);
  }

  private append(lines: readonly Line[]): void {
    this.sink.settle();
    this.sink.lines(lines);
  }

  private end(lines: readonly Line[]): void {
    this.draw([]);
    this.isOpen = false;
    this.append(lines);
  }

  private isTooSmall(): boolean {
    const { rows = 0 } = this.streams.stderr;
    return columnsOf(this.streams) < narrowestColumns || (rows > 0 && rows < fewestRows);
  }

  private draw(above: readonly Line[]): void {
    if (!this.isOpen || this.kept !== null || this.isTooSmall()) return;
    const columns = columnsOf(this.streams);
    const { rows = 0 } = this.streams.stderr;
    const { unicode } = this.streams.flags;
    const nowMs = Math.max(this.lastMs, this.helm?.clock.nowMs() ?? 0);
    const footer = this.footer(columns - 1);
    const block = frame(this.view(), { columns: columns - 1, rows, nowMs, unicode, footer });
    this.sink.redraw({ above, block, columns, rows });
  }

  private footer(columns: number): Line[] {
    const view = this.view();
    if (!this.helm || !this.keys || !this.keyboard?.hears || view.finished !== null || view.release === null)
      return [];
    return this.keys.lines(offersOf(view), view.followed === null ? 'goes back' : 'stops watching', columns);
  }

  private readonly resized = (): void => {
    if (this.kept !== null) return;
    if (this.isTooSmall()) this.makeRoom();
    else this.draw([]);
  };

  private readonly tick = (): void => {
    this.keyboard?.listen();
    this.draw([]);
    if (this.helm) this.stopTicking = this.helm.machine.after(tickMs, this.tick);
  };

  private keyboardAt(terminal: Terminal): Keyboard {
    return new Keyboard(terminal, {
      // Where no keys are named none is taken.
      pressed: (key) => {
        if (!this.isTooSmall()) this.keys?.press(key, this.helm ? offersOf(this.view()) : []);
      },
      pasted: () => this.keys?.pasted(),
      back: () => {
        this.sink.settle();
        this.draw([]);
      },
    });
  }
}

/** Numbers, uploads and waits stand in the line of their function, and would be old news above it. */
function isInBlock(event: Event, { view }: Memory): boolean {
  if (event.type === 'rollout.observed') return true;
  const isProgress = event.type === 'artifact.sending' || event.type === 'function.waiting';
  return isProgress && view.functions.has(event.key);
}
