/** What is known of a release after one more event: pure. */
import type { Event, EventOf, EventType, FunctionCounts } from '../core/events';
import { Ulid } from '../core/ulid';
import { finished, goesOn } from './ended';
import { followed } from './followed';
import { forewarned } from './forewarned';
import { marksOf, weightAfter } from './marks';
import { totalsOf } from './series';
import { show } from './show';
import { withMarks } from './timeline';
import { emptyView, type FunctionChange, type Point, setFunctions, setRollout, type View } from './view';

export function fold(view: View, event: Event): View {
  const apply = folds[event.type] as ((view: View, event: Event) => View) | undefined;
  const next = apply ? apply(view, event) : view;
  const marks = marksOf(event, view);
  const known = 'problems' in event && 'exitCode' in event ? { ...next, problems: event.problems } : next;
  return marks.length === 0 ? known : { ...known, timeline: withMarks(known.timeline, marks) };
}

const folds: { readonly [T in EventType]?: (view: View, event: EventOf<T>) => View } = {
  'plan.made': (view, event) =>
    setFunctions(
      { ...beforePlan(view), plan: event, built: new Map() },
      event.functions
        .filter(({ action }) => action !== 'none')
        .map(({ key, name, alias, baseline, rollout }) => [
          key,
          { name, alias, baseline, rollout, doing: 'planned', ...digestOf(view, key) },
        ]),
    ),
  'build.said': (view, { key, line }) => making(view, key, `building: ${line}`),
  'artifact.building': (view, { key, what }) => making(view, key, `building, ${buildWords[what]}`),
  'artifact.sending': (view, { key, sentBytes, bytes }) => tellOf(view, key, sendingWords(sentBytes, bytes)),
  'artifact.sent': (view, { key, sentBytes }) =>
    tellOf(view, key, sentBytes === 0 ? 'uploaded before' : `uploaded ${show.bytes(sentBytes)}`),
  'capacity.changed': (view, { key, amount, ready }) =>
    tellOf(view, key, `provisioned concurrency ${amount} ${ready ? 'ready' : 'being prepared'}`),
  'artifact.built': (view, event) =>
    tellOf({ ...view, built: new Map(view.built).set(event.key, event.digest) }, event.key, 'built'),
  'function.waiting': (view, { key, what }) => tellOf(view, key, `waits for ${what}`),
  'release.started': (view, event) =>
    setFunctions(
      {
        ...view,
        release: event.release,
        by: event.by,
        from: event.from ?? null,
        commit: event.commit ?? null,
        dirty: event.dirty ?? false,
        startedMs: event.at,
        asked: event.asked ?? null,
        where: event.asked ?? view.where,
      },
      event.functions.map(({ key, name, alias }) => [key, { name, alias }]),
    ),
  'release.takenOver': (view, { release, by, from, because, at, where }) => ({
    ...anew(goesOn(view)),
    release,
    startedMs: view.startedMs ?? begunMs(release, at),
    where: where ?? view.where,
    takenOver: { by, from, because },
    followed: null,
    // What was seen from outside had no names of rollouts.
    rollouts: view.followed === null ? reopened(view) : new Map(),
  }),
  'control.sent': (view, { release, where }) => ({ ...view, release, where: where ?? view.where }),
  'status.read': followed,
  'function.changed': (view, event) =>
    tellOf(view, event.key, event.what === 'created' ? 'created' : `${event.what} updated`),
  'version.published': (view, { key, version, digest }) =>
    setFunction(view, key, { candidate: version, digest, doing: `version ${version} published` }),
  'smoke.tested': (view, { key, version, ok }) =>
    tellOf(view, key, `version ${version} ${ok ? 'passed' : 'failed'} its test`),
  'alias.written': (view, event) => {
    const { key, name, alias, baseline, candidate } = event;
    const before = view.functions.get(key);
    const weight = weightAfter(event, before?.candidate ?? null);
    const serves = event.weight === 0 ? baseline : event.weight === 100 ? candidate : null;
    const known = { name, alias, baseline: before?.baseline ?? baseline, weight, serves };
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
  'release.finished': finished,
  warning: forewarned,
};

const buildWords = { python: 'its Python code', image: 'its image', bundle: 'its bundle' } as const;

/** Its id says when it was made, also to whoever comes to it later. */
const begunMs = (release: string, at: number): number =>
  /^[0-9A-HJKMNP-TV-Z]{26}$/.test(release) ? Ulid.timeMs(release) : at;

/** Before the plan is made nobody knows which functions take part. */
const making = (view: View, key: string, doing: string): View =>
  view.plan === null && view.release === null ? setFunction(view, key, { doing }) : tellOf(view, key, doing);

/** What was only built is of no more interest, nor is a release that was ended to make way for this one. */
function beforePlan(view: View): View {
  if (view.finished !== null) return { ...emptyView, where: view.where, forewarned: view.forewarned };
  return view.startedMs === null ? { ...view, functions: new Map() } : view;
}

function sendingWords(sentBytes: number, bytes: number): string {
  const percent = bytes === 0 ? 100 : Math.floor((100 * sentBytes) / bytes);
  return `uploading ${show.bytes(sentBytes)} of ${show.bytes(bytes)}, ${percent}%`;
}

function observed(view: View, event: EventOf<'rollout.observed'>): View {
  const { rollout, step, weight, dueMs, alarms, verdict, because } = event;
  const seen = setRollout(view, rollout, { step, weight, dueMs, alarms, verdict, because });
  return setFunctions(
    because === view.rollouts.get(rollout)?.held ? seen : setRollout(seen, rollout, { held: null }),
    event.functions.map((counts) => [
      counts.key,
      { counts, rollout, points: withPoint(view, event, counts), ...earlierOf(view, event, counts.key) },
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

/** What was seen in a step that is over counts with the steps before. */
function earlierOf(view: View, { step }: EventOf<'rollout.observed'>, key: string): FunctionChange {
  const known = view.functions.get(key);
  const last = known?.points.at(-1);
  return !known || !last || last.step === step || known.counts === null ? {} : { earlier: totalsOf(known) };
}

/** Whoever takes a release over begins its step anew. */
function anew(view: View): View {
  const seen = [...view.functions.values()].filter(({ counts }) => counts !== null);
  return setFunctions(
    view,
    seen.map((known) => [known.key, { earlier: totalsOf(known), counts: null }]),
  );
}

const reopened = ({ rollouts }: View): View['rollouts'] =>
  new Map([...rollouts].map(([name, known]) => [name, { ...known, outcome: null, waits: null }]));

function digestOf({ built }: View, key: string): FunctionChange {
  const digest = built.get(key);
  return digest === undefined ? {} : { digest };
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
