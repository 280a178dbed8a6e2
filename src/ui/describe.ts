/**
 * What a person reads of an event: words, one line a change. Pure, so that what stands in a CI log at three in the
 * morning can be tested without a terminal.
 */
import type { Event, EventOf, EventType, FunctionCounts, StepPlan } from '../core/events';
import { artifactLines } from './artifact-lines';
import { asideLines } from './aside-lines';
import { controlLines } from './control-lines';
import { destroyLines } from './destroy';
import { fold } from './fold';
import { notesOf } from './plan';
import { noProgress, type Progress, progressAfter } from './progress';
import { resultOf } from './result-lines';
import { outcomeWords, show } from './show';
import { emptyView, type RolloutView, type View } from './view';

/** What was told so far, as far as the next lines depend on it. */
export interface Memory {
  readonly view: View;
  /** When the numbers of each rollout were last told, epoch ms of the events. */
  readonly numbersMs: ReadonlyMap<string, number>;
  /** Problems that stand on the screen already: a refusal tells them again at its end. */
  readonly said: ReadonlySet<string>;
  readonly progress: Progress;
}

const untold = { numbersMs: new Map<string, number>(), said: new Set<string>() };
export const emptyMemory: Memory = { view: emptyView, ...untold, progress: noProgress };

/** Without anything new to see, numbers come at most this often. */
const numbersEveryMs = 30_000;
/** More functions than this are told as a sum, but for those whose candidate fails. */
const fewFunctions = 12;

/** The lines for one event; none when nothing changed for a person. */
export function describe(event: Event, memory: Memory): readonly string[] {
  const words = describers[event.type] as (event: Event, memory: Memory) => readonly string[];
  return words(event, memory);
}

export function remember(event: Event, memory: Memory): Memory {
  const view = fold(memory.view, event);
  const { said } = alsoSaid(memory, 'problems' in event ? event.problems : []);
  const told = event.type === 'rollout.observed' && numbersAreDue(event, memory);
  const numbersMs = told ? new Map(memory.numbersMs).set(event.rollout, event.at) : memory.numbersMs;
  return { view, numbersMs, said, progress: progressAfter(memory.progress, event) };
}

export function alsoSaid(memory: Memory, problems: readonly string[]): Memory {
  return problems.length > 0 ? { ...memory, said: new Set([...memory.said, ...problems]) } : memory;
}

/** What waits for a person was told in other words, with what to do. */
const isKnown = (rollout: RolloutView | undefined, because: string): boolean =>
  rollout?.held === because || (rollout?.waits ?? null) !== null;
/** What follows the first line of a problem is set in: it may come from outside, and look like a line of ours. */
const problemLines = (event: { readonly problems: readonly string[] }, memory: Memory): readonly string[] =>
  event.problems
    .filter((problem) => !memory.said.has(problem))
    .flatMap((problem) =>
      problem.split('\n').map((line, at) => (at === 0 || /^ {2}/.test(line) ? line : `  ${line}`)),
    );

const describers: { readonly [T in EventType]: (event: EventOf<T>, memory: Memory) => readonly string[] } = {
  'plan.made': planned,
  ...artifactLines,
  'preflight.checked': (event, memory) => [
    `preflight: ${event.title}: ${event.ok ? 'ok' : 'FAILED'}`,
    ...problemLines(event, memory).map((problem) => `  ${problem}`),
  ],
  'release.started': ({ by, functions }) => {
    const aliases = functions.map(({ key, name, alias }) => `${key} (${name}:${alias})`);
    return [`release started by ${by}${aliases.length === 0 ? ', no alias moves' : `: ${few(aliases)}`}`];
  },
  'function.changed': ({ key, what }) => [`${key}: ${what === 'created' ? 'created' : `${what} updated`}`],
  'role.kept': ({ name, what }) => [`role ${name}: ${what}`],
  'layer.published': ({ arn }) => [`layer ${arn} published`],
  'version.published': ({ key, version, reused }) => [
    `${key}: version ${version} ${reused ? 'was published before and is used again' : 'published'}`,
  ],
  'smoke.tested': ({ key, version, sample, ok, because }) => [
    ok
      ? `${key}: version ${version} passed test event ${sample}`
      : `${key}: version ${version} FAILED test event ${sample}: ${because}`,
  ],
  'rollout.stepped': ({ rollout, step, steps, weight, bakeMs }) => [
    `${rollout}: step ${step} of ${steps}, ${weight}% to the candidates${bakeMs > 0 ? ` for ${show.time(bakeMs)}` : ''}`,
  ],
  'alias.written': aliasWritten,
  'rollout.observed': observed,
  'rollout.held': ({ rollout, because }, { view }) =>
    isKnown(view.rollouts.get(rollout), because) ? [] : [`${rollout}: waiting: ${because}`],
  'rollout.restoring': ({ rollout, because }) => [`${rollout}: ROLLING BACK: ${because}`],
  'rollout.ended': ({ rollout, outcome, because }, { view }) => {
    const known = view.rollouts.get(rollout)?.back === because;
    return [`${rollout}: ${outcomeWords[outcome]}${known ? '' : `: ${because}`}`];
  },
  'release.finished': (event, memory) => [
    ...problemLines(event, memory),
    ...event.functions
      .filter(({ outcome }) => outcome !== 'unchanged')
      .map((result) => resultOf(result, memory.view)),
    ...unchanged(event.functions.filter(({ outcome }) => outcome === 'unchanged').length),
    `release: ${outcomeWords[event.outcome]} (exit ${event.exitCode})`,
  ],
  'config.read': () => [],
  'init.finished': problemLines,
  'validate.finished': problemLines,
  'config.finished': problemLines,
  'build.finished': problemLines,
  'verify.finished': problemLines,
  'bootstrap.finished': problemLines,
  'plan.finished': problemLines,
  'status.finished': problemLines,
  'local.finished': problemLines,
  'destroy.finished': problemLines,
  'history.finished': problemLines,
  'doctor.finished': problemLines,
  'completion.finished': problemLines,
  'pause.finished': problemLines,
  'resume.finished': problemLines,
  'approve.finished': problemLines,
  'promote.finished': problemLines,
  'abort.finished': problemLines,
  'attach.finished': problemLines,
  ...controlLines,
  'destroy.planned': destroyLines,
  'destroy.done': ({ kind, name, ok, because }) => [
    ok ? `removed ${kind} ${name}` : `NOT removed: ${kind} ${name}: ${because}`,
  ],
  ...asideLines,
};

function planned({
  functions,
  rollouts,
  layers,
  roles,
  surplus = [],
}: EventOf<'plan.made'>): readonly string[] {
  const changed = functions.filter(({ action }) => action !== 'none');
  const lines = changed.map(({ key, action, changes, rollout }) => {
    // Of a function that is new, everything is new.
    const told = action === 'create' ? [show.count(changes.length, 'setting')] : changes;
    const what = told.length > 0 ? `: ${few(told.map((change) => change.replace(/^[~+-] /, '')))}` : '';
    return `plan: ${action} ${key}${action === 'update' ? ` by ${rollout}` : ''}${what}`;
  });
  const steps = rollouts.map(
    ({ name, totalMs, ...rollout }) =>
      `plan: ${name}: ${few(rollout.steps.map(stepWords))}; ${show.time(totalMs)} in all`,
  );
  return [
    ...lines,
    ...layers.map(({ key, name }) => `plan: layer ${key}: a new version of ${name}`),
    ...surplus.map(({ key, versions }) => `plan: layer ${key}: old versions go: ${versions.join(', ')}`),
    ...roles.map(({ name, changes }) => `plan: role ${name}: ${show.count(changes.length, 'change')}`),
    ...steps,
    ...notesOf(changed, fewFunctions).map((note) => `plan: ${note}`),
    ...unchanged(functions.length - changed.length).map((line) => `plan: ${line}`),
  ];
}

const stepWords = ({ weight, bakeMs, approval }: StepPlan): string =>
  `${weight}%${bakeMs > 0 ? ` for ${show.time(bakeMs)}` : ''}${approval ? ' and an approval' : ''}`;

const unchanged = (count: number): string[] => (count > 0 ? [`${count} unchanged`] : []);

/** Heartbeats and records write the alias too; only a moved weight is news, or a rollback by hand, which is one write. */
function aliasWritten(event: EventOf<'alias.written'>, { view }: Memory): readonly string[] {
  const { key, baseline, candidate, weight, phase } = event;
  const before = view.functions.get(key);
  const byHand = phase === 'done' && (before?.serves ?? null) === null;
  if (weight === (before?.weight ?? 0))
    return byHand ? [`${key}: 100% to version ${candidate ?? baseline}`] : [];
  if (weight === 100) return [`${key}: 100% to version ${candidate}`];
  if (weight === 0) return [`${key}: 100% back to version ${baseline}`];
  return [
    `${key}: ${weight}% to version ${candidate}, ${Math.round((100 - weight) * 10) / 10}% to version ${baseline}`,
  ];
}

function observed(event: EventOf<'rollout.observed'>, memory: Memory): readonly string[] {
  if (!numbersAreDue(event, memory)) return [];
  const before = memory.view.rollouts.get(event.rollout) ?? null;
  const { rollout, verdict, because } = event;
  const news = verdict !== 'pass' || before?.verdict !== verdict;
  return [
    ...alarmsThatTurned(event, before),
    ...numbers(event),
    ...(news ? [`${rollout}: ${verdict === 'fail' ? 'FAIL' : verdict}: ${because}`] : []),
  ];
}

function numbers(event: EventOf<'rollout.observed'>): string[] {
  const { rollout, step, weight, dueMs, at, functions, verdict } = event;
  const leftMs = show.span(at, dueMs);
  const left = leftMs > 0 ? `${show.time(leftMs)} left` : 'bake is over';
  if (step === 0) return [];
  const place = `${weight}%, ${left}`;
  if (functions.length === 0) return [`${rollout}: ${place}, ${verdict}`];
  const shown =
    functions.length > fewFunctions ? functions.filter(({ candidate }) => candidate.errors > 0) : functions;
  const rest = functions.filter((counts) => !shown.includes(counts));
  const lines = shown.map((counts) => `${counts.key}: ${place}, ${show.trial(counts)}, ${verdict}`);
  return rest.length === 0 ? lines : [...lines, `${rollout}: ${place}, ${sumOf(rest)}, ${verdict}`];
}

function sumOf(rest: readonly FunctionCounts[]): string {
  const requests = rest.reduce((sum, { candidate }) => sum + candidate.requests, 0);
  return `${show.count(rest.length, 'other function')} without an error in ${show.count(requests, 'request')} to the candidates`;
}

function alarmsThatTurned(event: EventOf<'rollout.observed'>, before: RolloutView | null): string[] {
  return turnedAlarms(event, before).map(({ name, state }) => {
    const was = before?.alarms.find((alarm) => alarm.name === name);
    return `alarm ${name}: ${was ? `${was.state} -> ${state}` : state}`;
  });
}

const turnedAlarms = (event: EventOf<'rollout.observed'>, before: RolloutView | null) =>
  event.alarms.filter(
    ({ name, state }) => !before?.alarms.some((alarm) => alarm.name === name && alarm.state === state),
  );

/** When the interval is over, or as soon as weight, alarms or verdict are no longer what they were. */
function numbersAreDue(event: EventOf<'rollout.observed'>, { view, numbersMs }: Memory): boolean {
  const before = view.rollouts.get(event.rollout) ?? null;
  const lastMs = numbersMs.get(event.rollout);
  if (lastMs === undefined || before === null || event.at - lastMs >= numbersEveryMs) return true;
  return (
    before.weight !== event.weight ||
    before.verdict !== event.verdict ||
    turnedAlarms(event, before).length > 0
  );
}

function few(items: readonly string[]): string {
  if (items.length <= fewFunctions) return items.join(', ');
  return `${items.slice(0, fewFunctions).join(', ')} and ${items.length - fewFunctions} more`;
}
