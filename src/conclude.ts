/**
 * Says how a release ended whose owner died between its last write and its last word: nothing of it is open any more, and
 * the journal at hand has its beginning and no end.
 */
import { ShipitError } from './core/errors';
import type { Event, EventOf, FunctionResult } from './core/events';
import type { AliasState } from './core/lambda';
import type { Ports } from './core/ports';
import { type DoneRecord, Record } from './core/record';
import type { Whereabouts } from './core/told';
import { pause } from './core/wait';
import type { Stop } from './deploy';
import { lastWord } from './finish';
import { endOf } from './release/ended';
import { isUnfinished, untold } from './release/found';
import { storyOf } from './release/history';
import { fromOutside } from './release/said';
import { eventsAtHand } from './release/stories';
import { limits } from './rollout/limits';
import type { Seen } from './status';
import { teller } from './tell';

export interface ConcludeRequest {
  readonly seen: readonly Seen[];
  /** The end of its id; null when nobody said. */
  readonly release: string | null;
  readonly by: string;
  /** Flags by which it is meant here. */
  readonly where: Whereabouts;
  readonly stop: Stop;
}

type Finished = EventOf<'release.finished'>;

/** An owner that writes now and then what it does at the end has so many polls. */
const mostPolls = 400;

/** The newest that lacks its last word; null when there is none. Its owner has a lease to say it. */
export async function conclude(ports: Ports, request: ConcludeRequest): Promise<Finished | null> {
  const suffix = request.release?.toUpperCase() ?? '';
  const closed = request.seen.flatMap(closedIn);
  const releases = [...new Set(closed.map(({ record }) => record.release))].sort().reverse();
  for (const release of releases.filter((id) => id.endsWith(suffix))) {
    const events = await eventsAtHand(ports.journal, release);
    if (!isUnfinished(events)) continue;
    const heard = await listen(ports, { release, events, stop: request.stop });
    const said = heard.findLast((event): event is Finished => event.type === 'release.finished');
    if (said && !isUnfinished(heard)) {
      const end = fromOutside(said);
      ports.report.tell(end);
      return end;
    }
    const left = closed.filter(({ record }) => record.release === release);
    const { by, where } = request;
    return sayFor(ports, { release, left, events: heard, by, where });
  }
  return null;
}

/** One alias as a release left it. */
interface Closed {
  readonly seen: Seen;
  readonly alias: AliasState;
  readonly record: DoneRecord;
}

function closedIn(seen: Seen): Closed[] {
  const parsed = Record.parse(seen.alias?.description ?? '');
  return seen.alias && parsed.kind === 'done' ? [{ seen, alias: seen.alias, record: parsed.record }] : [];
}

interface Listening {
  readonly release: string;
  readonly events: readonly Event[];
  readonly stop: Stop;
}

/** Until it has its last word, or nobody added a word for one lease. */
async function listen(ports: Ports, { release, events, stop }: Listening): Promise<readonly Event[]> {
  const { clock, report, journal } = ports;
  const which = `release ${release.slice(-6)}`;
  const message = `listens for ${limits.leaseS} s whether the owner of ${which} says how it ended`;
  report.tell({ v: 1, type: 'warning', at: clock.nowMs(), message, hint: 'No alias moves any more.' });
  let [known, quietMs] = [events, clock.monotonicMs()];
  for (let polls = 0; polls < mostPolls && isUnfinished(known); polls += 1) {
    if (clock.monotonicMs() - quietMs >= limits.leaseS * 1000) break;
    await pause({ clock, stop: stop.signal }, limits.pollMs);
    if (stop.signal.aborted) throw new ShipitError('interrupted', 'stopped before anything was written');
    const now = await eventsAtHand(journal, release);
    if (now.length > known.length) [known, quietMs] = [now, clock.monotonicMs()];
  }
  return known;
}

interface Silent extends Pick<ConcludeRequest, 'by' | 'where'> {
  readonly release: string;
  readonly left: readonly Closed[];
  readonly events: readonly Event[];
}

async function sayFor(ports: Ports, { release, left, events, by, where }: Silent): Promise<Finished> {
  const tell = teller(ports, release);
  const story = storyOf(release, events);
  const results = left.map(({ seen, alias }): FunctionResult => {
    const { key, name } = seen.spec;
    const known = story.functions.find((one) => one.key === key);
    const versions = { baseline: known?.baseline ?? null, candidate: known?.candidate ?? null };
    const outcome = outcomeOf(alias, release, versions.candidate);
    const because = `version ${alias.version} serves`;
    return { key, name, alias: seen.spec.alias, ...versions, outcome, because };
  });
  await tell({
    v: 1,
    type: 'release.takenOver',
    at: ports.clock.nowMs(),
    release,
    by,
    from: story.by,
    epoch: Math.max(...left.map(({ record }) => record.epoch)),
    because: 'it was over, and its owner died before it said so',
    found: untold(
      left.map(({ seen, alias }) => ({ key: seen.spec.key, ref: seen.ref, state: alias })),
      events,
    ),
  });
  return lastWord(ports, { release, results, where, signalCode: null, tell });
}

/** A first version has nothing before it, and was promoted all the same. */
function outcomeOf(alias: AliasState, release: string, candidate: string | null): FunctionResult['outcome'] {
  const end = endOf(alias, { release, last: null }) ?? 'lost';
  return end === 'rolledBack' && alias.version === candidate ? 'promoted' : end;
}
