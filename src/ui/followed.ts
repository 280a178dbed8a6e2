/** What is known of a release that is only looked at. */
import type { EventOf } from '../core/events';
import { Ulid } from '../core/ulid';
import { type Row, standing } from './standing';
import { type RolloutView, setFunctions, setRollout, type View, type Waits } from './view';

/** Seen from outside, aliases at the same place count as one rollout: their own names are not in the record. */
export function followed(view: View, { functions, at }: EventOf<'status.read'>): View {
  const lead = functions.find(({ state }) => state === 'rollingOut');
  if (!lead && view.followed === null) return view;
  const release = lead?.release ?? view.release;
  const startedMs = view.startedMs ?? (release === null ? null : Ulid.timeMs(release));
  const start = {
    ...view,
    release,
    by: lead?.by ?? view.by,
    startedMs,
    followed: functions,
    rollouts: new Map(),
  };
  return functions.reduce<View>((next, row) => {
    const { key, name, alias, version: baseline, candidate, weight } = row;
    const place = standing.place(row, at);
    const rollout = row.step === undefined ? null : `step ${row.step}`;
    const known = { name, alias, weight, rollout, doing: place ?? `version ${baseline} serves` };
    if (place === null || rollout === null)
      return setFunctions(next, [[key, { ...known, weight: 0, baseline, candidate: null }]]);
    const moved = setFunctions(next, [[key, { ...known, baseline, candidate }]]);
    return setRollout(moved, rollout, { step: row.step ?? 0, weight, dueMs: row.dueMs ?? 0, ...heldBy(row) });
  }, start);
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
 * team has one. What the journal says of another step than the present one is past.
 */
export function withJournal(view: View, told: View): View {
  if (view.followed === null || told.release !== view.release) return view;
  const functions = [...view.functions.values()].map((entry) => {
    const { counts = null, points = [] } = told.functions.get(entry.key) ?? {};
    return [entry.key, { counts, points }] as const;
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
  if (told?.step !== seen.step) return seen;
  const { name, steps, alarms, verdict, because, hooks } = told;
  const waits = told.waits?.for === seen.waits?.for ? told.waits : seen.waits;
  return { ...seen, name, steps, alarms, verdict, because, hooks, waits };
}
