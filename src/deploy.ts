/** Deploy, from top to bottom. Everything before the claim may be refused and has written nothing. */
import { ShipitError } from './core/errors';
import type { Event, EventOf } from './core/events';
import type { Ports } from './core/ports';
import { type Finish, finish } from './finish';
import { type PlanRequest, planRelease } from './plan';
import type { FunctionPlan, Plan } from './plan/plan';
import { preflight, refusalOf } from './plan/preflight';
import { createAlias } from './release/first';
import { makeVersion } from './release/version';
import { claim, type Unclaim } from './rollout/claim';
import { type Course, conduct } from './rollout/conduct';
import type { Ending } from './rollout/context';
import type { Crew } from './rollout/crew';
import { keepLease } from './rollout/keeper';
import { type Muster, muster } from './rollout/muster';
import { teller } from './tell';

export interface DeployRequest extends PlanRequest, ReleaseRequest {}

export interface ReleaseRequest {
  /** Who deploys, for whoever finds the alias taken. */
  readonly by: string;
  /** Releases again what was rolled back last time. */
  readonly retry: boolean;
  /** Why nothing is watched; null when alarms and guard are. */
  readonly ungated: string | null;
  /** Asked once the plan is known, before anything is written; null asks nobody. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
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
  } catch (error) {
    return finish(ports, { ...nothingDone(ports, []), ended: 'refused', error });
  }
  return releasePlan(ports, plan, request);
}

/** From the plan on: what a saved plan, a rehearsal and a simulation have in common with a deploy. */
export async function releasePlan(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<Finished> {
  const nothing = nothingDone(ports, plan.functions);
  if (plan.functions.every(({ action }) => action === 'none'))
    return finish(ports, { ...nothing, ended: 'unchanged' });
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

interface Work {
  readonly release: string;
  readonly mustered: Muster;
  readonly tell: (event: Event) => Promise<void>;
  readonly stop: AbortSignal;
  /** Filled in as versions are made, by function key. */
  readonly candidates: Map<string, string>;
}

function prepare(ports: Ports, plan: Plan, request: ReleaseRequest): Work {
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
  readonly work: Work;
  readonly unclaim: Unclaim;
}

/** Every alias is ours. Whatever happens from here on, they are given back, restored or promoted. */
async function carryOut(ports: Ports, { plan, request, work, unclaim }: Claimed): Promise<Finished> {
  const { crew, courses } = work.mustered;
  const stopLease = crew.lanes.length > 0 ? keepLease(crew) : () => {};
  const how = { ...nothingDone(ports, plan.functions), ...work, rollouts: rolloutsOf(plan) };
  const signalCode = () => request.stop.exitCode();
  try {
    await work.tell(
      started(ports, plan, { release: work.release, by: request.by, ungated: request.ungated }),
    );
    await makeVersions(ports, plan, work);
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
  return finish(ports, { ...how, ended, signalCode: signalCode() });
}

function nothingDone(ports: Ports, functions: readonly FunctionPlan[]): Omit<Finish, 'ended'> {
  const tell = async (event: Event) => ports.report.tell(event);
  return {
    release: null,
    functions,
    error: null,
    candidates: new Map(),
    rollouts: new Map(),
    left: [],
    signalCode: null,
    tell,
  };
}

const rolloutsOf = (plan: Plan): Map<string, string> =>
  new Map(
    plan.rollouts.flatMap(({ name, functions }) => functions.map(({ spec }) => [spec.key, name] as const)),
  );

/** All functions side by side; the limiter in the adapter keeps them within what AWS allows. */
async function makeVersions(ports: Ports, plan: Plan, work: Work): Promise<void> {
  const changing = plan.functions.filter(({ action }) => action !== 'none');
  const results = await Promise.allSettled(changing.map((planned) => makeOne(ports, planned, work)));
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const [first] = errors;
  if (first === undefined) return;
  const bug = errors.find((error) => !(error instanceof ShipitError));
  if (bug || !(first instanceof ShipitError) || errors.length === 1) throw bug ?? first;
  throw new ShipitError(first.code, first.message, {
    cause: first,
    hint: first.hint,
    problems: errors.map((error) => error.message),
  });
}

async function makeOne(ports: Ports, planned: FunctionPlan, work: Work): Promise<void> {
  const { key } = planned.spec;
  const version = await makeVersion(ports, planned, work);
  refuseIfStopped(work);
  work.candidates.set(key, version);
  const lane = work.mustered.lanes.get(key);
  if (lane) lane.versions = { ...lane.versions, candidate: version };
  else await makeAlias(ports, planned, { work, version });
}

async function makeAlias(
  ports: Ports,
  { ref, spec }: FunctionPlan,
  { work, version }: { work: Work; version: string },
): Promise<void> {
  const { epoch } = work.mustered.crew.owner;
  const made = await createAlias(ports.aliases, { ref, version, release: work.release, epoch });
  const who = { key: spec.key, name: spec.name, alias: spec.alias, baseline: version, candidate: null };
  const revisions = { fromRevision: null, toRevision: made.revisionId };
  const place = { weight: 0, phase: 'done', epoch };
  await work.tell({ v: 1, type: 'alias.written', at: ports.clock.nowMs(), ...who, ...revisions, ...place });
}

function refuseIfStopped({ stop }: Work): void {
  if (stop.aborted) throw new ShipitError('interrupted', 'stopped before any alias was moved');
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

async function ask(plan: Plan, { confirm }: ReleaseRequest): Promise<void> {
  const count = plan.functions.filter(({ action }) => action !== 'none').length;
  const question = `Release ${count === 1 ? '1 function' : `${count} functions`}?`;
  if (confirm && !(await confirm(question)))
    throw new ShipitError('needsYes', 'not released: nobody said yes');
}

/** The whole list is shown, whatever it says; one refusal covers all of it. */
async function check(ports: Ports, plan: Plan, request: ReleaseRequest): Promise<void> {
  const checks = await preflight(ports, plan, { retry: request.retry });
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
  who: Pick<EventOf<'release.started'>, 'release' | 'by' | 'ungated'>,
): Event {
  const functions = plan.functions
    .filter(({ action }) => action !== 'none')
    .map(({ spec, live }) => {
      const { key, name, alias } = spec;
      return { key, name, alias, description: live.alias?.description ?? '' };
    });
  return { v: 1, type: 'release.started', at: ports.clock.nowMs(), ...who, functions };
}
