/** Watches a shipit that waits, for so many of its polls. */
import { type Call, pollsOf } from './polls';
import type { Shipit } from './shipit';
import type { Stage } from './stage';

export interface Watched {
  readonly calls: readonly Call[];
  /** Of the world. */
  readonly seconds: number;
  /** User and system. */
  readonly cpuMs: number;
  readonly rss: {
    readonly mostBytes: number;
    /** The most of it in the second half of the polls. */
    readonly settledBytes: number;
    /** The most that the process ever had. */
    readonly peakBytes: number;
  };
}

export interface Span {
  readonly polls: number;
  readonly pollMs: number;
  /** World seconds a second. */
  readonly speed: number;
}

/** Ends between two polls, so that each of them is whole. */
export async function watch(stage: Stage, shipit: Shipit, { polls, pollMs, speed }: Span): Promise<Watched> {
  const { clock, calls } = stage;
  clock.setSpeed(speed);
  const [from, fromMs, first] = [calls.length, clock.nowMs(), await shipit.usage()];
  const untilMs = fromMs + (polls + 2) * 1.5 * pollMs;
  let last = first;
  let mostBytes = first.rssBytes;
  let settledBytes = 0;
  const seen = (): number => pollsOf(calls.slice(from), pollMs).length;
  const isOver = (): boolean => seen() >= polls && clock.nowMs() - (calls.at(-1)?.atMs ?? 0) > pollMs / 4;
  while (!isOver()) {
    if (clock.nowMs() > untilMs) throw new Error(`it does not poll: ${shipit.text().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    last = await shipit.usage();
    mostBytes = Math.max(mostBytes, last.rssBytes);
    if (seen() > polls / 2) settledBytes = Math.max(settledBytes, last.rssBytes);
  }
  return {
    calls: calls.slice(from),
    seconds: (clock.nowMs() - fromMs) / 1000,
    cpuMs: last.cpuMs - first.cpuMs,
    rss: { mostBytes, settledBytes, peakBytes: last.peakBytes },
  };
}
