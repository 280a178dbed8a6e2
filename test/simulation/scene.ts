/** A release in the simulated world: each function at its baseline, code for a candidate, one watched alarm each. */

import type { Artifact } from '../../src/artifact/artifact';
import type { FunctionSpec, Project } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import { awsDefaults, type FunctionConfig, type LiveFunction } from '../../src/core/function';
import type { Ports } from '../../src/core/ports';
import { Record } from '../../src/core/record';
import { Digest } from '../../src/core/values';
import { makePlan } from '../../src/plan/make';
import type { Live, Plan } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { quietAlarm } from '../../src/simulation/alarms';
import { type FaultPlan, faultKinds, Line } from '../../src/simulation/faults';
import { type Simulated, simulatedPorts, type Trace } from '../../src/simulation/ports';
import { Process } from '../../src/simulation/process';
import { Scheduler } from '../../src/simulation/scheduler';
import { SimulatedWorld } from '../../src/simulation/world';
import { filesAt, unwatched } from '../forms';
import { noChoice, projectOf } from './project';
import { alarmName, aliasKey, functionName, type Member, type Release, startMs } from './release';

/** Stands in the configuration of every version, and in no output. */
export const secretValue = 'hunter2-never-shown';

const config: FunctionConfig = {
  ...awsDefaults,
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
  memorySize: 256,
  timeout: 10,
  environment: { TOKEN: secretValue },
};

export const newCode = Buffer.from('the candidate');

export interface Scene {
  readonly scheduler: Scheduler;
  readonly world: SimulatedWorld;
  readonly release: Release;
  readonly specs: readonly FunctionSpec[];
  readonly project: Project;
}

function specOf(release: Release, { key, rollout, capacity, hooks }: Member): FunctionSpec {
  const declared = { config, settings: {}, role: null, manage: 'all' } as const;
  const code = { code: filesAt('/nowhere'), image: null, testEvents: [] };
  const kept = { hooks, provisionedConcurrency: capacity, keepVersions: release.keepVersions };
  const watched = { ...unwatched, ...kept, alarms: [alarmName(key)] };
  return {
    key,
    name: functionName(key),
    alias: 'live',
    ...code,
    ...declared,
    ...watched,
    rollout,
    where: {},
  };
}

/** `texts`: what stands in the description of each alias, by key; `ours` where nothing is said. */
export function setScene(seed: number, release: Release, texts: ReadonlyMap<string, string>): Scene {
  const scheduler = new Scheduler(seed, startMs);
  const world = new SimulatedWorld(scheduler);
  for (const member of release.members) {
    world.alarms.set(alarmName(member.key), quietAlarm);
    if (!member.isNew) setMember(world, release, { member, text: texts.get(member.key) ?? 'ours' });
  }
  const specs = release.members.map((member) => specOf(release, member));
  return { scheduler, world, release, specs, project: projectOf(release, specs) };
}

function setMember(
  world: SimulatedWorld,
  release: Release,
  { member, text }: { member: Member; text: string },
): void {
  const name = functionName(member.key);
  const versions = Array.from({ length: release.older + 1 }, (_, index) =>
    oldVersion(world, name, index + 1),
  );
  const last = versions.at(-1);
  if (!last) return;
  const latest = { ...last, version: '$LATEST', revisionId: world.revision() };
  world.setFunction(name, { latest, versions, newest: versions.length, busyUntilMs: 0 });
  const target = { version: last.version, additional: null, description: text };
  world.createAlias(aliasKey(member.key), target, 'setup');
}

function oldVersion(world: SimulatedWorld, name: string, number: number): LiveFunction {
  const code = Buffer.from(`code of before, ${number}`);
  return {
    arn: `arn:${name}`,
    version: String(number),
    digest: Digest.of(code),
    codeBytes: code.length,
    config,
    revisionId: world.revision(),
    state: 'Active',
    lastUpdate: 'Successful',
    because: null,
    tags: {},
    reservedConcurrency: null,
  };
}

export interface Actor {
  readonly name: string;
  readonly ports: Ports;
  readonly process: Process;
  readonly trace: Trace;
  readonly line: Line;
}

export const noFaults: FaultPlan = {
  rate: 0,
  focus: [],
  kinds: faultKinds,
  fromMs: 0,
  untilMs: 0,
  refusals: [],
  cut: null,
};

export function actorIn(scene: Scene, name: string, faults: FaultPlan): Actor {
  const { scheduler, world } = scene;
  const process = new Process(scheduler, name);
  const line = new Line(scheduler, process, faults);
  const trace: Trace = { process: name, events: [], issued: [], answered: [], readings: [] };
  const sim: Simulated = { world, scheduler, process, line, trace };
  return { name, ports: simulatedPorts(sim), process, trace, line };
}

const newArtifact: Artifact = {
  code: { zip: zipOfBytes(newCode) },
  digest: Digest.of(newCode),
  files: 1,
  bytes: newCode.length,
  unzippedBytes: newCode.length,
  reused: false,
};

/** What planning makes of what stands there now. */
export function planFor({ world, specs, project }: Scene): Plan {
  const functions = specs.map((spec) => {
    const upkeep = nothingToKeep;
    return { spec, live: liveOf(world, spec), what: { ...newArtifact }, upkeep };
  });
  return makePlan({
    project,
    functions,
    layers: [],
    roles: [],
    choice: noChoice,
    gated: true,
    ignoreFiring: [],
  });
}

function liveOf(world: SimulatedWorld, { key, name }: FunctionSpec): Live {
  const alias = world.aliases.get(aliasKey(key)) ?? null;
  const found = world.functions.get(name);
  const record = Record.parse(alias?.description ?? '');
  const served = record.kind === 'open' ? record.record.baseline : alias?.version;
  const serving = found?.versions.find(({ version }) => version === served) ?? null;
  return { alias, record, serving, latest: found?.latest ?? null, versions: found?.versions ?? [] };
}
