/** What is known of a release after one more event: pure. */
import type { Event, EventOf, EventType, FunctionCounts } from '../core/events';
import { followed } from './followed';
import { type FunctionChange, type Point, setFunctions, setRollout, type View } from './view';

export function fold(view: View, event: Event): View {
  const apply = folds[event.type] as ((view: View, event: Event) => View) | undefined;
  return apply ? apply(view, event) : view;
}

const folds: { readonly [T in EventType]?: (view: View, event: EventOf<T>) => View } = {
  'plan.made': (view, event) =>
    setFunctions(
      view,
      event.functions
        .filter(({ action }) => action !== 'none')
        .map(({ key, name, alias, baseline, rollout }) => [
          key,
          { name, alias, baseline, rollout, doing: 'planned' },
        ]),
    ),
  'artifact.built': (view, event) => tellOf(view, event.key, 'built'),
  'release.started': (view, event) =>
    setFunctions(
      {
        ...view,
        release: event.release,
        by: event.by,
        startedMs: event.at,
        asked: event.asked ?? null,
        where: event.asked ?? view.where,
      },
      event.functions.map(({ key, name, alias }) => [key, { name, alias }]),
    ),
  'release.takenOver': (view, { release, by, from, because, at, where }) => ({
    ...view,
    release,
    startedMs: view.startedMs ?? at,
    where: where ?? view.where,
    takenOver: { by, from, because },
    followed: null,
    // What was seen from outside had no names of rollouts.
    rollouts: view.followed === null ? view.rollouts : new Map(),
  }),
  'control.sent': (view, { release, where }) => ({ ...view, release, where: where ?? view.where }),
  'status.read': followed,
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
    setRollout(view, rollout, {
      step,
      steps,
      weight,
      dueMs: at + bakeMs,
      held: null,
      waits: null,
      hooks: [],
    }),
  'rollout.paused': (view, { rollout, step }) =>
    setRollout(view, rollout, { waits: { for: 'resume', step, expiresMs: null, then: 'continue' } }),
  'rollout.resumed': (view, { rollout }) => setRollout(view, rollout, { waits: null }),
  'rollout.waiting': (view, { rollout, step, expiresMs, then, for: what }) =>
    setRollout(view, rollout, { waits: { for: what, step, expiresMs, then } }),
  'rollout.approved': (view, { rollout }) => setRollout(view, rollout, { waits: null }),
  'hook.ran': hookRan,
  'rollout.observed': observed,
  'rollout.held': (view, { rollout, because }) => setRollout(view, rollout, { held: because }),
  'rollout.restoring': (view, { rollout, because }) =>
    setRollout(view, rollout, { back: because, waits: null }),
  'rollout.ended': (view, { rollout, outcome, because }) =>
    setRollout(view, rollout, { outcome, because, held: null }),
  'release.finished': (view, event) => ({ ...view, release: event.release ?? view.release, finished: event }),
};

function observed(view: View, event: EventOf<'rollout.observed'>): View {
  const { rollout, step, weight, dueMs, alarms, verdict, because } = event;
  const seen = setRollout(view, rollout, { step, weight, dueMs, alarms, verdict, because });
  return setFunctions(
    because === view.rollouts.get(rollout)?.held ? seen : setRollout(seen, rollout, { held: null }),
    event.functions.map((counts) => [
      counts.key,
      { counts, rollout, points: withPoint(view, event, counts) },
    ]),
  );
}

/** Five hundred functions are watched for hours too: all of them together keep so many points. */
const mostPoints = 20_000;

/** Each time there are too many, every second one goes: a curve keeps its form, and its ends. */
function withPoint(view: View, event: EventOf<'rollout.observed'>, counts: FunctionCounts): readonly Point[] {
  const { at: atMs, weight, step } = event;
  const { baseline, candidate } = counts;
  const known = view.functions.get(counts.key)?.points ?? [];
  const most = Math.max(40, Math.min(720, Math.floor(mostPoints / Math.max(1, view.functions.size))));
  const kept = known.length < most ? known : known.filter((_, index) => index % 2 === 0);
  return [...kept, { atMs, weight, step, baseline, candidate }];
}

/** A hook that is asked again replaces what it said before. */
function hookRan(view: View, { rollout, hook, key, status, because }: EventOf<'hook.ran'>): View {
  const name = key === null ? hook : `${hook} of ${key}`;
  const others = (view.rollouts.get(rollout)?.hooks ?? []).filter((known) => known.name !== name);
  return setRollout(view, rollout, { hooks: [...others, { name, status, because }] });
}

const setFunction = (view: View, key: string, change: FunctionChange): View =>
  setFunctions(view, [[key, change]]);

/** Of a function that takes no part in a release (as while only building) nothing is kept. */
function tellOf(view: View, key: string, doing: string): View {
  return view.functions.has(key) ? setFunction(view, key, { doing }) : view;
}
