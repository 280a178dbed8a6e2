/** Build, look at what is live, and say what would be done. Nothing in here writes. */
import type { Artifact } from './artifact/artifact';
import { buildArtifact, buildLayer } from './artifact/build';
import { changedFiles } from './artifact/compare';
import { contentOfZip } from './artifact/inspect';
import type { MakePorts } from './artifact/make-ports';
import { Once } from './artifact/once';
import { type ArtifactSet, openSet } from './artifact/set';
import { reportedDigest } from './artifact/signing';
import { takeArtifact, takeLayer } from './artifact/take';
import type { FunctionSpec, LayerSpec, Project } from './config/project';
import { fewAtOnce } from './core/few';
import type { PublishedVersion } from './core/function';
import type { Ports } from './core/ports';
import { withAlarms } from './plan/alarm-upkeep';
import { planCapacity, withCapacity } from './plan/capacity';
import type { StrategyChoice } from './plan/choose';
import { planMade } from './plan/describe';
import { driftOf } from './plan/drift';
import { versionBehind } from './plan/from';
import { type Ground, groundOf } from './plan/ground';
import { keep } from './plan/keep';
import { layersUsed, planLayer } from './plan/layers';
import { lookAtAll, lookDeeply } from './plan/look';
import { makePlan } from './plan/make';
import { ownershipTags } from './plan/ownership';
import type { FunctionPlan, LayerPlan, Live, Plan } from './plan/plan';
import { type PreflightOptions, preflight } from './plan/preflight';
import { settle } from './plan/settle';
import { withSignatures } from './plan/signed';
import { nothingToKeep } from './plan/upkeep';

export interface PlanRequest {
  readonly project: Project;
  /** The functions of this release; the others of the project are left alone. */
  readonly functions: readonly FunctionSpec[];
  readonly choice: StrategyChoice;
  /** False with --no-gate. */
  readonly gated: boolean;
  /** Alarms that may not veto, beside those of the guard. */
  readonly ignoreFiring: readonly string[];
  /** The alias whose version is rolled out as it is; null builds from the project file. */
  readonly fromAlias: string | null;
  /** A folder whose artifacts are taken as they are; null builds them. */
  readonly artifacts: string | null;
  /** Fetches the code that is served, to tell which files differ. */
  readonly details: boolean;
  /** Reads all declared settings and roles, also those that were written last as they are declared. */
  readonly drift: boolean;
  /** Ends programs that build; absent where nobody interrupts. */
  readonly interrupted?: AbortSignal;
}

/** build -> look -> keep -> plan. */
export async function planRelease(ports: Ports, request: PlanRequest): Promise<Plan> {
  const plan = await (request.fromAlias === null ? planCode(ports, request) : planVersions(ports, request));
  const files = request.details ? await filesOfAll(ports, plan) : new Map();
  const drift = request.drift
    ? new Map(plan.functions.map((planned) => [planned.spec.key, driftOf(planned, plan.roles)] as const))
    : null;
  ports.report.tell(planMade(plan, { files, drift }, ports.clock.nowMs()));
  return plan;
}

/** By function key, for those whose code changes. */
async function filesOfAll(ports: Ports, plan: Plan): Promise<ReadonlyMap<string, readonly string[]>> {
  const compared = await Promise.all(
    plan.functions.map(async (planned) => [planned.spec.key, await filesOf(ports, planned)] as const),
  );
  return new Map(compared.flatMap(([key, files]) => (files === null ? [] : [[key, files] as const])));
}

/** Null where there is nothing to compare. */
async function filesOf(
  { versions }: Ports,
  { spec, live, artifact, digest }: FunctionPlan,
): Promise<string[] | null> {
  const { serving } = live;
  if (serving === null || serving.digest === reportedDigest(artifact ?? { digest })) return null;
  if (!artifact?.code || !('zip' in artifact.code)) return null;
  const zip = await versions.code(spec.name, serving.version);
  const [from, to] = await Promise.all([
    zip && contentOfZip(zip),
    artifact.code.zip.read().then(contentOfZip),
  ]);
  return from && to && changedFiles(from, to);
}

async function planCode(ports: Ports, request: PlanRequest): Promise<Plan> {
  const { project, functions, choice, gated, drift: thorough } = request;
  const making = {
    ...ports,
    once: new Once(),
    ...(request.interrupted ? { stop: request.interrupted } : {}),
  };
  const set = request.artifacts === null ? null : await openSet(ports.files, request.artifacts, project.name);
  const made = await artifactsOf(making, { project, functions, set });
  const artifacts = await withSignatures(ports, made, project.artifacts);
  const ground = await groundOf(ports.identity, functions);
  const layers = await lookAtLayers(making, { project, functions, ground, set });
  const specs = functions.map((spec) => settle(spec, { layers, ground }));
  const built = specs.map((spec) => ({ spec, what: artifactOf(artifacts, spec) }));
  const lives = await lookAtAll(
    ports,
    built.map(({ spec, what: { digest, signing } }) => ({ spec, digest, ...(signing && { signing }) })),
  );
  const looked = built.map((one, index) => ({ ...one, live: lives[index] as Live }));
  const marks = ownershipTags(project);
  const { maxErrorRate } = project.guard;
  const kept = await keep(ports, looked, { marks, ground, thorough, maxErrorRate });
  const asked = { choice, gated, ignoreFiring: request.ignoreFiring };
  return makePlan({ project, functions: kept.functions, layers, roles: kept.roles, ...asked });
}

/** Nothing is built and no setting is written: versions are rolled out as they are, with the alarms and capacity declared. */
async function planVersions(ports: Ports, request: PlanRequest): Promise<Plan> {
  const { project, functions, choice, gated, fromAlias, drift: thorough } = request;
  const prepared = await Promise.all(
    functions.map(async (spec) => {
      const what: PublishedVersion = await versionBehind(ports, spec, fromAlias ?? '');
      const live = await lookDeeply(ports, { functionName: spec.name, alias: spec.alias });
      const { maxErrorRate } = project.guard;
      const asked = { spec, live, marks: ownershipTags(project), maxErrorRate, thorough: false };
      const watched = await withAlarms(ports.alarms, nothingToKeep, asked);
      const capacity = await planCapacity(ports.capacity, { spec, live, thorough });
      return { spec, live, what, upkeep: withCapacity(watched, capacity) };
    }),
  );
  const asked = { choice, gated, ignoreFiring: request.ignoreFiring };
  return makePlan({ project, functions: prepared, layers: [], roles: [], ...asked });
}

interface LayerWork {
  readonly project: Project;
  readonly functions: readonly FunctionSpec[];
  readonly ground: Ground | null;
  readonly set: ArtifactSet | null;
}

async function lookAtLayers(
  ports: Ports & MakePorts,
  { project, functions, ground, set }: LayerWork,
): Promise<readonly LayerPlan[]> {
  if (ground === null) return [];
  return Promise.all(
    layerSpecs(project, functions).map(async (spec) => {
      const artifact = set ? await takeLayer(ports, set, spec) : await buildLayer(ports, spec, project.root);
      tellBuilt(ports, `layer ${spec.key}`, artifact);
      return planLayer(ports.layers, { spec, artifact, ground, signer: project.artifacts.signingProfile });
    }),
  );
}

function layerSpecs({ layers }: Project, functions: readonly FunctionSpec[]): LayerSpec[] {
  const used = layersUsed(functions);
  return layers.filter(({ key }) => used.includes(key));
}

/** What a deploy would be refused for, and what it would warn of. To plan it all the same is no mistake. */
export async function foresee(ports: Ports, plan: Plan, options: PreflightOptions): Promise<void> {
  const at = ports.clock.nowMs();
  for (const { title: hint, problems, warnings } of await preflight(ports, plan, options)) {
    const refused = problems.map((problem) => `deploy would refuse this: ${problem}`);
    for (const message of [...refused, ...warnings])
      ports.report.tell({ v: 1, type: 'warning', at, message, hint });
  }
}

/** `once` where more is built in the same invocation. */
type BuildPorts = Omit<MakePorts, 'once'> & Partial<Pick<MakePorts, 'once'>>;

/** What zips a folder holds half a megabyte while it does, and what was taken at once is not given back to the system. */
const builtAtOnce = 8;

/** A few side by side; each is told when it is done. */
export function buildAll(
  ports: BuildPorts,
  project: Project,
  functions: readonly FunctionSpec[],
): Promise<ReadonlyMap<string, Artifact>> {
  return artifactsOf({ once: new Once(), ...ports }, { project, functions, set: null });
}

/** Of all own layers that these functions use. */
export function buildLayers(
  ports: BuildPorts,
  project: Project,
  functions: readonly FunctionSpec[],
): Promise<{ readonly spec: LayerSpec; readonly artifact: Artifact }[]> {
  const making = { once: new Once(), ...ports };
  return fewAtOnce(layerSpecs(project, functions), builtAtOnce, async (spec) => {
    const artifact = await buildLayer(making, spec, project.root);
    tellBuilt(making, `layer ${spec.key}`, artifact);
    return { spec, artifact };
  });
}

async function artifactsOf(
  ports: MakePorts,
  { project, functions, set }: Omit<LayerWork, 'ground'>,
): Promise<ReadonlyMap<string, Artifact>> {
  const built = await fewAtOnce(functions, builtAtOnce, async (spec) => {
    const artifact = set ? await takeArtifact(ports, set, spec) : await buildTold(ports, spec, project.root);
    tellBuilt(ports, spec.key, artifact);
    return [spec.key, artifact] as const;
  });
  return new Map(built);
}

/** What is packed without further ado is done before anybody could ask. */
function buildTold(ports: MakePorts, spec: FunctionSpec, root: string): Promise<Artifact> {
  const { key, image, code } = spec;
  const what = image === null ? code?.kind : image.kind === 'there' ? 'files' : 'image';
  if (what !== undefined && what !== 'files')
    ports.report.tell({ v: 1, type: 'artifact.building', at: ports.clock.nowMs(), key, what });
  return buildArtifact(ports, spec, root);
}

function tellBuilt({ report, clock }: MakePorts, key: string, built: Artifact): void {
  const { digest, bytes, files, reused, remarks = [] } = built;
  const at = clock.nowMs();
  for (const { what, hint } of remarks)
    report.tell({ v: 1, type: 'warning', at, message: `${key}: ${what}`, hint });
  report.tell({ v: 1, type: 'artifact.built', at, key, digest, bytes, files, reused });
}

function artifactOf(artifacts: ReadonlyMap<string, Artifact>, { key }: FunctionSpec): Artifact {
  const artifact = artifacts.get(key);
  if (!artifact) throw new RangeError(`${key} was not built`);
  return artifact;
}
