/**
 * Pure alias arithmetic: which routing and which record an alias gets, and what a change seen on it means.
 * The baseline stays primary until the last step, so a lost write leaves less traffic on the candidate, never more.
 */
import type { AliasState, AliasTarget } from '../core/lambda';
import { type DoneRecord, type OpenRecord, type Phase, Record, type Wish } from '../core/record';
import type { Percent } from '../core/values';

/** One process that owns a release; `nonce` tells it from every other. */
export interface Owner {
  readonly release: string;
  readonly epoch: number;
  readonly nonce: string;
  /** Digest of the leader alias's key. */
  readonly leader: string;
  /** Digest of the plan. */
  readonly plan: string;
  /** Where it is to stop for a person; null goes all the way. */
  readonly until: Percent | null;
  readonly by: string;
  readonly leaseS: number;
}

/** The versions of one alias in one release; fixed for its life. */
export interface Versions {
  /** What held 100 % at the start: where a rollback goes. */
  readonly baseline: string;
  readonly candidate: string | null;
  readonly previous: string | null;
}

/** Where an alias stands on its way. */
export interface Course {
  readonly step: number;
  readonly weight: Percent;
  readonly phase: Phase;
  readonly dueS: number;
  readonly leaseUntilS: number;
}

/** Everything an open record is made of. */
export interface Opening {
  readonly owner: Owner;
  readonly versions: Versions;
  readonly course: Course;
  /** What stands in the mailbox of the record. */
  readonly wish: Wish | null;
  /** What the user had written into the description. */
  readonly userText: string;
}

/** What a read of an alias means to its owner. */
export type Sighting = 'same' | 'own' | 'touched' | 'byHand' | 'takenOver' | 'foreign';

export const AliasTargets = {
  /** The alias under way, with its open record. */
  open(opening: Opening): AliasTarget {
    return {
      ...route(opening.versions, opening.course.weight),
      description: Record.format(openRecord(opening), opening.userText),
    };
  },

  /** One version, and a record that needs no store: what serves, what was good before, what was bad. */
  done(record: Omit<DoneRecord, 'state'>, userText: string): AliasTarget {
    return {
      version: record.version,
      additional: null,
      description: Record.format({ state: 'done', ...record }, userText),
    };
  },

  /** Whether an alias serves what its open record says: somebody may have moved it and left the text alone. */
  isAsRecorded(state: AliasTarget): boolean {
    const parsed = Record.parse(state.description);
    return parsed.kind !== 'open' || sameRoute(state, route(parsed.record, parsed.record.weight as Percent));
  },

  /** Whether an alias has a record of before another one, of whatever release. */
  isOlder(state: AliasTarget, than: AliasTarget): boolean {
    const [one, other] = [Record.parse(state.description), Record.parse(than.description)];
    const isKnown =
      (one.kind === 'open' || one.kind === 'done') && (other.kind === 'open' || other.kind === 'done');
    return isKnown && one.record.epoch < other.record.epoch;
  },

  same(a: AliasTarget, b: AliasTarget): boolean {
    return sameRoute(a, b) && a.description === b.description;
  },
};

/**
 * `own`: a write of ours that landed after all. `touched`: nothing changed but a wish in `q`, or the revision.
 * `byHand`: somebody rolled this release back. `takenOver`: another process goes on with it. Anything else is foreign:
 * never written again by this release.
 * A wish may come on top of a write whose answer was lost, so it is looked for there too.
 */
export function sight(read: AliasState, known: AliasState, unsettled: readonly AliasTarget[]): Sighting {
  if (read.revisionId === known.revisionId) return 'same';
  if (unsettled.some((target) => isUnchanged(read, target))) return 'own';
  if (isUnchanged(read, known)) return 'touched';
  return laterHand(read, known);
}

function route(versions: Versions, weight: Percent): Route {
  const { baseline, candidate } = versions;
  if (weight === 0 || candidate === null) return { version: baseline, additional: null };
  if (weight === 100) return { version: candidate, additional: null };
  return { version: baseline, additional: { version: candidate, weight } };
}

function openRecord({ owner, versions, course, wish }: Opening): OpenRecord {
  const { nonce, ...rest } = owner;
  return { state: 'open', ...rest, owner: nonce, ...versions, ...course, wish };
}

type Route = Pick<AliasTarget, 'version' | 'additional'>;

function sameRoute(a: Route, b: Route): boolean {
  if (a.version !== b.version || !a.additional || !b.additional)
    return a.version === b.version && a.additional === b.additional;
  return a.additional.version === b.additional.version && a.additional.weight === b.additional.weight;
}

const isUnchanged = (read: AliasState, ours: AliasTarget): boolean =>
  AliasTargets.same(read, ours) || isWish(read, ours);

/** A wish makes the record longer, and so may cut the user's text shorter. */
function isWish(read: AliasState, ours: AliasTarget): boolean {
  const now = Record.parse(read.description);
  const before = Record.parse(ours.description);
  if (now.kind !== 'open' || before.kind !== 'open' || !sameRoute(read, ours)) return false;
  const withoutWish = (record: OpenRecord) => Record.format({ ...record, wish: null });
  const sameText = now.text.startsWith(before.text) || before.text.startsWith(now.text);
  return sameText && withoutWish(now.record) === withoutWish(before.record);
}

/**
 * Both keep the release and raise the epoch, which tells them from a stranger's write. A rollback by hand raises it by one
 * and closes; a take-over raises it to the time, which is at least one lease later.
 */
function laterHand(read: AliasState, known: AliasState): 'byHand' | 'takenOver' | 'foreign' {
  const now = Record.parse(read.description);
  const before = Record.parse(known.description);
  const isKnown = before.kind === 'open' || before.kind === 'done';
  if (!isKnown || (now.kind !== 'open' && now.kind !== 'done')) return 'foreign';
  if (now.record.release !== before.record.release) return 'foreign';
  const higher = now.record.epoch - before.record.epoch;
  if (higher <= 0) return 'foreign';
  if (now.kind === 'open' || higher > mostByHand) return 'takenOver';
  return read.additional ? 'foreign' : 'byHand';
}

/** Seconds of a lease are more than anybody rolls back by hand in its time. */
const mostByHand = 60;
