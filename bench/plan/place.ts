/**
 * A project of many small functions in a folder of its own, and a local AWS that has all of them as they are: released
 * by shipit itself in a world without limits where a second takes a millisecond. Then the same world is served anew,
 * in real time and with the limits on.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAws } from '../../src/aws/clients';
import { openProject } from '../../src/config/open';
import type { Clock, Journal, Ports } from '../../src/core/ports';
import { type DeployRequest, deploy, type Finished } from '../../src/deploy';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import { createJournal } from '../../src/disk/journal';
import { createProcesses } from '../../src/disk/processes';
import { createWorldClock } from '../../src/local/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';
import type { World, WorldClock } from '../../src/local/world';
import { type PlanRequest, planRelease } from '../../src/plan';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import type { Plan } from '../../src/plan/plan';
import { rollback } from '../../src/rollback';
import { createWeb } from '../../src/web/http';
import type { Calls } from './calls';

export interface Place {
  /** Reads the project file of so many functions and plans what it says. */
  plan(functions: number): Promise<Plan>;
  deploy(functions: number, flags: Partial<StrategyFlags>): Promise<Finished>;
  /** By hand, of the functions from one number up to another. */
  rollback(from: number, to: number): Promise<Finished>;
  /** Code that no function has had before. */
  change(functions: number): void;
  measure<T>(work: () => Promise<T>): Promise<Measured<T>>;
  close(): Promise<void>;
}

export interface Measured<T> {
  readonly result: T;
  readonly seconds: number;
  readonly calls: Calls;
  /** Answers that sent the client away for the rate of its calls. */
  readonly refused: number;
}

const region = 'eu-west-1';
const account = '123456789012';
const keyOf = (index: number): string => `f${String(index).padStart(3, '0')}`;

export async function openPlace(functions: number, releases: number): Promise<Place> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const root = mkdtempSync(join(tmpdir(), 'shipit-bench-'));
  const real = createClock();
  const clock = createWorldClock({ real, startMs: real.nowMs(), speed: 1000 });
  const counted = countingWorld(root, restless(clock), real);
  const controls = { port: 0, token: 'bench' };
  const fast = await serveWorld({ ...counted.world, limits: false }, controls);
  const first = portsAt(fast.endpoint, { root, clock, journal: forgetful });
  for (let release = 0; release < releases; release += 1) {
    writeCode(root, functions, `release ${release}`);
    const made = await deployWith(first, root, { functions, flags: { allAtOnce: true } });
    if (made.outcome !== 'promoted') throw new Error(`the functions could not be made: ${made.outcome}`);
    // What is fresh for ten seconds must stay so for more than ten milliseconds.
    clock.setSpeed(20);
  }
  await fast.close();
  clock.setSpeed(1);
  const served = await serveWorld({ ...counted.world, limits: true }, controls);
  const ports = portsAt(served.endpoint, { root, clock: real, journal: createJournal(root, real) });
  let changes = 0;
  return {
    plan: async (count) => planRelease(ports, await requestOf(ports, root, { functions: count, flags: {} })),
    deploy: (count, flags) => deployWith(ports, root, { functions: count, flags }),
    async rollback(from, to) {
      const { project } = await requestOf(ports, root, { functions: to, flags: {} });
      const { functions: all } = project;
      return rollback(ports, { all, named: all.slice(from), to: new Map(), toRelease: null, ...byHand });
    },
    change(count) {
      changes += 1;
      writeCode(root, count, `change ${changes}`);
    },
    measure: (work) => measured(counted.calls, work),
    async close() {
      await served.close();
      await counted.world.close();
      clock.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** AWS's time does not stand still while AWS answers. */
const restless = (clock: WorldClock): WorldClock => ({
  get speed() {
    return clock.speed;
  },
  nowMs: () => clock.nowMs(),
  monotonicMs: () => clock.monotonicMs(),
  after: (ms, then) => clock.after(ms, then),
  setSpeed: (speed) => clock.setSpeed(speed),
  hold: () => () => undefined,
});

/** Counts what the limits let through, at the door of the actions. */
function countingWorld(root: string, clock: WorldClock, real: Clock) {
  const calls = new Map<string, number>();
  const folder = join(root, '.shipit', 'local');
  const world = createWorld({
    folder,
    account,
    region,
    seed: 7,
    clock,
    real,
    env: { PATH: process.env.PATH },
  });
  const strike: World['faults']['strike'] = (operation) => {
    calls.set(operation, (calls.get(operation) ?? 0) + 1);
    return null;
  };
  return { world: { ...world, faults: { ...world.faults, strike } }, calls };
}

async function measured<T>(counts: Map<string, number>, work: () => Promise<T>): Promise<Measured<T>> {
  counts.clear();
  let refused = 0;
  const onFinish = (message: unknown) => {
    const { response } = message as { response: IncomingMessage };
    if (response.statusCode === 429) refused += 1;
  };
  subscribe('http.client.response.finish', onFinish);
  const startedMs = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - startedMs) / 1000;
    return { result, seconds, calls: new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1))), refused };
  } finally {
    unsubscribe('http.client.response.finish', onFinish);
  }
}

function writeCode(root: string, functions: number, text: string): void {
  for (let index = 0; index < functions; index += 1) {
    const folder = join(root, 'code', keyOf(index));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.js'), `exports.handler = async () => '${text}';\n`);
  }
}

interface Wish {
  readonly functions: number;
  readonly flags: Partial<StrategyFlags>;
}

const byHand = { by: 'bench', from: 'bench', account: null };

async function deployWith(ports: Ports, root: string, wish: Wish): Promise<Finished> {
  return deploy(ports, { ...(await requestOf(ports, root, wish)), ...plainly });
}

const { signal } = new AbortController();
setMaxListeners(0, signal);

const plainly: Omit<DeployRequest, keyof PlanRequest> = {
  saved: null,
  by: 'bench',
  from: 'bench',
  commit: null,
  until: null,
  holdFor: null,
  reason: null,
  confirm: null,
  typed: null,
  stop: { signal, exitCode: () => null },
  retry: false,
  expect: { region: null, account: null },
  protection: null,
};

async function requestOf(ports: Ports, root: string, { functions, flags }: Wish): Promise<PlanRequest> {
  writeFileSync(join(root, 'lambda.config.yaml'), projectText(functions));
  const nothing = { path: null, stage: null, alias: null, region: null, profile: null };
  const project = await (await openProject(ports, { ...nothing, cwd: root, env: {} })).finish(ports);
  const choice = parseStrategy({ ...noFlags, ...flags });
  return {
    project,
    functions: project.functions,
    choice,
    gated: true,
    fromAlias: null,
    ignoreFiring: [],
    details: false,
    drift: false,
  };
}

const noFlags: StrategyFlags = {
  canary: undefined,
  linear: undefined,
  steps: undefined,
  allAtOnce: undefined,
  rollout: undefined,
  bake: undefined,
};

const projectText = (functions: number): string => `project: bench
region: ${region}
defaults:
  runtime: nodejs24.x
  handler: index.handler
  memorySize: 256
  environment: { TABLE: orders }
  role: arn:aws:iam::${account}:role/bench
functions:
${Array.from({ length: functions }, (_, index) => `  ${keyOf(index)}: { code: code/${keyOf(index)} }\n`).join('')}`;

/** A world's second is a millisecond while the functions are made: no disk is as fast. */
const forgetful: Journal = { append: async () => undefined, read: async () => [], releases: async () => [] };

interface Around {
  readonly root: string;
  readonly clock: Clock;
  readonly journal: Journal;
}

function portsAt(endpoint: string, { clock, journal }: Around): Ports {
  const ids = createIds(clock);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const connection = { region, endpoint, profile: null, assumeRole: null, credentials };
  return {
    ...createAws({ ...connection, requestTimeoutMs: 10_000, release: () => null, clock, ids }),
    journal,
    files: createFiles(ids),
    processes: createProcesses({}, clock),
    web: createWeb(clock),
    notices: { hear: () => undefined, settled: async () => undefined },
    clock,
    ids,
    report: { tell: () => undefined },
  };
}
