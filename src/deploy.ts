/** Deploy, from top to bottom. Everything before the claim may be refused and has written nothing. */
import { ShipitError } from './core/errors';
import type { Event, EventOf } from './core/events';
import type { Ports } from './core/ports';
import { type Finish, finish } from './finish';
import { type MakeWork, makeAll, refuseIfStopped, roleKeys, withWork } from './make';
import { type PlanRequest, planRelease } from './plan';
import { type Plan, rolloutNames } from './plan/plan';
import { type PreflightOptions, preflight, refusalOf } from './plan/preflight';
import { moved, type SavedPlan } from './plan/saved';
import { removeSurplus } from './release/layers';
import { claim, type Unclaim } from './rollout/claim';
import { type Course, conduct } from './rollout/conduct';
import type { Ending } from './rollout/context';
import type { Crew } from './rollout/crew';
import { keepLease } from './rollout/keeper';
import { muster } from './rollout/muster';
import { teller } from './tell';

export interface DeployRequest extends PlanRequest, ReleaseRequest {
  /** Carried out exactly, or refused; null makes a new plan. */
  readonly saved: SavedPlan | null;
}

export interface ReleaseRequest extends PreflightOptions {
  /** Who deploys, for whoever finds the alias taken. */
  readonly by: string;
  /** Why nothing is watched, or why it goes without steps; null when nobody had to say. */
  readonly reason: string | null;
  /** Asked once the plan is known, before anything is written; null asks nobody. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  /** The same for a protected stage, whose name must be typed. */
  readonly typed: ((question: string, expected: string) => Promise<boolean>) | null;
  /** Ctrl-C: no upward write any more, restore, end. */
  readonly stop: Stop;
}

export interface Stop {
  readonly signal: AbortSignal;
  /** 130 or 143 once a signal of the system has come. */
  exitCode(): number | null;
}

export type Finished = EventOf<'release.finished'>;

/** read -> build -> look -> plan -> preflight -> claim -> publish -> smoke -> roll -> close. */
export async function deploy(ports: Ports, request: DeployRequest): Promise<Finished> {
  let plan: Plan;
  try {
    plan = await planRelease(ports, request);
    if (request.saved) await refuseMoved(ports, request.saved, { plan, project: request.project.name });
  } catch (error) {
    return finish(ports, { ...nothingDone(ports, null), ended: 'refused', error });
  }
  return releasePlan(ports, plan, request);
}

async function refuseMoved(
  { identity }: Ports,
  saved: SavedPlan,
  { plan, project }: { plan: Plan; project: string },
): Promise<void> {
  const { account, region } = await identity.whoami();
  const other = moved(saved, plan, { project, account, region });
  if (other) throw other;
}

/** From the plan on: what a saved plan, a rehearsal and a simulation have in common with a deploy. */
export async function releasePlan(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<Finished> {
  const nothing = nothingDone(ports, plan);
  if (withWork(plan).length === 0) return finish(ports, { ...nothing, ended: 'unchanged' });
  let claimed: Claimed;
  try {
    await check(ports, plan, request);
    await ask(plan, request);
    if (request.stop.signal.aborted)
      throw new ShipitError('interrupted', 'stopped before anything was written');
    const work = prepare(ports, plan, request);
    claimed = { plan, request, work, unclaim: await claim(work.mustered.crew) };
  } catch (error) {
    return finish(ports, { ...nothing, ended: 'refused', error, signalCode: request.stop.exitCode() });
  }
  return carryOut(ports, claimed);
}

function prepare(ports: Ports, plan: Plan, request: ReleaseRequest): MakeWork {
  const release = ports.ids.ulid();
  const tell = teller(ports, release);
  return {
    release,
    tell,
    stop: request.stop.signal,
    mustered: muster(ports, plan, { release, by: request.by, tell }),
    candidates: new Map(),
  };
}

interface Claimed {
  readonly plan: Plan;
  readonly request: ReleaseRequest;
  readonly work: MakeWork;
  readonly unclaim: Unclaim;
}

/** Every alias is ours. Whatever happens from here on, they are given back, restored or promoted. */
async function carryOut(ports: Ports, { plan, request, work, unclaim }: Claimed): Promise<Finished> {
  const { crew, courses } = work.mustered;
  const stopLease = crew.lanes.length > 0 ? keepLease(crew) : () => {};
  const how = { ...nothingDone(ports, plan), ...work, rollouts: rolloutNames(plan) };
  const signalCode = () => request.stop.exitCode();
  try {
    await work.tell(started(ports, plan, { release: work.release, by: request.by, reason: request.reason }));
    await makeAll(ports, plan, work);
    refuseIfStopped(work);
  } catch (error) {
    stopLease();
    const left = await unclaim();
    return finish(ports, {
      ...how,
      ended: ShipitError.is(error, 'interrupted') ? 'aborted' : 'failed',
      error,
      left,
      signalCode: signalCode(),
    });
  }
  const ended = await roll(crew, courses, request.stop.signal).finally(stopLease);
  await tidyUp(ports, plan, ended);
  return finish(ports, { ...how, ended, signalCode: signalCode() });
}

function nothingDone(ports: Ports, plan: Plan | null): Omit<Finish, 'ended'> {
  const tell = async (event: Event) => ports.report.tell(event);
  return {
    release: null,
    functions: plan?.functions ?? [],
    error: null,
    candidates: new Map(),
    rollouts: new Map(),
    roles: plan === null ? new Set() : roleKeys(plan),
    left: [],
    signalCode: null,
    tell,
  };
}

async function roll(
  crew: Crew,
  courses: readonly Course[],
  stop: AbortSignal,
): Promise<ReadonlyMap<string, Ending>> {
  if (courses.length === 0) return new Map();
  const rollout = conduct(crew, courses);
  const abort = () => rollout.abort('stopped by hand');
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  const ended = await rollout.ended;
  stop.removeEventListener('abort', abort);
  return ended;
}

/** Only when all of it is out: what went back needs its old layers. A surplus version harms nobody until the next release. */
async function tidyUp(ports: Ports, plan: Plan, ended: ReadonlyMap<string, Ending>): Promise<void> {
  if ([...ended.values()].some(({ outcome }) => outcome !== 'promoted')) return;
  await removeSurplus(ports.layers, plan.layers).catch((error: unknown) => {
    if (!(error instanceof ShipitError)) throw error;
    const message = `old layer versions stay: ${error.message}`;
    ports.report.tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint: error.hint });
  });
}

/** A protected stage is named with --confirm, or typed now; any other wants a yes. */
async function ask(plan: Plan, { confirm, typed, protection }: ReleaseRequest): Promise<void> {
  const count = withWork(plan).length;
  const what = `Release ${count === 1 ? '1 function' : `${count} functions`}`;
  const named = protection !== null && protection.confirmed !== protection.stage ? protection.stage : null;
  const agreed =
    named === null
      ? confirm === null || (await confirm(`${what}?`))
      : typed !== null && (await typed(`${what} to ${named}: type its name to go on`, named));
  if (agreed) return;
  if (named === null) throw new ShipitError('needsYes', 'not released: nobody said yes');
  throw new ShipitError('needsYes', `not released: ${named} was not typed`, {
    hint: `Repeat the command and type ${named}, or name it with --confirm ${named}.`,
  });
}

/** The whole list is shown, whatever it says; one refusal covers all of it. */
async function check(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<void> {
  const checks = await preflight(ports, plan, request);
  const at = ports.clock.nowMs();
  for (const { title, problems, warnings } of checks) {
    ports.report.tell({ v: 1, type: 'preflight.checked', at, title, ok: problems.length === 0, problems });
    for (const message of warnings) ports.report.tell({ v: 1, type: 'warning', at, message, hint: title });
  }
  const refusal = refusalOf(checks);
  if (refusal) throw refusal;
}

function started(
  ports: Ports,
  plan: Plan,
  who: Pick<EventOf<'release.started'>, 'release' | 'by' | 'reason'>,
): Event {
  const functions = plan.functions
    .filter(({ action }) => action !== 'none')
    .map(({ spec, live }) => {
      const { key, name, alias } = spec;
      return { key, name, alias, description: live.alias?.description ?? '' };
    });
  const ungated = plan.gated ? null : who.reason;
  return { v: 1, type: 'release.started', at: ports.clock.nowMs(), ...who, ungated, functions };
}
