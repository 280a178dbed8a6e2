/** One function with something to release, and what preflight says to it. */
import type { FunctionSpec, Guard, Project } from '../../src/config/project';
import { Duration } from '../../src/core/values';
import type { StrategyChoice } from '../../src/plan/choose';
import type { Plan } from '../../src/plan/plan';
import { type PreflightCheck, type PreflightOptions, preflight } from '../../src/plan/preflight';
import type { Fakes } from '../fakes';
import { nowhere } from '../forms';
import { noChoice, planScene, seed, spec, version, world } from './scene';

export const titles = {
  account: 'account, region and credentials',
  stage: 'the stage is meant',
  alarms: 'alarms exist, are quiet and fit the bake',
  gate: 'a gate watches',
  versions: 'both versions fit one alias',
  readiness: 'functions can be updated',
  creation: 'settings can be changed',
  sizes: 'code and layers fit together',
  depot: 'large code has a bucket',
  signing: 'code can be signed',
  repository: 'images have a repository',
  ownership: 'functions belong to this project',
  runtimes: 'runtimes are supported',
  owners: 'no rollout of others',
  splits: 'no unowned split',
  records: 'readable records',
  history: 'not what was rolled back last time',
  traffic: 'traffic comes through the alias',
  capacity: 'capacity can move with the traffic',
};

export const allAtOnce: StrategyChoice = {
  ...noChoice,
  strategy: { kind: 'allAtOnce', bakeAfter: Duration.of(0) },
};

export const noOptions: PreflightOptions = {
  retry: false,
  ignoreFiring: [],
  expect: { region: null, account: null },
  protection: null,
  where: nowhere,
};

export interface Setup {
  readonly spec?: Partial<FunctionSpec>;
  readonly choice?: StrategyChoice;
  readonly gated?: boolean;
  readonly options?: Partial<PreflightOptions>;
  readonly description?: string;
  readonly rollouts?: Project['rollouts'];
  readonly guard?: Partial<Guard>;
  /** Before the plan is made. */
  readonly prepare?: (fakes: Fakes) => void;
}

/** Version 1 of `one` is served, `two` is to be released by a canary of 10 % for 10 minutes. */
export async function check(setup: Setup): Promise<{ fakes: Fakes; checks: PreflightCheck[]; plan: Plan }> {
  const fakes = world();
  seed(fakes, [version('one', {})], setup.description ?? '');
  setup.prepare?.(fakes);
  const { choice = noChoice, gated = true } = setup;
  const specs = [spec(setup.spec ?? {})];
  const { rollouts = {}, guard = {}, options = {} } = setup;
  const { ignoreFiring = [] } = options;
  const plan = await planScene({ fakes, specs, rollouts, guard, choice, gated, ignoreFiring, code: 'two' });
  const checks = await preflight(fakes, plan, { ...noOptions, ...options });
  return { fakes, checks, plan };
}

/** The same for a function whose version is served already. */
export async function checkServed(setup: Setup): Promise<{ fakes: Fakes; checks: PreflightCheck[] }> {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  setup.prepare?.(fakes);
  const specs = [spec(setup.spec ?? {})];
  const scene = { fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' };
  const checks = await preflight(fakes, await planScene(scene), { ...noOptions, ...setup.options });
  return { fakes, checks };
}

/** The one check with problems, as its title and lines. */
export async function refusedBy(setup: Setup): Promise<[string, readonly string[]]> {
  const failed = (await check(setup)).checks.filter(({ problems }) => problems.length > 0);
  expect(failed.map(({ title }) => title)).toHaveLength(1);
  return [failed[0]?.title ?? '', failed[0]?.problems ?? []];
}

export async function passes(setup: Setup): Promise<void> {
  const { checks } = await check(setup);
  expect(checks.flatMap(({ problems }) => problems)).toEqual([]);
}
