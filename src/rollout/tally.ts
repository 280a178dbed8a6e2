/**
 * Counts of many aliases, read in turns: CloudWatch takes few questions a call, and one poll asks only so many calls. What
 * was read a few polls ago is older by less than the minutes that metrics come late anyway, and can only be too low.
 */
import type { Lane } from './lane';
import { limits } from './limits';
import type { LaneCounts } from './observe';

export class Tally {
  private readonly known = new Map<Lane, LaneCounts>();
  private next = 0;

  /** Another step, another count. */
  reset(): void {
    this.known.clear();
    this.next = 0;
  }

  /** Those that are read in this poll, beside so many alarms. */
  turn(lanes: readonly Lane[], alarms: number): readonly Lane[] {
    const room = roomBeside(alarms);
    if (lanes.length <= room) return lanes;
    const turn = Array.from({ length: room }, (_, index) => lanes[(this.next + index) % lanes.length]);
    return turn.flatMap((lane) => lane ?? []);
  }

  /** They were read: the others are next. */
  take(lanes: readonly Lane[], counts: readonly LaneCounts[]): void {
    for (const one of counts) this.known.set(one.lane, one);
    this.next = (this.next + counts.length) % Math.max(1, lanes.length);
  }

  of(lanes: readonly Lane[]): LaneCounts[] {
    return lanes.flatMap((lane) => this.known.get(lane) ?? []);
  }

  /** How many have not been read in this step yet. */
  missing(lanes: readonly Lane[]): number {
    return lanes.filter((lane) => !this.known.has(lane)).length;
  }
}

/** How many aliases fit into what alarms leave of the calls of a poll: each is two questions. */
function roomBeside(alarms: number): number {
  const calls = Math.max(1, limits.watchCalls - Math.ceil(alarms / limits.alarmsACall));
  return Math.floor((calls * limits.questionsACall) / 2);
}
