import type { Artifact } from '../artifact/artifact';
import type { FunctionSpec, Project } from '../config/project';
import { Digest } from '../core/values';
import { choose, type StrategyChoice } from './choose';
import { changesOf } from './diff';
import type { FunctionPlan, Live, Plan, RolloutPlan } from './plan';
import { identityOf, isServed, reuseOf, wantedOf } from './wanted';

export interface PlanInput {
  readonly project: Project;
  /** By function key; a function without one is no part of the release. */
  readonly artifacts: ReadonlyMap<string, Artifact>;
  /** By function key; one for every artifact. */
  readonly lives: ReadonlyMap<string, Live>;
  readonly choice: StrategyChoice;
  /** False with --no-gate. */
  readonly gated: boolean;
}

/** Pure: what will be done and why. `badConfig` and `badFlag` for a rollout that does not exist or does not rise. */
export function makePlan(input: PlanInput): Plan {
  const { project, gated } = input;
  const functions = project.functions.flatMap((spec) => planFunction(input, spec)).sort(byKey);
  const rollouts = planRollouts(input, functions);
  const { guard } = project;
  return { functions, rollouts, guard, gated, digest: digestOf({ functions, rollouts, guard, gated }) };
}

function planFunction({ artifacts, lives }: PlanInput, spec: FunctionSpec): FunctionPlan[] {
  const artifact = artifacts.get(spec.key);
  if (!artifact) return [];
  const live = lives.get(spec.key);
  if (!live) throw new RangeError(`nobody looked at ${spec.key}`);
  const request = { spec, digest: artifact.digest };
  const wanted = wantedOf(request, live);
  const ref = { functionName: spec.name, alias: spec.alias };
  const same = { spec, ref, artifact, live, identity: identityOf(wanted) };
  if (isServed(request, live)) return [{ ...same, action: 'none', changes: [], reuse: null }];
  const action = live.alias === null ? 'create' : 'update';
  const changes = changesOf(wanted, spec.config, live);
  return [{ ...same, action, changes, reuse: reuseOf(wanted, live) }];
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

/** Whoever cannot reproduce it may only go back. Nothing in it comes from the clock or from this machine. */
function digestOf({ functions, rollouts, guard, gated }: Omit<Plan, 'digest'>): string {
  const changing = functions.filter(({ action }) => action !== 'none');
  return Digest.short(
    JSON.stringify([
      changing.map(({ spec, ref, action, identity }) => [
        spec.key,
        ref.functionName,
        ref.alias,
        action,
        identity,
        spec.alarms,
      ]),
      rollouts.map(({ name, steps, functions: moving }) => [
        name,
        steps.map(({ weight, bakeMs }) => [weight, bakeMs]),
        moving.map(({ spec }) => spec.key),
      ]),
      [guard.maxErrorRate, guard.minInvocations, gated],
    ]),
  );
}

const byKey = (a: FunctionPlan, b: FunctionPlan): number => (a.spec.key < b.spec.key ? -1 : 1);
