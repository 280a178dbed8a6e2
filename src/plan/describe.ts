import { reportedDigest } from '../artifact/signing';
import type { CodePlan, EventOf, StepPlan, FunctionPlan as Told } from '../core/events';
import { type FunctionPlan, type Plan, rolloutNames } from './plan';
import { type Step, totalMs } from './step';

/** What was looked up beyond the plan, by function key. */
export interface Beyond {
  /** Changed files of the zip. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Null when nobody looked. */
  readonly drift: ReadonlyMap<string, readonly string[]> | null;
}

/** The plan as it is told. `rollout` is empty for functions that do not move along one. */
export function planMade(plan: Plan, beyond: Beyond, at: number): EventOf<'plan.made'> {
  const names = rolloutNames(plan);
  const functions = plan.functions.map((planned) => told(planned, beyond, names.get(planned.spec.key) ?? ''));
  const rollouts = plan.rollouts.map(({ name, steps }) => ({
    name,
    steps: steps.map(stepPlan),
    totalMs: totalMs(steps),
    endsAtMs: at + totalMs(steps),
  }));
  const layers = plan.layers
    .filter(({ version }) => version === null)
    .map(({ spec: { key, name }, artifact: { digest, bytes } }) => ({ key, name, digest, bytes }));
  const roles = plan.roles.map(({ wanted, changes }) => ({ name: wanted.name, changes }));
  return { v: 1, type: 'plan.made', at, functions, rollouts, layers, roles, ...surplusOf(plan) };
}

function stepPlan({ weight, bakeMs, hooks, alarms, approval }: Step): StepPlan {
  return {
    weight,
    bakeMs,
    ...(hooks.length > 0 ? { hooks: hooks.map(({ name }) => name) } : {}),
    ...(alarms.length > 0 ? { alarms } : {}),
    ...(approval === null ? {} : { approval: { expiresMs: approval.expires, otherwise: approval.then } }),
  };
}

/** Removed at the end of a release, which there is none of when nothing else is to do. */
function surplusOf({ functions, layers, roles }: Plan): Pick<EventOf<'plan.made'>, 'surplus'> {
  const isRelease =
    roles.length > 0 ||
    functions.some(({ action, upkeep }) => action !== 'none' || upkeep.changes.length > 0);
  const surplus = layers
    .filter((layer) => isRelease && layer.surplus.length > 0)
    .map(({ spec: { key, name }, surplus: versions }) => ({ key, name, versions }));
  return surplus.length === 0 ? {} : { surplus };
}

function told(planned: FunctionPlan, beyond: Beyond, rollout: string): Told {
  const { spec, live, changes, upkeep, notes } = planned;
  const { key, name, alias } = spec;
  const onlySettings = planned.action === 'none' && upkeep.changes.length > 0;
  return {
    key,
    name,
    alias,
    action: onlySettings ? 'settings' : planned.action,
    baseline: live.serving?.version ?? null,
    changes: [...changes, ...upkeep.changes],
    rollout,
    code: codePlan(planned, beyond.files.get(key) ?? null),
    notes,
    drift: beyond.drift === null ? null : (beyond.drift.get(key) ?? []),
  };
}

/** Characters of changes and notes that a journal keeps: five hundred functions must not make it a burden. */
const mostKept = 200_000;
/** Of one function, where there are few. */
const mostLines = 40;

/** The plan as it belongs to the record of a release: what changes, without what does not, and bounded. */
export function planKept(plan: Plan, at: number): EventOf<'plan.made'> {
  const made = planMade(plan, { files: new Map(), drift: null }, at);
  const changed = made.functions.filter(({ action }) => action !== 'none');
  const room = Math.max(300, Math.floor(mostKept / Math.max(1, changed.length + made.roles.length)));
  const functions = changed.map((told) => ({
    ...told,
    changes: few(told.changes, room),
    notes: few(told.notes, room),
  }));
  const roles = made.roles.map(({ name, changes }) => ({ name, changes: few(changes, room) }));
  return { ...made, functions, roles };
}

/** As many of them as the room takes; the last line says how many are not here. */
function few(lines: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let left = room;
  for (const line of lines.slice(0, mostLines)) {
    left -= line.length;
    if (left < 0) break;
    kept.push(line);
  }
  const rest = lines.length - kept.length;
  return rest === 0 ? kept : [...kept, `and ${rest} more`];
}

function codePlan(planned: FunctionPlan, files: readonly string[] | null): CodePlan | null {
  const { live, digest, artifact, action } = planned;
  const from = live.serving;
  const wanted = reportedDigest(artifact ?? { digest });
  if (action === 'none' || from?.digest === wanted) return null;
  const reused = live.versions.find(({ version }) => version === planned.reuse);
  const toBytes = artifact?.bytes ?? reused?.codeBytes ?? 0;
  return { fromBytes: from?.codeBytes ?? null, toBytes, files, digest: wanted ?? digest };
}
