import type { Artifact } from '../artifact/artifact';
import type { FunctionSpec, Project } from '../config/project';
import { canonicalJson } from '../core/canonical';
import type { PublishedVersion } from '../core/function';
import { Digest } from '../core/values';
import { hooksIn, stepsIn } from './asked';
import { choose, type StrategyChoice } from './choose';
import { changesOf } from './diff';
import { layerArnOf } from './layers';
import { notesOn } from './notes';
import { ownerOf, ownerWords } from './ownership';
import type { FunctionPlan, LayerPlan, Live, Plan, RolePlan, RolloutPlan, Upkeep } from './plan';
import { isServed } from './served';
import { identityOf, reuseOf, type Wanted, wantedOf } from './wanted';

export interface PlanInput {
  readonly project: Project;
  /** The functions of this release. */
  readonly functions: readonly Prepared[];
  readonly layers: readonly LayerPlan[];
  readonly roles: readonly RolePlan[];
  readonly choice: StrategyChoice;
  /** False with --no-gate. */
  readonly gated: boolean;
  /** Alarms that may not veto, beside those of the guard. */
  readonly ignoreFiring: readonly string[];
}

/** One function, with all that was built and looked at for it. */
export interface Prepared {
  /** Its layers and its role as ARNs. */
  readonly spec: FunctionSpec;
  readonly live: Live;
  readonly upkeep: Upkeep;
  /** What is released: new code, or a version that is there already, as it is. */
  readonly what: Artifact | PublishedVersion;
}

/** Pure: what will be done and why. `badConfig` and `badFlag` for a rollout that does not exist or does not rise. */
export function makePlan(input: PlanInput): Plan {
  const { project, gated, layers, roles } = input;
  const functions = input.functions.map((prepared) => planFunction(input, prepared)).sort(byKey);
  const rollouts = planRollouts(input, functions);
  const { guard, rollbackScope, artifacts, holdFor: holdForMs } = project;
  const ignored = [...new Set([...guard.ignoreFiring, ...input.ignoreFiring])].sort();
  const whole = { guard, rollbackScope, holdForMs, gated, ignored, artifacts };
  const plan = { functions, rollouts, layers, roles, ...whole };
  return { ...plan, digest: digestOf(plan), course: courseOf(plan), reality: realityOf(plan) };
}

function planFunction({ project, layers, roles }: PlanInput, prepared: Prepared): FunctionPlan {
  const { spec, live, upkeep, what } = prepared;
  const asked = 'version' in what ? askedVersion(spec, what, live) : askedCode(spec, what, live);
  const { wanted, served, declared } = asked;
  const action = served ? 'none' : live.alias === null ? 'create' : 'update';
  const roleChanges = roles.some((role) => role.live !== null && role.key === spec.key);
  const changes = served ? [] : changesOf(wanted, declared, live);
  return {
    spec,
    ref: { functionName: spec.name, alias: spec.alias },
    artifact: 'version' in what ? null : what,
    digest: wanted.digest,
    live,
    action,
    changes,
    reuse: served ? null : asked.reuse,
    ...identitiesOf(wanted, layers),
    config: wanted.config,
    upkeep,
    otherOwner: otherOwnerOf(live, project),
    notes: notesOn({ spec, live, action, upkeep, owner: project, roleChanges, changes }),
  };
}

/** Who takes a release over builds nothing, and knows a candidate by what Lambda reports of it. */
function identitiesOf(
  wanted: Wanted,
  layers: readonly LayerPlan[],
): Pick<FunctionPlan, 'identity' | 'signedIdentity'> {
  const { config, signing } = wanted;
  const identity = identityOf(wanted, layers);
  if (!signing?.signed) return { identity };
  return { identity, signedIdentity: identityOf({ digest: signing.signed.digest, config }, layers) };
}

function otherOwnerOf({ serving, latest }: Live, project: Project): string | null {
  const tags = (serving ?? latest)?.tags ?? {};
  return ownerOf(tags, project) === 'project' ? ownerWords(tags) : null;
}

interface Asked {
  readonly wanted: Wanted;
  readonly served: boolean;
  /** Whose differences were asked for; the others stand in $LATEST. */
  readonly declared: FunctionSpec['config'];
  readonly reuse: string | null;
}

function askedCode(spec: FunctionSpec, { digest, signing }: Artifact, live: Live): Asked {
  const request = { spec, digest, ...(signing && { signing }) };
  const wanted = wantedOf(request, live);
  const reuse = reuseOf(wanted, live);
  return { wanted, served: isServed(request, live), declared: spec.config, reuse };
}

/** Without a description that shipit gave it, so that it is the same release as it was when it was built. */
function askedVersion(spec: FunctionSpec, what: PublishedVersion, { alias, record }: Live): Asked {
  const { version, digest } = what;
  const { description, ...rest } = what.config;
  const config = spec.config.description === undefined ? rest : { ...rest, description };
  const served = alias?.version === version && alias.additional === null && record.kind !== 'open';
  return { wanted: { digest, config }, served, declared: config, reuse: version };
}

function planRollouts({ project, choice }: PlanInput, functions: readonly FunctionPlan[]): RolloutPlan[] {
  const moving = functions.filter(({ action }) => action === 'update');
  const chosen = choose(
    project,
    moving.map(({ spec }) => spec),
    choice,
  );
  return chosen.map(({ name, steps, keys }) => ({
    name,
    steps,
    functions: moving.filter(({ spec }) => keys.includes(spec.key)),
  }));
}

type Undigested = Omit<Plan, 'digest' | 'course' | 'reality'>;

/** Whoever cannot reproduce it may only go back. Nothing in it comes from the clock or from this machine. */
function digestOf({ functions, rollouts, layers, roles, guard, gated }: Undigested): string {
  const changing = functions.filter(({ action }) => action !== 'none');
  return Digest.short(
    canonicalJson([
      changing.map(({ spec, ref, action, identity }) => [
        spec.key,
        ref.functionName,
        ref.alias,
        action,
        identity,
        spec.alarms,
      ]),
      functions.map(({ spec, upkeep }) => [
        spec.key,
        upkeep.wanted,
        spec.provisionedConcurrency,
        upkeep.alarms?.mark.value ?? null,
      ]),
      layers.map((layer) => [layer.layerArn, layer.mark]),
      roles.map(({ wanted }) => wanted),
      rollouts.map(({ name, steps, functions: moving }) => [
        name,
        stepsIn(steps),
        moving.map(({ spec }) => [spec.key, spec.ownAlarms, hooksIn(spec.hooks)]),
      ]),
      [guard, gated],
    ]),
  );
}

/** Whoever takes a release over and comes to another course may only go back, or straight to the end where asked to. */
function courseOf({
  rollouts,
  guard,
  gated,
  rollbackScope,
  ignored,
}: Pick<Plan, 'rollouts' | 'guard' | 'gated' | 'rollbackScope' | 'ignored'>): string {
  const moving = rollouts.map(({ name, steps, functions }) => [
    name,
    stepsIn(steps),
    functions.map(({ ref, spec }) => [
      ref.functionName,
      ref.alias,
      [...spec.alarms].sort(),
      spec.ownAlarms,
      hooksIn(spec.hooks),
      spec.provisionedConcurrency,
    ]),
  ]);
  return Digest.short(canonicalJson([moving, guard, gated, rollbackScope, ignored]));
}

/** Revisions of what will be written, and what is served of the rest. */
function realityOf({ functions, layers, roles }: Undigested): string {
  return Digest.of(
    canonicalJson([
      functions.map(({ ref, live, upkeep }) => [
        ref.functionName,
        ref.alias,
        live.serving?.version ?? null,
        live.alias?.revisionId ?? null,
        live.latest?.revisionId ?? null,
        upkeep.before,
        upkeep.capacity,
        upkeep.alarms?.remembered ?? null,
      ]),
      layers.map((layer) => [layerArnOf(layer), layer.surplus]),
      roles.map(({ live }) => live),
    ]),
  );
}

const byKey = (a: FunctionPlan, b: FunctionPlan): number => (a.spec.key < b.spec.key ? -1 : 1);
