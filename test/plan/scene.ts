/** A small project with one function that changes, for the tests of the plan. */
import type { FunctionSpec, Project } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import type { FunctionConfig, PublishedVersion } from '../../src/core/function';
import { Percent } from '../../src/core/values';
import type { StrategyChoice } from '../../src/plan/choose';
import { look } from '../../src/plan/look';
import { makePlan } from '../../src/plan/make';
import type { Live, Plan } from '../../src/plan/plan';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { digestOf, someConfig } from '../fakes/functions';

export const nowMs = Date.UTC(2026, 10, 20, 12, 0, 0);

export const noChoice: StrategyChoice = { strategy: null, rollout: null, bake: null };

export const live = { functionName: 'orders-api', alias: 'live' };

export function spec(change: Partial<FunctionSpec>): FunctionSpec {
  return {
    key: 'api',
    name: 'orders-api',
    alias: 'live',
    code: '/p/dist',
    config: {},
    alarms: [],
    testEvents: [],
    rollout: null,
    where: {},
    ...change,
  };
}

export function project(functions: readonly FunctionSpec[], rollouts: Project['rollouts']): Project {
  const guard = { maxErrorRate: Percent.of(5), minInvocations: 20 };
  const file = { name: 'orders', file: '/p/lambda.config.yaml', root: '/p', region: null };
  return { ...file, functions, rollouts, guard, local: { seed: null } };
}

export const artifact = (code: string) => ({ zip: Buffer.from(code), digest: digestOf(code), files: 1 });

/** What AWS has: the alias serves the last of these versions. */
export function seed(
  fakes: Fakes,
  versions: readonly Partial<PublishedVersion>[],
  description: string,
): void {
  fakes.functions.seed('orders-api', versions);
  fakes.aliases.put(live, { version: `${versions.length}`, additional: null, description });
}

export const world = (): Fakes => fakePorts(new FakeClock(nowMs));

export const version = (code: string, config: Partial<FunctionConfig>): Partial<PublishedVersion> => ({
  digest: digestOf(code),
  config: { ...someConfig, ...config },
});

export interface Scene {
  readonly fakes: Fakes;
  readonly specs: readonly FunctionSpec[];
  readonly rollouts: Project['rollouts'];
  readonly choice: StrategyChoice;
  readonly gated: boolean;
  /** The new code of every function. */
  readonly code: string;
}

/** Looks at every function and plans, as deploy does. */
export async function planScene(scene: Scene): Promise<Plan> {
  const built = artifact(scene.code);
  const lives = new Map<string, Live>();
  for (const one of scene.specs) {
    const ref = { functionName: one.name, alias: one.alias };
    lives.set(one.key, await look(scene.fakes, ref, { spec: one, digest: built.digest }));
  }
  const artifacts = new Map(scene.specs.map(({ key }) => [key, built]));
  const { choice, gated } = scene;
  return makePlan({ project: project(scene.specs, scene.rollouts), artifacts, lives, choice, gated });
}

/** What was thrown; fails the test when nothing was. */
export function refusal(work: () => unknown): ShipitError {
  try {
    work();
  } catch (error) {
    if (ShipitError.is(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
