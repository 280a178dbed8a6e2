/** A small project with one function that changes, for the tests of the plan. */

import type { Artifact } from '../../src/artifact/artifact';
import type { FunctionSpec, Guard, LayerSpec, Project, RoleSpec } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type { FunctionConfig, PublishedVersion } from '../../src/core/function';
import { Duration } from '../../src/core/values';
import { planCapacity, withCapacity } from '../../src/plan/capacity';
import type { StrategyChoice } from '../../src/plan/choose';
import type { Ground } from '../../src/plan/ground';
import { lookAtAll } from '../../src/plan/look';
import { makePlan } from '../../src/plan/make';
import type { Live, Plan } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { digestOf, someConfig } from '../fakes/functions';
import { filesAt, guardOf, noBucket, unwatched } from '../forms';

export const nowMs = Date.UTC(2026, 10, 20, 12, 0, 0);

export const noChoice: StrategyChoice = { strategy: null, rollout: null, bake: null };

export const live = { functionName: 'orders-api', alias: 'live' };

export const ground: Ground = { partition: 'aws', account: '123456789012', region: 'eu-west-1' };

/** The tags of the project of `project`. */
export const marks = { 'shipit:project': 'orders' };

export const roleSpec = (change: Partial<RoleSpec> = {}): RoleSpec => ({
  name: 'orders-api-role',
  path: '/',
  statements: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' }],
  managed: [],
  boundary: null,
  ...change,
});

export const layerSpec = (change: Partial<LayerSpec> = {}): LayerSpec => ({
  key: 'deps',
  name: 'orders-deps',
  code: filesAt('/p/layers/deps'),
  build: null,
  description: '',
  runtimes: [],
  architectures: [],
  license: null,
  keep: null,
  where: 'lambda.config.yaml:30:3',
  ...change,
});

export function spec(change: Partial<FunctionSpec>): FunctionSpec {
  return {
    key: 'api',
    name: 'orders-api',
    alias: 'live',
    manage: 'all',
    code: filesAt('/p/dist'),
    image: null,
    config: {},
    settings: {},
    role: null,
    alarms: [],
    testEvents: [],
    rollout: null,
    where: {},
    ...unwatched,
    ...change,
  };
}

export function project(functions: readonly FunctionSpec[], rollouts: Project['rollouts']): Project {
  const guard = guardOf({});
  const more = {
    rollbackScope: 'release',
    holdFor: Duration.of(7_200_000),
    journal: null,
    notifications: [],
    artifacts: noBucket,
  } as const;
  const file = { name: 'orders', file: '/p/lambda.config.yaml', root: '/p', stage: null, layers: [] };
  const place = { region: null, account: null, profile: null, assumeRole: null };
  return { ...file, place, functions, rollouts, guard, ...more, local: { seed: null }, secrets: [] };
}

export const artifact = (code: string): Artifact => ({
  code: { zip: zipOfBytes(Buffer.from(code)) },
  digest: digestOf(code),
  files: 1,
  bytes: code.length,
  unzippedBytes: code.length,
  reused: false,
});

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
  /** By --ignore-firing; none when absent. */
  readonly ignoreFiring?: readonly string[];
  readonly guard?: Partial<Guard>;
  /** The new code of every function. */
  readonly code: string;
}

/** Looks at every function and plans, as deploy does. */
export async function planScene(scene: Scene): Promise<Plan> {
  const { fakes, specs, rollouts, choice, gated } = scene;
  const what = artifact(scene.code);
  const lives = await lookAtAll(
    fakes,
    specs.map((one) => ({ spec: one, digest: what.digest })),
  );
  const functions = await Promise.all(
    specs.map(async (one, index) => {
      const seen = lives[index] as Live;
      const capacity = await planCapacity(fakes.capacity, { spec: one, live: seen, thorough: false });
      return { spec: one, live: seen, what, upkeep: withCapacity(nothingToKeep, capacity) };
    }),
  );
  const asked = { choice, gated, ignoreFiring: scene.ignoreFiring ?? [] };
  const of = { ...project(specs, rollouts), guard: guardOf(scene.guard ?? {}) };
  return makePlan({ project: of, functions, layers: [], roles: [], ...asked });
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
