/** What is known of a release that is only looked at. */
import type { EventOf, FunctionResult } from '../core/events';
import { Ulid } from '../core/ulid';
import { type Row, standing } from './standing';
import {
  type FunctionChange,
  type RolloutView,
  setFunctions,
  setRollout,
  type View,
  type Waits,
} from './view';

/**
 * Seen from outside, aliases at the same place count as one rollout: their own names are not in the record. Of an alias that
 * is done what was seen last stays, as whoever drives it has it in the end too.
 */
export function followed(view: View, { functions, at, where, asked }: EventOf<'status.read'>): View {
  const lead = functions.find(({ state }) => state === 'rollingOut');
  if (!lead && view.followed === null) return view;
  const release = lead?.release ?? view.release;
  const startedMs = view.startedMs ?? (release === null ? null : Ulid.timeMs(release));
  const start = {
    ...view,
    release,
    by: lead?.by ?? view.by,
    startedMs,
    where: where ?? view.where,
    asked: (release === null ? null : asked?.[release]) ?? view.asked,
    followed: functions,
    rollouts: lastOf(view, functions),
  };
  return functions.reduce<View>((next, row) => withRow(next, row, at), start);
}

/** Rollouts of aliases that are done. */
function lastOf(view: View, rows: readonly Row[]): View['rollouts'] {
  const done = rows.filter((row) => !isMoving(row)).map(({ key }) => view.functions.get(key)?.rollout);
  const kept = [...view.rollouts].filter(([name]) => done.includes(name));
  return new Map(kept.map(([name, known]) => [name, { ...known, held: null, back: null, waits: null }]));
}

const isMoving = ({ state, step }: Row): boolean => state === 'rollingOut' && step !== undefined;

function withRow(view: View, row: Row, nowMs: number): View {
  const { key, name, alias, version: baseline, candidate, weight } = row;
  const place = standing.place(row, nowMs);
  if (place === null || row.step === undefined) return setFunctions(view, [[key, doneOf(view, row)]]);
  const rollout = `step ${row.step}`;
  const known = { name, alias, weight, rollout, doing: place, serves: null };
  const moved = setFunctions(view, [[key, { ...known, baseline, candidate }]]);
  return setRollout(moved, rollout, { step: row.step, weight, dueMs: row.dueMs ?? 0, ...heldBy(row) });
}

function doneOf(view: View, { key, name, alias, version, candidate: split }: Row): FunctionChange {
  const doing = version === null ? 'its alias is gone' : `version ${version} serves`;
  const told = { name, alias, doing };
  const known = view.functions.get(key);
  if (!known || known.rollout === null)
    return { ...told, weight: 0, rollout: null, baseline: version, candidate: null };
  const isReleased = version === known.candidate && version !== known.baseline;
  return { ...told, weight: isReleased ? 100 : 0, serves: split === null ? version : null };
}

/** Once somebody said how it ended, what was seen as one rollout ended as its functions did. */
export function overWith(view: View, results: readonly FunctionResult[]): View['rollouts'] {
  return new Map(
    [...view.rollouts].map(([name, known]) => {
      const own = results.filter(({ key }) => view.functions.get(key)?.rollout === name);
      const [first] = own;
      const said = own.find(({ outcome }) => outcome !== 'promoted') ?? first;
      return [name, said ? { ...known, outcome: said.outcome, because: said.because } : known] as const;
    }),
  );
}

const waitsFor: { readonly [wish: string]: Waits['for'] } = {
  paused: 'resume',
  waiting: 'approval',
  held: 'until',
};

function heldBy({ wish, step = 0, dueMs, phase }: Row): Partial<RolloutView> {
  const back = phase === 'back' ? 'its owner takes it back' : null;
  const waits = wish ? waitsFor[wish] : undefined;
  if (!waits) return { back, held: wish ? `${wish} was asked for, and is not obeyed yet` : null };
  const expiresMs = wish === 'held' && dueMs !== undefined ? dueMs : null;
  return { back, waits: { for: waits, step, expiresMs, then: 'rollback' } };
}

/**
 * Where it stands is known by its aliases; what was seen of its versions, and why, only by its journal, if this machine or the
 * team has one. What the journal says of another step than the present one is past, until there is none any more.
 */
export function withJournal(view: View, told: View): View {
  if (view.followed === null || told.release !== view.release) return view;
  const functions = [...view.functions.values()].map((entry) => {
    const { counts = null, earlier = null, points = [] } = told.functions.get(entry.key) ?? {};
    return [entry.key, { counts, earlier, points }] as const;
  });
  const rollouts = [...view.rollouts].map(([key, rollout]) => {
    const member = [...view.functions.values()].find((entry) => entry.rollout === key);
    const name = told.functions.get(member?.key ?? '')?.rollout ?? null;
    return [key, explained(rollout, name === null ? undefined : told.rollouts.get(name))] as const;
  });
  const { plan } = told;
  const [where, asked] = [view.where ?? told.where, view.asked ?? told.asked];
  return { ...setFunctions(view, functions), rollouts: new Map(rollouts), plan, where, asked };
}

function explained(seen: RolloutView, told: RolloutView | undefined): RolloutView {
  // The last step may have been over before anybody looked at it from outside.
  if (!told || (told.step !== seen.step && seen.outcome === null)) return seen;
  const { name, steps, alarms, verdict, because, hooks } = told;
  const waits = told.waits?.for === seen.waits?.for ? told.waits : seen.waits;
  const ended = seen.outcome === null ? {} : { because: seen.because };
  return { ...seen, name, steps, alarms, verdict, because, hooks, waits, ...ended };
}
