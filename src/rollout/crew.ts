/** Everything one process holds of one release: who it is, its aliases, and which way it goes. */
import type { Event } from '../core/events';
import type { Aliases, Capacity } from '../core/lambda';
import type { Alarms, Clock, Ids, Metrics } from '../core/ports';
import { AliasTargets, type Owner } from '../release/alias';
import type { Desk } from './desk';
import type { AskHook } from './hooks';
import type { Attempt, Lane, Position, Written } from './lane';
import { limits } from './limits';

export interface CrewPorts {
  readonly aliases: Aliases;
  readonly capacity: Capacity;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tell: (event: Event) => Promise<void>;
}

export interface Crew {
  readonly ports: CrewPorts;
  readonly owner: Owner;
  /** Sorted by alias key; the first is the leader. */
  readonly lanes: readonly Lane[];
  /** Whether one function that goes back takes the others along. */
  readonly scope: 'release' | 'function';
  readonly desk: Desk;
  readonly ask: AskHook;
  /** Once true, no upward write is issued any more: every path leads back. */
  goingBack: boolean;
  /** Ends hooks that still run when nobody waits for their verdict any more. */
  readonly halt: AbortController;
  /** Identity of the leader's candidate, once it was spoken against while others still move. */
  blame: string | null;
  /** Writes the leader's record now, with what the desk has to say; nothing while no lease is kept. */
  post: () => void;
}

export const Crews = {
  leader(crew: Crew): Lane {
    const [leader] = crew.lanes;
    if (!leader) throw new RangeError('a release without aliases has no leader');
    return leader;
  },

  /** An open record at this position, with a fresh lease. */
  open(crew: Crew, lane: Lane, position: Position): ReturnType<Attempt> {
    const nowS = Math.floor(crew.ports.clock.nowMs() / 1000);
    const { step, weight, phase, bakeMs } = position;
    const times = { dueS: nowS + Math.ceil(bakeMs / 1000), leaseUntilS: nowS + crew.owner.leaseS };
    const { versions, userText } = lane;
    const wish = lane === crew.lanes[0] ? crew.desk.mailbox(lane.wish) : null;
    return AliasTargets.open({
      owner: crew.owner,
      versions,
      course: { step, weight, phase, ...times },
      wish,
      userText,
    });
  },
};

/** Works through the lanes, a few at a time, until all are done or one answer says stop. */
export async function eachLane(
  lanes: readonly Lane[],
  atOnce: number,
  work: (lane: Lane) => Promise<boolean>,
): Promise<void> {
  const waiting = [...lanes];
  let stopped = false;
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane && !stopped; lane = waiting.shift()) {
      if (!(await work(lane))) stopped = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, worker));
}

/** Waits longer after each failure, with jitter, so that many lanes do not knock at the same moment. */
export function backOff(ports: { clock: Clock; ids: Ids }, failures: number): Promise<void> {
  const ceilingMs = Math.min(limits.longestRetryMs, limits.retryMs * 2 ** Math.min(failures, 10));
  return new Promise((resolve) => {
    ports.clock.after(ceilingMs * (0.5 + ports.ids.jitter() / 2), resolve);
  });
}

/** Writes that only need ownership: tried until they stand, are no longer ours, or AWS refuses them for good. */
export async function insist(crew: Crew, lane: Lane, attempt: Attempt): Promise<Written> {
  const startMs = crew.ports.clock.monotonicMs();
  for (let failures = 0; ; failures += 1) {
    const written = await lane.write(attempt);
    if (written.kind !== 'again') return written;
    const refused = written.error !== null && refusals.includes(written.error.code);
    if (refused && crew.ports.clock.monotonicMs() - startMs > limits.stuckMs) return written;
    await backOff(crew.ports, failures);
  }
}

/** Waiting rarely helps against these, yet credentials may be renewed meanwhile. `notFound` is a version that is gone. */
const refusals = ['accessDenied', 'expiredCredentials', 'noCredentials', 'noRegion', 'invalid', 'notFound'];
