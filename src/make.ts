/** Everything that is made before an alias moves: roles, layers, settings, versions, first aliases. */
import type { Source } from './core/built';
import { ShipitError } from './core/errors';
import type { Event } from './core/events';
import { fewAtOnce } from './core/few';
import type { Ports } from './core/ports';
import { layerArnOf } from './plan/layers';
import { type FunctionPlan, isNew, type Plan } from './plan/plan';
import { deliver } from './release/deliver';
import { createAlias } from './release/first';
import { keepServed, readyFirsts } from './release/keep-capacity';
import { publishLayer } from './release/layers';
import { keepAlarms, watchCandidate } from './release/own-alarms';
import { freshRoleNames, makeRole } from './release/roles';
import { distrust, keepAfter, keepBefore } from './release/upkeep';
import { makeVersion, type VersionWork } from './release/version';
import type { Muster } from './rollout/muster';

export interface MakeWork {
  readonly release: string;
  /** What it is made of, for the descriptions of versions. */
  readonly source: Source;
  readonly mustered: Muster;
  readonly tell: (event: Event) => Promise<void>;
  readonly stop: AbortSignal;
  readonly images: VersionWork['images'];
  /** Filled in as versions are made, by function key. */
  readonly candidates: Map<string, string>;
}

/** The first error of any function ends it, when all have ended. No alias that somebody calls has moved by then. */
export async function makeAll(ports: Ports, plan: Plan, work: MakeWork): Promise<void> {
  const withRole = roleKeys(plan);
  const changing = withWork(plan);
  await allOrFirstError(changing, (planned) =>
    distrust(ports.settings, planned, withRole.has(planned.spec.key)),
  );
  await makeRoles(ports, plan, work);
  const layers = await makeLayers(ports, plan, work);
  refuseIfStopped(work);
  const versionWork = { ...work, layers, artifacts: plan.artifacts, freshRoles: freshRoleNames(plan.roles) };
  await allOrFirstError(changing, (planned) => makeOne(ports, planned, versionWork));
  refuseIfStopped(work);
  // Last, for a first alias serves at once: none of the others may fail after it.
  const fresh = changing.filter(({ action }) => action === 'create');
  await readyFirsts(ports, fresh, work);
  await allOrFirstError(fresh, (planned) => makeAlias(ports, planned, work));
}

/** Those that get a version, settings of the function as a whole, or a changed role. */
export function withWork(plan: Plan): FunctionPlan[] {
  const withRole = roleKeys(plan);
  return plan.functions.filter((planned) => hasWork(planned) || withRole.has(planned.spec.key));
}

/** A version, or settings of the function as a whole. */
const hasWork = ({ action, upkeep }: FunctionPlan): boolean => action !== 'none' || upkeep.changes.length > 0;

/** Of functions whose role is made or changed. */
export const roleKeys = ({ roles }: Plan): ReadonlySet<string> => new Set(roles.map(({ key }) => key));

export function refuseIfStopped({ stop }: { readonly stop: AbortSignal }): void {
  if (stop.aborted) throw new ShipitError('interrupted', 'stopped before any alias was moved');
}

async function makeOne(ports: Ports, planned: FunctionPlan, work: MakeWork & VersionWork): Promise<void> {
  const { key } = planned.spec;
  if (!isNew(planned)) await keepBefore(ports, planned);
  const version = planned.action === 'none' ? null : await makeVersion(ports, planned, work);
  refuseIfStopped(work);
  await keepServed(ports, planned, work);
  await keepAfter(ports, planned);
  await keepAlarms(ports, planned, work.tell);
  await tellUpkeep(ports, planned, work);
  if (version === null) return;
  work.candidates.set(key, version);
  const lane = work.mustered.lanes.get(key);
  if (!lane) return;
  lane.versions = { ...lane.versions, candidate: version };
  await watchCandidate(ports, planned, version);
}

async function makeAlias(ports: Ports, { ref, spec }: FunctionPlan, work: MakeWork): Promise<void> {
  const version = work.candidates.get(spec.key);
  if (version === undefined) throw new RangeError(`${spec.key} has no version`);
  const { epoch } = work.mustered.crew.owner;
  const made = await createAlias(ports.aliases, { ref, version, release: work.release, epoch });
  const who = { key: spec.key, name: spec.name, alias: spec.alias, baseline: version, candidate: null };
  const revisions = { fromRevision: null, toRevision: made.revisionId };
  const place = { weight: 0, phase: 'done', epoch };
  await work.tell({ v: 1, type: 'alias.written', at: ports.clock.nowMs(), ...who, ...revisions, ...place });
}

/**
 * More than keep the limiter in the adapter busy while AWS takes its seconds over each; what a function holds until it is
 * made would otherwise be held five hundred times.
 */
const madeAtOnce = 64;

/** Side by side, and whatever becomes of one, all have their turn. */
async function allOrFirstError<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const results = await fewAtOnce(items, madeAtOnce, async (item) => {
    const [result] = await Promise.allSettled([work(item)]);
    return result;
  });
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

/** Each is told as soon as it is there, whatever becomes of the others. */
async function makeRoles({ roles, clock }: Ports, plan: Plan, { tell }: MakeWork): Promise<void> {
  await allOrFirstError(plan.roles, async (role) => {
    await makeRole(roles, role);
    const what = role.live === null ? 'made' : 'changed';
    await tell({ v: 1, type: 'role.kept', at: clock.nowMs(), name: role.wanted.name, what });
  });
}

/** ARNs of what is new, by the `<arn>:new` of the plan. */
async function makeLayers(
  ports: Ports,
  plan: Plan,
  { tell, stop }: MakeWork,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  const missing = plan.layers.filter(({ version }) => version === null);
  await allOrFirstError(missing, async (layer) => {
    const { artifact, spec } = layer;
    const { artifacts: place } = plan;
    const delivery = { key: `layer ${spec.key}`, artifact, place, images: null, tell, stop };
    const { code } = await deliver(ports, delivery);
    const arn = await publishLayer(ports.layers, layer, code);
    made.set(layerArnOf(layer), arn);
    await tell({ v: 1, type: 'layer.published', at: ports.clock.nowMs(), arn });
  });
  return made;
}

async function tellUpkeep(
  { clock }: Ports,
  { spec, upkeep }: FunctionPlan,
  { tell }: MakeWork,
): Promise<void> {
  if (Object.keys(upkeep.wanted).length === 0) return;
  await tell({ v: 1, type: 'function.changed', at: clock.nowMs(), key: spec.key, what: 'settings' });
}
