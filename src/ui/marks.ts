/** Which events are marks on the timeline of a release, and in which words: pure. */
import type { Event, EventOf, EventType } from '../core/events';
import { outcomeWords, show } from './show';
import type { Mark, MarkKind } from './timeline';
import type { RolloutView, Total, Totals, View } from './view';

/** What an event says of itself; the rest follows from the view. */
type Said = Pick<Mark, 'kind' | 'text'> & Partial<Mark>;

/** A reason may be as long as whoever wrote it liked. */
const mostCharacters = 1000;

/** `before` is the view without the event. */
export function marksOf(event: Event, before: View): Mark[] {
  const words = said[event.type] as ((event: Event, before: View) => readonly Said[]) | undefined;
  return words ? words(event, before).map((one) => markOf(event.at, one)) : [];
}

function markOf(atMs: number, { text, ...one }: Said): Mark {
  const line = text.slice(0, mostCharacters).replace(/\s*\n\s*/g, ' ');
  const rest = text.length > mostCharacters ? ` [cut: ${text.length} characters]` : '';
  return { ...nothing, atMs, text: `${line}${rest}`, ...one };
}

const nothing = { rollout: null, weight: null, by: null, seen: null, verdict: null, keys: [], others: 0 };

const said: { readonly [T in EventType]?: (event: EventOf<T>, before: View) => readonly Said[] } = {
  'release.started': started,
  'release.takenOver': ({ by, from, because }) => [
    { kind: 'owner', text: `${by} takes it over from ${from}: ${because}`, by },
  ],
  'control.sent': ({ what, step, by }) =>
    what === 'attach' ? [] : [{ kind: 'asked', text: `${what} asked for, at step ${step}`, by }],
  'wish.obeyed': ({ what, step }, view) =>
    what === 'promote' || what === 'abort'
      ? [{ kind: 'asked', text: `${what} is obeyed at step ${step}`, by: askedBy(view, what) }]
      : [],
  'rollout.stepped': stepped,
  'rollout.observed': observed,
  'alias.written': written,
  'rollout.paused': ({ rollout, step, weight }, view) => [
    { kind: 'wait', text: `paused at step ${step}`, rollout, weight, by: askedBy(view, 'pause') },
  ],
  'rollout.resumed': ({ rollout, step, weight }, view) => [
    { kind: 'wait', text: `goes on from step ${step}`, rollout, weight, by: askedBy(view, 'resume') },
  ],
  'rollout.approved': ({ rollout, step }, view) => [
    { kind: 'wait', text: `step ${step} is approved`, rollout, by: askedBy(view, 'approve') },
  ],
  'rollout.waiting': ({ rollout, step, weight, for: what, expiresMs }, view) => [
    {
      ...seenOf(view, rollout),
      kind: 'wait',
      text: `${what === 'until' ? `left at step ${step}, kept` : `waits for approval of step ${step}`} until ${show.day(expiresMs)}`,
      weight,
    },
  ],
  'rollout.held': ({ rollout, because }, view) =>
    view.rollouts.get(rollout)?.held === because
      ? []
      : [{ ...seenOf(view, rollout), kind: 'wait', text: `held: ${because}` }],
  'hook.ran': ({ rollout, when, key, hook, status, because }) => [
    {
      kind: 'hook',
      text: `${when} hook ${hook}${key === null ? '' : ` of ${key}`}: ${verdictWords[status]}${because === '' ? '' : `: ${because}`}`,
      rollout,
      verdict: status,
    },
  ],
  'smoke.tested': ({ key, version, sample, ok, because }) =>
    ok ? [] : [{ kind: 'hook', text: `${key}: version ${version} FAILED test event ${sample}: ${because}` }],
  'version.published': ({ key, reused }) => [
    { kind: 'begin', text: reused ? 'published before, used again' : 'published', keys: [key] },
  ],
  'rollout.restoring': ({ rollout, because }, view) => [
    isSaid(view, rollout, because)
      ? { kind: 'back', text: 'goes back to the baseline', rollout }
      : { ...seenOf(view, rollout), kind: 'back', text: `goes back: ${because}` },
  ],
  'rollout.ended': ({ rollout, outcome, because }, view) => [
    {
      kind: 'end',
      rollout,
      text: view.rollouts.get(rollout)?.back === because ? outcomeWords[outcome] : ended(outcome, because),
    },
  ],
  'release.finished': finished,
  warning: ({ message }, view) => (view.release === null ? [] : [{ kind: 'warning', text: message }]),
};

const verdictWords = { pass: 'passed', fail: 'FAILED', inconclusive: 'INCONCLUSIVE' } as const;

const ended = (outcome: keyof typeof outcomeWords, because: string): string =>
  `${outcomeWords[outcome]}${because === '' ? '' : `: ${because}`}`;

function started({ by, ungated, reason, ignored = [] }: EventOf<'release.started'>): Said[] {
  const texts = [
    `started by ${by}`,
    ...(ungated === null ? [] : [`nothing watches: ${ungated}`]),
    ...(reason === null || reason === ungated ? [] : [`reason given: ${reason}`]),
    ...(ignored.length === 0 ? [] : [`alarms without a say: ${ignored.join(', ')}`]),
  ];
  return texts.map((text) => ({ kind: 'begin', text, by }));
}

/** The step before is over with what was seen in it last: before its aliases were written. */
function stepped(event: EventOf<'rollout.stepped'>, view: View): Said[] {
  const { rollout, step, steps, weight, bakeMs } = event;
  const bake = bakeMs > 0 ? `, watched for ${show.time(bakeMs)}` : '';
  return [
    ...stepOver(view, rollout),
    { kind: 'step', text: `step ${step} of ${steps}: ${weight}%${bake}`, rollout, weight },
  ];
}

function stepOver(view: View, rollout: string): Said[] {
  const before = view.rollouts.get(rollout);
  if (!before || before.step === 0 || before.verdict === null) return [];
  const points = [...view.functions.values()].find((entry) => entry.rollout === rollout)?.points ?? [];
  const moved = view.timeline.marks.filter(({ kind }) => kind === 'weight').at(-1)?.atMs;
  const atMs = Math.min(points.at(-1)?.atMs ?? Number.POSITIVE_INFINITY, moved ?? Number.POSITIVE_INFINITY);
  const text = `step ${before.step} is over: ${before.because}`;
  return [{ ...seenOf(view, rollout), kind: 'seen', text, ...(Number.isFinite(atMs) ? { atMs } : {}) }];
}

function observed(event: EventOf<'rollout.observed'>, view: View): Said[] {
  const { rollout, weight, verdict, because, functions, alarms } = event;
  const before = view.rollouts.get(rollout);
  const now = { rollout, weight, verdict, seen: sumOf(functions) };
  const turned = alarms.flatMap(({ name, state }) => turn(before, name, state));
  const news = before?.verdict ? before.verdict !== verdict : verdict === 'fail';
  return [
    ...(turned.length === 0 ? [] : [{ ...now, kind: 'alarm' as const, text: few(turned) }]),
    ...(news ? [{ ...now, kind: 'seen' as const, text: because }] : []),
  ];
}

/** That an alarm is quiet at first is no news. */
function turn(before: RolloutView | undefined, name: string, state: string): string[] {
  const was = before?.alarms.find((alarm) => alarm.name === name)?.state;
  if (was === state || (was === undefined && state !== 'ALARM')) return [];
  return [`alarm ${name}: ${was === undefined ? state : `${was} -> ${state}`}`];
}

/** Heartbeats and records write the alias too; only a moved weight is a mark. */
function written(event: EventOf<'alias.written'>, view: View): Said[] {
  const { key, fromRevision } = event;
  const known = view.functions.get(key);
  const weight = weightAfter(event, known?.candidate ?? null);
  if (fromRevision === null) return [{ kind: 'weight', text: 'the first version serves', keys: [key] }];
  if (weight === (known?.weight ?? 0)) return [];
  const text = weight === 0 ? '100% back to the baseline' : `${weight}% to the candidate`;
  return [{ kind: 'weight', text, weight, keys: [key], rollout: known?.rollout ?? null }];
}

/** Without a candidate it is the claim, or a way back by hand: then what it serves says the weight. */
export function weightAfter(
  { baseline, candidate, weight }: Pick<EventOf<'alias.written'>, 'baseline' | 'candidate' | 'weight'>,
  known: string | null,
): number {
  if (candidate !== null) return weight;
  return known !== null && baseline === known ? 100 : 0;
}

/** How the rollouts ended stands above it. */
function finished(event: EventOf<'release.finished'>, { rollouts }: View): Said[] {
  const { outcome, problems, byHand, by, from, functions } = event;
  const isTold = [...rollouts.values()].some((rollout) => rollout.outcome === outcome);
  if (!byHand && isTold && problems.length === 0) return [];
  if (!byHand) return [{ kind: 'end', text: `release: ${ended(outcome, problems[0] ?? '')}` }];
  const where = from === undefined ? '' : ` from ${from}`;
  const moves = functions.map(({ key, candidate, because, outcome: end }) =>
    end === 'rolledBack' ? `${key} to ${candidate}` : `${key} ${end}: ${because}`,
  );
  const text = `moved by hand by ${by ?? 'somebody'}${where}: ${few(moves)}`;
  return [{ kind: 'back', text, by: by ?? null }];
}

/** What was seen last said it, with its numbers. */
const isSaid = ({ timeline: { marks } }: View, rollout: string, because: string): boolean =>
  because !== '' &&
  marks.findLast((mark) => mark.rollout === rollout && mark.kind !== 'hook')?.text.endsWith(because) === true;

/** Who asked for it last. */
function askedBy({ timeline: { marks } }: View, what: string): string | null {
  const asked = marks.findLast(({ kind, text }) => kind === 'asked' && text.startsWith(`${what} asked`));
  return asked?.by ?? null;
}

type Seen = Pick<Mark, 'rollout' | 'weight' | 'seen' | 'verdict'>;

function seenOf(view: View, rollout: string): Seen & { readonly kind: MarkKind } {
  const known = view.rollouts.get(rollout);
  const counts = [...view.functions.values()].flatMap((entry) =>
    entry.rollout === rollout && entry.counts !== null ? [entry.counts] : [],
  );
  const seen = sumOf(counts);
  return { kind: 'seen', rollout, weight: known?.weight ?? null, seen, verdict: known?.verdict ?? null };
}

function sumOf(counts: readonly Totals[]): Totals | null {
  if (counts.length === 0) return null;
  const sum = (version: keyof Totals): Total => ({
    requests: counts.reduce((all, one) => all + one[version].requests, 0),
    errors: counts.reduce((all, one) => all + one[version].errors, 0),
  });
  return { baseline: sum('baseline'), candidate: sum('candidate') };
}

/** More are a number. */
const fewNames = 5;

function few(names: readonly string[]): string {
  const rest = names.length - fewNames;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, fewNames).join(', ')} and ${rest} more`;
}
