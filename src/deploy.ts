/** Deploy, from top to bottom. Everything before the claim may be refused and has written nothing. */
import type { Making } from './artifact/manifest';
import type { Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Event, EventOf } from './core/events';
import type { Ports } from './core/ports';
import type { AskedRelease } from './core/told';
import type { Duration, Percent } from './core/values';
import { drive } from './drive';
import { type Finish, finish } from './finish';
import { inherit } from './inherit';
import { type MakeWork, makeAll, refuseIfStopped, roleKeys, withWork } from './make';
import { permit } from './permit';
import { type PlanRequest, planRelease } from './plan';
import type { StrategyChoice } from './plan/choose';
import { planKept } from './plan/describe';
import { deadRelease } from './plan/holder';
import { ownershipTags } from './plan/ownership';
import type { Plan } from './plan/plan';
import type { PreflightOptions } from './plan/preflight';
import { moved, type SavedPlan } from './plan/saved';
import { keepPlanned } from './provenance';
import { despite } from './release/cleared';
import { unwatchCandidates } from './release/own-alarms';
import { claim, type Unclaim } from './rollout/claim';
import { keepLease } from './rollout/keeper';
import { muster } from './rollout/muster';
import { keeper, teller } from './tell';

export interface DeployRequest extends PlanRequest, ReleaseRequest {
  /** Carried out exactly, or refused; null makes a new plan. */
  readonly saved: SavedPlan | null;
  /** What the artifacts are made by, to keep it beside the project; null keeps nothing. */
  readonly tools: Making['tools'] | null;
}

export interface ReleaseRequest extends PreflightOptions {
  readonly project: Project;
  readonly choice: StrategyChoice;
  /** Who deploys, for whoever finds the alias taken. */
  readonly by: string;
  /** Machine, or run of CI. */
  readonly from: string;
  /** Of the project; null where there is none. */
  readonly commit: string | null;
  /** Whether its files are as they were committed; null where nobody knows. */
  readonly dirty: boolean | null;
  /** Why nothing is watched, or why it goes without steps; null when nobody had to say. */
  readonly reason: string | null;
  /** The step to stop at, for whoever approves the rest; null goes all the way. */
  readonly until: Percent | null;
  /** How long it is kept there; null takes what the project says. */
  readonly holdFor: Duration | null;
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
  const makePlan = async (): Promise<Plan> => {
    const plan = await planRelease(ports, { ...request, interrupted: request.stop.signal });
    await keepProof(ports, plan, request);
    if (request.saved) await refuseMoved(ports, request.saved, { plan, project: request.project.name });
    return plan;
  };
  return releasePlan(ports, makePlan, request);
}

async function keepProof({ files }: Ports, plan: Plan, request: DeployRequest): Promise<void> {
  const { project, tools, commit, dirty, artifacts: set } = request;
  if (tools !== null) await keepPlanned(files, plan, { project, making: { tools, commit, dirty }, set });
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
export async function releasePlan(
  ports: Ports,
  makePlan: () => Promise<Plan>,
  request: ReleaseRequest,
): Promise<Finished> {
  let nothing = nothingDone(ports, null, request);
  let claimed: Claimed;
  let cleared: Cleared | null = null;
  try {
    const first = await makePlan();
    cleared = await clear(ports, first, request);
    if (cleared?.isAnswer) return cleared.finished;
    const plan = cleared ? await makePlan() : first;
    nothing = nothingDone(ports, plan, request);
    if (withWork(plan).length === 0) return finish(ports, { ...nothing, ended: 'unchanged' });
    await permit(ports, plan, request);
    const work = prepare(ports, plan, request);
    claimed = { plan, request, work, unclaim: await claim(work.mustered.crew, request.where) };
  } catch (thrown) {
    const error = cleared ? despite(thrown, cleared.finished) : thrown;
    return finish(ports, { ...nothing, ended: 'refused', error, signalCode: request.stop.exitCode() });
  }
  return carryOut(ports, claimed);
}

interface Cleared {
  readonly finished: Finished;
  /** To what is wanted; else there is a new plan. */
  readonly isAnswer: boolean;
}

/**
 * A release that its owner left behind stands in the way: it goes on if it is the very one that is wanted, else back. One
 * that went back for a reason of its own is the answer to what is wanted, too. Null when there is none.
 */
async function clear(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<Cleared | null> {
  const release = deadRelease(plan, ports.clock.nowMs());
  if (release === null) return null;
  const { project, choice, until, by, from, where, stop } = request;
  const wanted = new Map(plan.functions.map(({ spec, reuse }) => [spec.key, reuse]));
  const asked = { project, release, choice, until, gated: plan.gated, by, from, where, stop };
  const finished = await inherit(ports, { ...asked, wish: null, watched: null, wanted });
  const isOver = finished.functions.every(
    ({ outcome }) => outcome === 'promoted' || outcome === 'rolledBack',
  );
  const wentOn = finished.functions.some(
    ({ key, candidate }) => candidate !== null && wanted.get(key) === candidate,
  );
  return { finished, isAnswer: !isOver || (wentOn && finished.outcome !== 'promoted') };
}

function prepare(ports: Ports, plan: Plan, request: ReleaseRequest): MakeWork {
  const release = ports.ids.ulid();
  const tell = teller(ports, release);
  const { by, project, commit, dirty } = request;
  return {
    release,
    source: { commit, dirty },
    tell,
    stop: request.stop.signal,
    // Stages share a repository: what was built once is deployed to all of them.
    images: { commit: request.commit, tags: ownershipTags({ name: project.name, stage: null }) },
    mustered: muster(ports, plan, { release, by, root: project.root, until: request.until, tell }),
    candidates: new Map(),
  };
}

interface Claimed {
  readonly plan: Plan;
  readonly request: ReleaseRequest;
  readonly work: MakeWork;
  readonly unclaim: Unclaim;
}

/** Every alias is ours. Whatever happens from here on, they are given back, restored, promoted, or left where asked. */
async function carryOut(ports: Ports, { plan, request, work, unclaim }: Claimed): Promise<Finished> {
  const { crew, courses } = work.mustered;
  const stopLease = crew.lanes.length > 0 ? keepLease(crew) : () => {};
  const names = courses.flatMap(({ group, functions }) =>
    functions.map(({ spec }) => [spec.key, group.name] as const),
  );
  const how = { ...nothingDone(ports, plan, request), ...work, rollouts: new Map(names) };
  const signalCode = () => request.stop.exitCode();
  try {
    await work.tell(started(ports, plan, { request, release: work.release }));
    await keeper(ports, work.release)(planKept(plan, ports.clock.nowMs()));
    await makeAll(ports, plan, work);
    refuseIfStopped(work);
  } catch (error) {
    stopLease();
    const left = await unclaim();
    await stopWatching(ports, plan, work);
    return finish(ports, {
      ...how,
      ended: ShipitError.is(error, 'interrupted') ? 'aborted' : 'failed',
      error,
      left,
      signalCode: signalCode(),
    });
  }
  const { holdFor, stop } = request;
  const journey = { plan, crew, courses, holdForMs: holdFor ?? plan.holdForMs, stop: stop.signal };
  const ended = await drive(ports, journey).finally(stopLease);
  return finish(ports, { ...how, ended, signalCode: signalCode() });
}

/** Versions that were published stay, and nobody watches them. */
function stopWatching(ports: Ports, plan: Plan, { candidates, tell }: MakeWork): Promise<void> {
  const watched = plan.functions.flatMap(({ spec, ref }) => {
    const version = candidates.get(spec.key);
    return version === undefined ? [] : [{ ref, version, own: spec.ownAlarms }];
  });
  return unwatchCandidates(ports, watched, tell);
}

function nothingDone(ports: Ports, plan: Plan | null, { where }: ReleaseRequest): Omit<Finish, 'ended'> {
  const tell = async (event: Event) => ports.report.tell(event);
  return {
    release: null,
    functions: plan?.functions ?? [],
    error: null,
    candidates: new Map(),
    rollouts: new Map(),
    roles: plan === null ? new Set() : roleKeys(plan),
    left: [],
    where,
    signalCode: null,
    tell,
  };
}

function started(
  ports: Ports,
  plan: Plan,
  { request, release }: { readonly request: ReleaseRequest; readonly release: string },
): Event {
  const functions = plan.functions
    .filter(({ action }) => action !== 'none')
    .map(({ spec: { key, name, alias }, live: { alias: known } }) => {
      return { key, name, alias, description: known?.description ?? '' };
    });
  const { by, from, commit, dirty, reason } = request;
  const ungated = plan.gated ? null : reason;
  const who = { release, by, from, commit, dirty, reason, ungated };
  const how = { ignored: plan.ignored, asked: askedOf(plan, request) };
  return { v: 1, type: 'release.started', at: ports.clock.nowMs(), ...who, functions, ...how };
}

/** With it, whoever takes the release over comes to the same course. */
function askedOf(plan: Plan, { where, choice }: ReleaseRequest): AskedRelease {
  const functions = plan.functions.map(({ spec }) => spec.key);
  return { functions, ...where, choice, gated: plan.gated };
}
