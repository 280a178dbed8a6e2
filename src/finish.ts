/** The last word of every deploy and rollback: one event that says how it ended, for each function and as a whole. */
import { placedCommand } from './core/command';
import { ShipitError, toldFaults, traceOf } from './core/errors';
import type { Event, EventOf, FunctionResult } from './core/events';
import { exitCodes, type Outcome } from './core/outcome';
import type { Ports } from './core/ports';
import type { Whereabouts } from './core/told';
import { isFirst, type Member, type OpenMember } from './plan/members';
import type { FunctionPlan } from './plan/plan';
import { releaseOf } from './release/back';
import { stillClaimed } from './rollout/claim';
import type { Ending } from './rollout/context';

export interface Finish {
  readonly release: string | null;
  readonly functions: readonly FunctionPlan[];
  /** The outcome of all that moved together, or of each rollout by its name. */
  readonly ended: Outcome | ReadonlyMap<string, Ending>;
  /** Why it was refused or failed. An unknown error is a bug and goes on. */
  readonly error: unknown;
  /** Versions made, by function key. */
  readonly candidates: ReadonlyMap<string, string>;
  /** Rollout of each function, by function key. */
  readonly rollouts: ReadonlyMap<string, string>;
  /** Keys of functions whose role was to be made or changed. */
  readonly roles: ReadonlySet<string>;
  /** Aliases whose claim could not be given back. */
  readonly left: readonly string[];
  /** Flags by which the release is meant here, for whoever has to act. */
  readonly where: Whereabouts;
  /** 130 or 143 when a signal stopped it; null leaves the outcome's own. */
  readonly signalCode: number | null;
  readonly tell: (event: Event) => Promise<void>;
}

export interface LastWord {
  readonly release: string;
  readonly results: readonly FunctionResult[];
  /** Flags by which the release is meant here, for whoever has to act. */
  readonly where: Whereabouts;
  /** 130 or 143 when a signal stopped it; null leaves the outcome's own. */
  readonly signalCode: number | null;
  readonly tell: (event: Event) => Promise<void>;
}

/** The same for a release that somebody else began: its functions are known by what became of them. */
export async function lastWord(
  { clock }: Ports,
  { release, results, where, signalCode, tell }: LastWord,
): Promise<EventOf<'release.finished'>> {
  const outcome = worst(results.map((result) => result.outcome));
  const event: EventOf<'release.finished'> = {
    v: 1,
    type: 'release.finished',
    at: clock.nowMs(),
    release,
    outcome,
    exitCode: outcome === 'aborted' && signalCode !== null ? signalCode : exitCodes[outcome],
    functions: results,
    problems: adviceOn(outcome, where),
  };
  await tell(event);
  return event;
}

export async function finish(ports: Ports, how: Finish): Promise<EventOf<'release.finished'>> {
  if (how.error !== null && !(how.error instanceof ShipitError)) throw how.error;
  if (how.error !== null) {
    const { code } = how.error;
    ports.report.tell({
      v: 1,
      type: 'error.traced',
      at: ports.clock.nowMs(),
      code,
      lines: traceOf(how.error),
    });
  }
  const functions = how.functions.map((planned) => resultOf(how, planned));
  const outcome =
    typeof how.ended === 'string' ? how.ended : worst(functions.map((result) => result.outcome));
  const event: EventOf<'release.finished'> = {
    v: 1,
    type: 'release.finished',
    at: ports.clock.nowMs(),
    release: how.release,
    outcome,
    exitCode: exitCodeOf(how, outcome),
    functions,
    ...wrong(how, outcome, functions),
  };
  await how.tell(event);
  return event;
}

/** A shell wants to know that it was the signal, whether anything had been written by then or not. */
function exitCodeOf({ signalCode, error }: Finish, outcome: Outcome): number {
  const stopped = outcome === 'aborted' || ShipitError.is(error, 'interrupted');
  return stopped && signalCode !== null ? signalCode : exitCodes[outcome];
}

/**
 * The loudest first: what somebody must act on outweighs what is merely sad. Where functions go back one by one, one of them
 * may have gone back while the others are held for somebody to approve.
 */
const byLoudness: readonly Outcome[] = [
  'stuck',
  'lost',
  'failed',
  'aborted',
  'waiting',
  'rolledBack',
  'refused',
  'promoted',
  'unchanged',
];

export function worst(outcomes: readonly Outcome[]): Outcome {
  return byLoudness.find((outcome) => outcomes.includes(outcome)) ?? 'unchanged';
}

function resultOf(how: Finish, planned: FunctionPlan): FunctionResult {
  const { key, name, alias } = planned.spec;
  const baseline = planned.live.serving?.version ?? planned.live.alias?.version ?? null;
  const candidate = how.candidates.get(key) ?? null;
  return { key, name, alias, baseline, candidate, ...endingOf(how, planned) };
}

function endingOf(how: Finish, planned: FunctionPlan): Ending {
  const isKept = planned.upkeep.changes.length > 0 || how.roles.has(planned.spec.key);
  if (planned.action === 'none' && !isKept)
    return { outcome: 'unchanged', because: 'the alias serves this code and configuration already' };
  if (typeof how.ended === 'string')
    return { outcome: how.ended, because: how.error instanceof Error ? how.error.message : '' };
  if (planned.action === 'none')
    return {
      outcome: 'promoted',
      because: 'settings or role of the function were written; its version is as it was',
    };
  const ending = how.ended.get(how.rollouts.get(planned.spec.key) ?? '');
  return ending ?? { outcome: 'promoted', because: 'the first version of this alias' };
}

function wrong(
  how: Finish,
  outcome: Outcome,
  functions: readonly FunctionResult[],
): Pick<EventOf<'release.finished'>, 'problems' | 'faults'> {
  const left = how.left.map((name) => stillClaimed(name, how.where));
  if (outcome === 'waiting') return { problems: goneBack(functions) };
  const advice = adviceOn(outcome, how.where);
  if (advice.length > 0) return { problems: [...left, ...advice] };
  if (!(how.error instanceof ShipitError)) return { problems: left };
  const { message, problems, hint } = how.error;
  return {
    problems: [...(problems.length > 0 ? problems : [message]), ...left, hint],
    ...toldFaults(how.error),
  };
}

/** What became of a function of a release that was taken over; without an ending of its own it was closed before. */
export function resultOfMember(
  member: Member,
  ending: Ending | undefined,
  anchor: OpenMember,
): FunctionResult {
  const { spec, alias, record } = member;
  const { key, name } = spec;
  const open = record.kind === 'open' ? record.record : null;
  const versions = open
    ? { baseline: open.baseline, candidate: open.candidate }
    : { baseline: record.kind === 'done' ? record.record.previous : null, candidate: alias.version };
  const closed = endingOfClosed(isFirst(member, anchor) || releaseOf(alias)?.promoted === true);
  return { key, name, alias: spec.alias, ...versions, ...(ending ?? closed) };
}

const endingOfClosed = (promoted: boolean): Ending =>
  promoted
    ? { outcome: 'promoted', because: 'it was closed before its owner died' }
    : { outcome: 'rolledBack', because: 'it had gone back before its owner died' };

/** Empty where nobody has to act. */
function adviceOn(outcome: Outcome, where: Whereabouts): string[] {
  if (outcome === 'stuck')
    return [
      `The alias still points at the candidate. Run \`${placedCommand('rollback', where)}\` with working credentials now.`,
    ];
  if (outcome === 'lost')
    return [
      `Somebody else moved the alias: \`${placedCommand('status', where)}\` shows where it stands now.`,
    ];
  return [];
}

/** Whoever approves the others must know that they are not all of it. */
function goneBack(functions: readonly FunctionResult[]): string[] {
  return functions.flatMap(({ key, outcome, because }) =>
    outcome === 'rolledBack' ? [`${key} went back, and is not held with the others: ${because}`] : [],
  );
}
