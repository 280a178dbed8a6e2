/** A release in the simulated world: two functions at version 1, a candidate for each, one watched alarm. */
import type { FunctionSpec } from '../../src/config/project';
import { awsDefaults, type FunctionConfig } from '../../src/core/function';
import type { Ports } from '../../src/core/ports';
import { Record } from '../../src/core/record';
import { Digest, type Percent } from '../../src/core/values';
import type { FunctionPlan, Plan, Step } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { type FaultPlan, faultKinds, Line } from '../../src/simulation/faults';
import { type Simulated, simulatedPorts, type Trace } from '../../src/simulation/ports';
import { Process, Scheduler } from '../../src/simulation/scheduler';
import { SimulatedWorld } from '../../src/simulation/world';

const startMs = Date.UTC(2026, 10, 20, 12, 0, 0);

const config: FunctionConfig = {
  ...awsDefaults,
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
  memorySize: 256,
  timeout: 10,
};

const oldCode = Buffer.from('version one');
export const newCode = Buffer.from('version two');

export interface Scene {
  readonly scheduler: Scheduler;
  readonly world: SimulatedWorld;
  readonly specs: readonly FunctionSpec[];
}

function specOf(key: string): FunctionSpec {
  const declared = { config, settings: {}, role: null, manage: 'all' } as const;
  const spec = { key, name: `orders-${key}`, alias: 'live', code: '/nowhere', image: null, testEvents: [] };
  return { ...spec, ...declared, alarms: [`${key}-errors`], rollout: 'careful', where: {} };
}

/** Every alias serves version 1 and knows no release. */
export function setScene(seed: number, keys: readonly string[]): Scene {
  const scheduler = new Scheduler(seed, startMs);
  const world = new SimulatedWorld(scheduler);
  const specs = keys.map(specOf);
  for (const { name, alarms } of specs) {
    const one = { version: '1', digest: Digest.of(oldCode), codeBytes: oldCode.length, config };
    const live = {
      ...one,
      arn: `arn:${name}`,
      state: 'Active',
      lastUpdate: 'Successful',
      because: null,
      tags: {},
      reservedConcurrency: null,
      revisionId: world.revision(),
    };
    world.functions.set(name, { latest: { ...live, version: '$LATEST' }, versions: [live], busyUntilMs: 0 });
    world.createAlias(`${name}:live`, { version: '1', additional: null, description: 'ours' }, 'setup');
    for (const alarm of alarms) world.alarms.set(alarm, Number.POSITIVE_INFINITY);
  }
  return { scheduler, world, specs };
}

export interface Actor {
  readonly ports: Ports;
  readonly process: Process;
  readonly trace: Trace;
  readonly line: Line;
}

export const noFaults: FaultPlan = { rate: 0, kinds: faultKinds, untilMs: 0 };

export function actorIn(scene: Scene, name: string, faults: FaultPlan): Actor {
  const { scheduler, world } = scene;
  const process = new Process(scheduler, name);
  const line = new Line(scheduler, process, faults);
  const trace: Trace = { process: name, events: [], issued: [], readings: [] };
  const sim: Simulated = { world, scheduler, process, line, trace };
  return { ports: simulatedPorts(sim), process, trace, line };
}

export const stepsOf = (...steps: [weight: number, bakeMs: number][]): Step[] =>
  steps.map(([weight, bakeMs]) => ({ weight: weight as Percent, bakeMs }));

/** What planning would have made of what stands there now. */
export function planFor(scene: Scene, steps: readonly Step[]): Plan {
  const functions = scene.specs.map((spec): FunctionPlan => {
    const alias = scene.world.aliases.get(`${spec.name}:live`) ?? null;
    const found = scene.world.functions.get(spec.name);
    const serving = found?.versions.find((entry) => entry.version === alias?.version) ?? null;
    const record = Record.parse(alias?.description ?? '');
    const live = { alias, record, serving, latest: found?.latest ?? null, versions: found?.versions ?? [] };
    const digest = Digest.of(newCode);
    const artifact = { code: { zip: newCode }, digest, files: 1, bytes: newCode.length, unzippedBytes: 9 };
    const ref = { functionName: spec.name, alias: 'live' };
    const what = { changes: ['~ code'], reuse: null, identity: Digest.short(newCode), config };
    const action = alias ? 'update' : 'create';
    return {
      spec,
      ref,
      artifact,
      digest,
      live,
      action,
      ...what,
      upkeep: nothingToKeep,
      otherOwner: null,
      notes: [],
    };
  });
  const guard = { maxErrorRate: 5 as Percent, minInvocations: 20 };
  const rollouts = [{ name: 'careful', steps, functions }];
  const known = { digest: 'abcdef01', reality: 'abcdef02' };
  return { functions, rollouts, layers: [], roles: [], guard, gated: true, ...known };
}
