/**
 * Asks something of a release under way, from any machine: a wish in its leader's record, which its owner obeys at its next
 * poll. A release that was left for a person has no owner, so whoever asks carries it out.
 */
import { commandFor, placedCommand } from './core/command';
import { ShipitError } from './core/errors';
import type { Event } from './core/events';
import type { AliasState } from './core/lambda';
import { exitCodes } from './core/outcome';
import type { Ports } from './core/ports';
import { Record } from './core/record';
import type { Whereabouts } from './core/told';
import { pause } from './core/wait';
import type { Stop } from './deploy';
import { type FindRequest, type Found, findRelease } from './find';
import { inherit } from './inherit';
import type { StrategyChoice } from './plan/choose';
import { type Ended, endOf } from './release/ended';
import {
  type Asking,
  decideWish,
  silenceOf,
  type WishDecision,
  type WishWord,
  wishState,
} from './release/wish';
import { readPatiently } from './rollout/back';
import { backOff } from './rollout/crew';
import { limits } from './rollout/limits';
import { keeper, teller } from './tell';

export interface ControlRequest extends FindRequest, Taker {
  readonly what: WishWord;
  /** With `approve`: this step and no other. */
  readonly step: number | null;
  /** Whether this process goes on with a release that nobody drives; else it is refused. */
  readonly drives: boolean;
}

/** Who asks, and how the release was asked for: whoever goes on with it must come to the same course. */
export interface Taker {
  readonly by: string;
  /** Machine or run of CI. */
  readonly from: string;
  readonly choice: StrategyChoice;
  /** Flags that say which release is meant, for whoever asks next. */
  readonly where: Whereabouts;
  /** Null when nobody said. */
  readonly gated: boolean | null;
  readonly stop: Stop;
}

export interface Controlled {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

/** How often somebody else may come between before it is given up. */
const tries = 6;
/** How long the owner has, and how often is looked. It reads its record at each poll. */
const patienceMs = 3 * limits.pollMs;
const lookMs = 5000;

export async function control(ports: Ports, request: ControlRequest): Promise<Controlled> {
  const found = await findRelease(ports, request);
  const asking: Asking = {
    release: found.release,
    what: request.what,
    step: request.step,
    nonce: ports.ids.nonce(),
    where: request.where,
    arrived: found.members.every(({ record }) => record.kind !== 'open' || record.record.weight === 100),
  };
  const sent = await send(ports, found, asking);
  if (sent.kind === 'held' && !request.drives) throw undriven(found, request);
  const tell = teller(ports, found.release);
  // Every write of an alias is kept; no traffic moves by this one.
  if (sent.kind === 'written') await keeper(ports, found.release)(writtenEvent(ports, found, sent));
  const { what, by, where } = request;
  const { release } = found;
  const { step } = sent;
  await tell({ v: 1, type: 'control.sent', at: ports.clock.nowMs(), what, release, step, by, where });
  return sent.kind === 'held'
    ? carryOut(ports, release, request)
    : awaitOwner(ports, found, { asking, request, sent });
}

/** Whoever only looks on would own it from then on, and end it by going away. */
function undriven({ release }: Found, { what, where }: ControlRequest): ShipitError {
  const id = release.slice(-6);
  const command = commandFor(what, { where, release: id, step: null });
  return new ShipitError(
    'refused',
    `release ${id} was left for a person: nobody drives it who could be asked`,
    {
      hint: `Run \`${command}\`, which goes on with it.`,
    },
  );
}

type Sent = Extract<WishDecision, { kind: 'held' }> | Written;

interface Written {
  readonly kind: 'written';
  readonly step: number;
  readonly from: AliasState;
  readonly now: AliasState;
}

/** By compare-and-set: whatever came between is looked at, and decided on, again. */
async function send(ports: Ports, { leader }: Found, asking: Asking): Promise<Sent> {
  let from = leader.alias;
  let last: ShipitError | null = null;
  for (let failures = 0; from !== null && failures < tries; failures += 1) {
    const decision = decideWish(from, asking);
    if (decision.kind === 'held') return decision;
    if (decision.kind === 'refused')
      throw new ShipitError('refused', `release ${asking.release.slice(-6)}: ${decision.why}`, {
        hint: decision.hint,
      });
    const { step, target } = decision;
    try {
      const now = await ports.aliases.write(leader.ref, target, from.revisionId);
      return { kind: 'written', step, from, now };
    } catch (error) {
      if (!ShipitError.is(error, ...passing)) throw error;
      last = error;
      if (error.code !== 'preconditionFailed') await backOff(ports, failures);
    }
    const read = await readPatiently(ports, leader.ref);
    if (read && carries(read, asking)) return { kind: 'written', step, from, now: read };
    from = read;
  }
  throw new ShipitError(
    'refused',
    `${asking.what} could not be asked for: ${last?.message ?? 'the alias is gone'}`,
  );
}

const passing = ['preconditionFailed', 'throttled', 'timedOut', 'unavailable', 'conflict'] as const;

/** Our own nonce: the write landed, and only its answer was lost. */
function carries({ description }: AliasState, { nonce }: Asking): boolean {
  const parsed = Record.parse(description);
  return parsed.kind === 'open' && parsed.record.wish?.nonce === nonce;
}

function writtenEvent(ports: Ports, { leader, record }: Found, { from, now }: Written): Event {
  const { key, name, alias } = leader.spec;
  const parsed = Record.parse(now.description);
  const { baseline, candidate, weight, phase, epoch } = parsed.kind === 'open' ? parsed.record : record;
  const revisions = { fromRevision: from.revisionId, toRevision: now.revisionId };
  const place = { baseline, candidate, weight, phase, epoch };
  return { v: 1, type: 'alias.written', at: ports.clock.nowMs(), key, name, alias, ...revisions, ...place };
}

/** Nobody owns it, so there is nobody to ask. */
async function carryOut(ports: Ports, release: string, request: ControlRequest): Promise<Controlled> {
  const { project, choice, gated, by, from, where, stop, what } = request;
  const wish = what === 'approve' || what === 'promote' ? what : 'abort';
  const asked = { project, release, choice, until: null, gated, by, from, where, stop };
  const finished = await inherit(ports, { ...asked, wish, watched: null, wanted: null });
  if (what !== 'abort') return finished;
  // That it went back is how the release ends, and just what this command was to do.
  if (finished.outcome === 'promoted') return tooLate(what, 'promoted');
  const wentBack = finished.outcome === 'aborted' || finished.outcome === 'rolledBack';
  return wentBack ? { exitCode: stop.exitCode() ?? 0, problems: [] } : finished;
}

interface Asked {
  readonly asking: Asking;
  readonly request: ControlRequest;
  readonly sent: Written;
}

async function awaitOwner(ports: Ports, found: Found, { asking, request, sent }: Asked): Promise<Controlled> {
  const { clock } = ports;
  const { signal } = request.stop;
  const endMs = clock.monotonicMs() + patienceMs;
  let seen = sent.now;
  while (clock.monotonicMs() < endMs && !signal.aborted) {
    await pause({ clock, stop: signal }, lookMs);
    seen = (await lookAgain(ports, found)) ?? seen;
    const state = wishState(seen, asking);
    if (state === 'over') return ended(ports, { found, asking, seen, step: sent.step });
    if (state === 'obeyed') return obeyed(ports, asking, sent.step);
    if (state === 'overruled')
      return notYet([
        `somebody asked for something else after you, and that is obeyed: \`${placedCommand('status', request.where)} --watch\``,
      ]);
  }
  const exitCode = request.stop.exitCode();
  if (exitCode !== null) return { exitCode, problems: [`stopped waiting; ${asking.what} stays asked for`] };
  const parsed = Record.parse(seen.description);
  const last = parsed.kind === 'open' ? parsed.record : found.record;
  return notYet(silenceOf(last, asking, clock.nowMs()));
}

/** Null when it cannot be read just now. */
async function lookAgain(ports: Ports, { leader }: Found): Promise<AliasState | null> {
  try {
    return await ports.aliases.read(leader.ref);
  } catch (error) {
    if (ShipitError.is(error, ...passing)) return null;
    throw error;
  }
}

const notYet = (problems: readonly string[]): Controlled => ({ exitCode: exitCodes.waiting, problems });

function obeyed(ports: Ports, { release, what }: Asking, step: number): Controlled {
  ports.report.tell({ v: 1, type: 'wish.obeyed', at: ports.clock.nowMs(), release, what, step });
  return { exitCode: 0, problems: [] };
}

interface Over {
  readonly found: Found;
  readonly asking: Asking;
  readonly seen: AliasState;
  readonly step: number;
}

/** The end may be what was asked for, or have come before it could be obeyed. */
function ended(ports: Ports, { found, asking, seen, step }: Over): Controlled {
  const outcome = endOf(seen, { release: asking.release, last: found.record }) ?? 'lost';
  const isWanted = {
    promoted: ['resume', 'approve', 'promote'],
    rolledBack: ['abort'],
    lost: [] as string[],
  };
  return isWanted[outcome].includes(asking.what)
    ? obeyed(ports, asking, step)
    : tooLate(asking.what, outcome);
}

function tooLate(what: WishWord, outcome: Ended): Controlled {
  const words = { promoted: 'it was released', rolledBack: 'it went back', lost: 'somebody else moved it' };
  const exitCode = outcome === 'promoted' ? exitCodes.refused : exitCodes[outcome];
  return { exitCode, problems: [`too late for ${what}: ${words[outcome]} meanwhile`] };
}
