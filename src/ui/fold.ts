/** What is known of a release after some events. The live view and the plain lines read this and nothing else. */
import type { Event, EventOf, EventType, FunctionCounts } from '../core/events';
import type { Outcome } from '../core/outcome';

export interface FunctionView {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  /** Null until it is known with which others it moves. */
  readonly rollout: string | null;
  readonly baseline: string | null;
  readonly candidate: string | null;
  /** Percent of requests that go to the candidate. */
  readonly weight: number;
  /** The one version that serves since the last write of the alias; null while two do, and before any write. */
  readonly serves: string | null;
  /** What happened to it last, before the rollout. */
  readonly doing: string;
  readonly counts: FunctionCounts | null;
}

export interface RolloutView {
  readonly name: string;
  /** 0 before the first. */
  readonly step: number;
  /** 0 while nobody has said. */
  readonly steps: number;
  readonly weight: number;
  /** When the present bake is over, epoch ms. */
  readonly dueMs: number;
  readonly alarms: readonly { readonly name: string; readonly state: string }[];
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | null;
  readonly because: string;
  /** Why it waits, goes back, or both; null when it does not. */
  readonly held: string | null;
  readonly back: string | null;
  readonly outcome: Outcome | null;
}

export interface View {
  readonly release: string | null;
  readonly by: string | null;
  readonly startedMs: number | null;
  readonly functions: ReadonlyMap<string, FunctionView>;
  readonly rollouts: ReadonlyMap<string, RolloutView>;
  readonly finished: EventOf<'release.finished'> | null;
}

export const emptyView: View = {
  release: null,
  by: null,
  startedMs: null,
  functions: new Map(),
  rollouts: new Map(),
  finished: null,
};

export function fold(view: View, event: Event): View {
  const apply = folds[event.type] as ((view: View, event: Event) => View) | undefined;
  return apply ? apply(view, event) : view;
}

/** The rollout a function moves with; the only one there is when nobody named it. */
export function rolloutOf(view: View, entry: FunctionView): RolloutView | null {
  if (entry.rollout !== null) return view.rollouts.get(entry.rollout) ?? null;
  const [only, another] = view.rollouts.values();
  return only && !another ? only : null;
}

const folds: { readonly [T in EventType]?: (view: View, event: EventOf<T>) => View } = {
  'plan.made': (view, event) =>
    event.functions
      .filter(({ action }) => action !== 'none')
      .reduce(
        (next, { key, name, alias, baseline, rollout }) =>
          setFunction(next, key, { name, alias, baseline, rollout, doing: 'planned' }),
        view,
      ),
  'artifact.built': (view, event) => tellOf(view, event.key, 'built'),
  'release.started': (view, event) =>
    event.functions.reduce<View>((next, { key, name, alias }) => setFunction(next, key, { name, alias }), {
      ...view,
      release: event.release,
      by: event.by,
      startedMs: event.at,
    }),
  'function.changed': (view, event) =>
    tellOf(view, event.key, event.what === 'created' ? 'created' : `${event.what} updated`),
  'version.published': (view, { key, version }) =>
    setFunction(view, key, { candidate: version, doing: `version ${version} published` }),
  'smoke.tested': (view, { key, version, ok }) =>
    tellOf(view, key, `version ${version} ${ok ? 'passed' : 'failed'} its test`),
  'alias.written': (view, { key, name, alias, baseline, candidate, weight }) => {
    const serves = weight === 0 ? baseline : weight === 100 ? candidate : null;
    const known = { name, alias, baseline, weight, serves };
    return setFunction(view, key, candidate === null ? known : { ...known, candidate });
  },
  'rollout.stepped': (view, { rollout, step, steps, weight, at, bakeMs }) =>
    setRollout(view, rollout, { step, steps, weight, dueMs: at + bakeMs, held: null }),
  'rollout.observed': observed,
  'rollout.held': (view, { rollout, because }) => setRollout(view, rollout, { held: because }),
  'rollout.restoring': (view, { rollout, because }) => setRollout(view, rollout, { back: because }),
  'rollout.ended': (view, { rollout, outcome, because }) =>
    setRollout(view, rollout, { outcome, because, held: null }),
  'release.finished': (view, event) => ({ ...view, release: event.release ?? view.release, finished: event }),
};

function observed(view: View, event: EventOf<'rollout.observed'>): View {
  const { rollout, step, weight, dueMs, alarms, verdict, because } = event;
  const seen = setRollout(view, rollout, { step, weight, dueMs, alarms, verdict, because });
  return event.functions.reduce<View>(
    (next, counts) => setFunction(next, counts.key, { counts, rollout }),
    because === view.rollouts.get(rollout)?.held ? seen : setRollout(seen, rollout, { held: null }),
  );
}

/** Of a function that takes no part in a release (as while only building) nothing is kept. */
function tellOf(view: View, key: string, doing: string): View {
  return view.functions.has(key) ? setFunction(view, key, { doing }) : view;
}

function setFunction(view: View, key: string, change: Partial<FunctionView>): View {
  const known: FunctionView = view.functions.get(key) ?? {
    key,
    name: key,
    alias: '',
    rollout: null,
    baseline: null,
    candidate: null,
    weight: 0,
    serves: null,
    doing: '',
    counts: null,
  };
  return { ...view, functions: new Map(view.functions).set(key, { ...known, ...change }) };
}

function setRollout(view: View, name: string, change: Partial<RolloutView>): View {
  const known: RolloutView = view.rollouts.get(name) ?? {
    name,
    step: 0,
    steps: 0,
    weight: 0,
    dueMs: 0,
    alarms: [],
    verdict: null,
    because: '',
    held: null,
    back: null,
    outcome: null,
  };
  return { ...view, rollouts: new Map(view.rollouts).set(name, { ...known, ...change }) };
}
