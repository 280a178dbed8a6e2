/** A release as its journal tells it: pure, so that what stands in a report can be tested without a release. */
import type { Event, EventOf, EventType, FunctionResult } from '../core/events';
import type { FunctionStory, ReleaseStory } from '../core/told';
import { Ulid } from '../core/ulid';

interface Draft extends Omit<ReleaseStory, 'functions'> {
  readonly functions: ReadonlyMap<string, FunctionStory>;
}

const nobody = 'unknown';

export function storyOf(release: string, events: readonly Event[]): ReleaseStory {
  const nothing: Draft = {
    release,
    startedMs: startOf(release, events),
    endedMs: null,
    by: nobody,
    from: null,
    commit: null,
    outcome: null,
    because: '',
    functions: new Map(),
    marks: [],
  };
  const { functions, ...story } = events.reduce(fold, nothing);
  const leftUntilMs = story.outcome === 'waiting' ? endOfHold(events) : null;
  const left = leftUntilMs === null ? {} : { leftUntilMs };
  return { ...story, ...left, functions: [...functions.values()] };
}

/** Null when whoever left it did not say so, or somebody has taken it over since. */
function endOfHold(events: readonly Event[]): number | null {
  const last = events.findLast(({ type }) => type === 'rollout.waiting' || type === 'release.takenOver');
  return last?.type === 'rollout.waiting' && last.for === 'until' ? last.expiresMs : null;
}

/** A rollback by hand of an alias that shipit never released has a journal without a beginning. */
function startOf(release: string, events: readonly Event[]): number {
  const started = events.find(({ type }) => type === 'release.started');
  if (started) return started.at;
  const [first] = events;
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(release) ? Ulid.timeMs(release) : (first?.at ?? 0);
}

function fold(draft: Draft, event: Event): Draft {
  const apply = folds[event.type] as ((draft: Draft, event: Event) => Draft) | undefined;
  const told = apply ? apply(draft, event) : draft;
  const words = marks[event.type] as ((event: Event) => string | null) | undefined;
  const text = words ? words(event) : null;
  return text === null ? told : { ...told, marks: [...told.marks, { at: event.at, text }] };
}

const folds: { readonly [T in EventType]?: (draft: Draft, event: EventOf<T>) => Draft } = {
  'release.started': (draft, { by, from, commit, dirty, functions }) =>
    functions.reduce<Draft>((next, { key, name, alias }) => setFunction(next, key, { name, alias }), {
      ...draft,
      by,
      from: from ?? null,
      commit: commit ?? null,
      dirty: dirty ?? null,
    }),
  'version.published': (draft, { key, version, digest }) =>
    setFunction(draft, key, { candidate: version, digest }),
  'alias.written': written,
  'release.takenOver': takenOver,
  'rollout.stepped': goesOn,
  'release.finished': (draft, event) => (event.byHand ? backByHand(draft, event) : finished(draft, event)),
};

/** A machine that did not begin it knows who did by the first take-over alone. */
function takenOver(draft: Draft, { from }: EventOf<'release.takenOver'>): Draft {
  return goesOn(draft.by === nobody ? { ...draft, by: from } : draft);
}

/** It had waited, or was given up, and somebody drives it again. */
function goesOn(draft: Draft): Draft {
  if (draft.outcome === null) return draft;
  const open = { outcome: null, because: '' };
  const functions = [...draft.functions].map(([key, known]) => [key, { ...known, ...open }] as const);
  return { ...draft, ...open, endedMs: null, functions: new Map(functions) };
}

/** Without a candidate it is the claim, or a way back by hand: then what it serves says the weight. */
function written(draft: Draft, event: EventOf<'alias.written'>): Draft {
  const { key, name, alias, baseline, candidate, at } = event;
  const known = draft.functions.get(key);
  const tried = candidate ?? known?.candidate ?? null;
  const served = tried !== null && baseline === tried ? 100 : 0;
  const weight = candidate === null ? served : event.weight;
  const before = known?.weights ?? [];
  const weights = weight === (before.at(-1)?.weight ?? 0) ? before : [...before, { at, weight }];
  const change = { name, alias, candidate: tried, weights };
  return setFunction(draft, key, { ...change, baseline: known?.baseline ?? baseline });
}

function finished(draft: Draft, event: EventOf<'release.finished'>): Draft {
  const { outcome, problems, at } = event;
  const results = event.functions.filter((result) => result.outcome !== 'unchanged');
  const decisive = results.find((result) => result.outcome === outcome && result.because !== '');
  const ended = {
    outcome,
    because: decisive?.because ?? problems[0] ?? '',
    // Whoever is asked for a word may yet give it.
    endedMs: outcome === 'waiting' ? null : at,
  };
  return results.reduce<Draft>(
    (next, result) =>
      setFunction(next, result.key, {
        name: result.name,
        alias: result.alias,
        baseline: result.baseline ?? draft.functions.get(result.key)?.baseline ?? null,
        candidate: result.candidate ?? draft.functions.get(result.key)?.candidate ?? null,
        outcome: result.outcome,
        because: result.because,
      }),
    { ...draft, ...ended },
  );
}

/** Who undoes a rollback by hand promotes the candidate again. */
function backByHand(draft: Draft, event: EventOf<'release.finished'>): Draft {
  const moved = event.functions.filter(({ outcome }) => outcome === 'rolledBack');
  const next = moved.reduce((story, result) => setFunction(story, result.key, handOf(story, result)), draft);
  if (moved.length === 0) return draft;
  const stands = [...next.functions.values()].every(({ outcome }) => outcome === 'promoted');
  const { by = 'somebody', at } = event;
  const because = `${stands ? 'released again' : 'rolled back'} by hand by ${by}`;
  const who = draft.by === nobody ? { by } : {};
  return { ...next, ...who, outcome: stands ? 'promoted' : 'rolledBack', because, endedMs: at };
}

function handOf(draft: Draft, result: FunctionResult): Partial<FunctionStory> {
  const { name, alias, baseline, candidate: to, because } = result;
  const known = draft.functions.get(result.key);
  if (!known) return { name, alias, baseline, candidate: to, outcome: 'rolledBack', because };
  return { outcome: to === known.candidate ? 'promoted' : 'rolledBack', because };
}

function setFunction(draft: Draft, key: string, change: Partial<FunctionStory>): Draft {
  const known: FunctionStory = draft.functions.get(key) ?? {
    ...{ key, name: key, alias: '', baseline: null, candidate: null },
    ...{ outcome: null, because: '', weights: [] },
  };
  return { ...draft, functions: new Map(draft.functions).set(key, { ...known, ...change }) };
}

/** What people and hooks did to it, in words; null for what is not worth one. */
const marks: { readonly [T in EventType]?: (event: EventOf<T>) => string | null } = {
  'release.started': ({ ungated, reason, ignored = [] }) => {
    if (ungated !== null) return `nothing watches: ${ungated}`;
    if (ignored.length > 0) return `alarms without a say: ${ignored.join(', ')}`;
    return reason === null ? null : `because: ${reason}`;
  },
  'release.takenOver': ({ by, from, because }) => `${by} takes over from ${from}: ${because}`,
  'wish.obeyed': ({ what, step }) => `asked from outside: ${what} at step ${step}`,
  'rollout.paused': ({ rollout, weight }) => `${rollout}: paused at ${weight}%`,
  'rollout.resumed': ({ rollout, weight }) => `${rollout}: goes on from ${weight}%`,
  'rollout.waiting': ({ rollout, weight, for: what }) =>
    what === 'until' ? `${rollout}: left at ${weight}%` : `${rollout}: waits for approval at ${weight}%`,
  'rollout.approved': ({ rollout, step }) => `${rollout}: step ${step} is approved`,
  'hook.ran': ({ rollout, when, hook, status, because }) =>
    `${rollout}: ${when} ${hook}: ${status === 'fail' ? 'FAILED' : status}${because === '' ? '' : `: ${because}`}`,
  'rollout.restoring': ({ rollout, because }) => `${rollout}: goes back: ${because}`,
  'release.finished': (event) => (event.byHand ? handWords(event) : null),
};

function handWords({ functions, by = 'somebody', from }: EventOf<'release.finished'>): string {
  const moves = functions.map(({ key, candidate, because, outcome }) =>
    outcome === 'rolledBack' ? `${key} to ${candidate}` : `${key} ${outcome}: ${because}`,
  );
  return `moved by hand by ${by}${from === undefined ? '' : ` from ${from}`}: ${moves.join(', ')}`;
}
