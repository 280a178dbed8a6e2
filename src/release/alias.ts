/**
 * Pure alias arithmetic: which routing and which record an alias gets, and what a change seen on it means.
 * The baseline stays primary until the last step, so a lost write leaves less traffic on the candidate, never more.
 */
import type { AliasState, AliasTarget } from '../core/lambda';
import { type DoneRecord, type OpenRecord, type Phase, Record } from '../core/record';
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
  /** What the user had written into the description. */
  readonly userText: string;
}

/** What a read of an alias means to its owner. */
export type Sighting = 'same' | 'own' | 'touched' | 'byHand' | 'foreign';

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

  same(a: AliasTarget, b: AliasTarget): boolean {
    return sameRoute(a, b) && a.description === b.description;
  },
};

/**
 * `own`: a write of ours that landed after all. `touched`: nothing changed but a wish in `q`, or the revision.
 * `byHand`: somebody rolled this release back. Anything else is foreign: never written again by this release.
 * A wish may come on top of a write whose answer was lost, so it is looked for there too.
 */
export function sight(read: AliasState, known: AliasState, unsettled: readonly AliasTarget[]): Sighting {
  if (read.revisionId === known.revisionId) return 'same';
  if (unsettled.some((target) => isUnchanged(read, target))) return 'own';
  if (isUnchanged(read, known)) return 'touched';
  return isByHand(read, known) ? 'byHand' : 'foreign';
}

function route(versions: Versions, weight: Percent): Pick<AliasTarget, 'version' | 'additional'> {
  const { baseline, candidate } = versions;
  if (weight === 0 || candidate === null) return { version: baseline, additional: null };
  if (weight === 100) return { version: candidate, additional: null };
  return { version: baseline, additional: { version: candidate, weight } };
}

function openRecord({ owner, versions, course }: Opening): OpenRecord {
  const { nonce, ...rest } = owner;
  return { state: 'open', ...rest, owner: nonce, ...versions, ...course, wish: null };
}

function sameRoute(a: AliasTarget, b: AliasTarget): boolean {
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

/** A rollback by hand keeps the release and raises the epoch, which tells it from a stranger's write. */
function isByHand(read: AliasState, known: AliasState): boolean {
  const now = Record.parse(read.description);
  const before = Record.parse(known.description);
  if (now.kind !== 'done' || read.additional || (before.kind !== 'open' && before.kind !== 'done'))
    return false;
  return now.record.release === before.record.release && now.record.epoch > before.record.epoch;
}
