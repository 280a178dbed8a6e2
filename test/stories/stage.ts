/**
 * A project in a folder of its own, a local AWS behind a real socket, and the real SDK between them, all on a clock that
 * jumps. While any request is under way, at either end, the clock is held: time cannot run away from it.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createAws } from '../../src/aws/clients';
import { createBundler } from '../../src/bundle/esbuild';
import { openProject } from '../../src/config/open';
import type { FunctionSpec, Project } from '../../src/config/project';
import { selectFunctions } from '../../src/config/select';
import type { Staging } from '../../src/core/building';
import type { Event } from '../../src/core/events';
import type { Cache } from '../../src/core/packing';
import type { Files, Journal, Ports } from '../../src/core/ports';
import type { Duration, Percent } from '../../src/core/values';
import { type DeployRequest, deploy } from '../../src/deploy';
import { createCache } from '../../src/disk/cache';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import { createJournal } from '../../src/disk/journal';
import { createPacking } from '../../src/disk/packing';
import { createProcesses } from '../../src/disk/processes';
import { createStaging } from '../../src/disk/staging';
import { createWorld } from '../../src/local/create';
import { seedAlarms } from '../../src/local/seed';
import { serveWorld } from '../../src/local/server';
import { startTraffic } from '../../src/local/traffic';
import type { World } from '../../src/local/world';
import { planRelease } from '../../src/plan';
import type { StrategyFlags } from '../../src/plan/flags';
import { parseStrategy } from '../../src/plan/flags';
import { layersUsed } from '../../src/plan/layers';
import type { Protection } from '../../src/plan/preflight';
import type { SavedPlan } from '../../src/plan/saved';
import { createRegistries } from '../../src/registry/registries';
import { rollback } from '../../src/rollback';
import { createWeb } from '../../src/web/http';
import { FakeClock } from '../clock';
import { FakeNotices } from '../fakes/around';
import { allTheWay } from '../forms';
import { LocalAws, token } from '../local/world';

const real = createClock();
const startMs = Date.UTC(2026, 10, 20, 12, 0, 0);

export const good = (text: string) => `exports.handler = async () => ({ said: '${text}' });\n`;
/** Every fifth request of each process fails. */
export const failing = `let n = 0;\nexports.handler = async () => { n += 1; if (n % 5 === 0) throw new Error('no luck'); return n; };\n`;

export interface StageOptions {
  readonly functions: readonly string[];
  /** Named alarms of each function, created quiet. */
  readonly alarms: boolean;
  /** Functions take only roles that were made there; absent, any. */
  readonly strictIam?: boolean;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

export async function openStage({ functions, alarms, strictIam = false }: StageOptions) {
  const root = mkdtempSync(join(tmpdir(), 'shipit-story-'));
  const clock = new FakeClock(startMs);
  const env = { PATH: process.env.PATH };
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const options = {
    folder: join(root, '.shipit', 'local'),
    account: '123456789012',
    region: 'eu-west-1',
    seed: 7,
  };
  const world = createWorld({ ...options, clock, real, env, strictIam });
  const calls = countCalls(world);
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const see of watchers) see();
  };
  const controls = { token, changed, emptied: () => undefined };
  const served = await serveWorld(world, { port: 0, ...controls });
  const aws = new LocalAws(world, clock, served, root);
  const stopHolding = holdWhileRequesting(clock);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('lambda.config.yaml', projectText(functions, alarms));
  write('events/one.json', '{}');
  for (const key of functions) write(`${key}/index.js`, good('one'));
  if (alarms) for (const key of functions) createAlarm(world, key);

  /** The ports of one process, whose requests are known by their access key. */
  const processOf = (accessKeyId: string): { ports: Ports; events: Event[] } => {
    const events: Event[] = [];
    const ids = createIds(clock);
    const credentials = { accessKeyId, secretAccessKey: 'local' };
    const connection = {
      region: 'eu-west-1',
      endpoint: served.endpoint,
      profile: null,
      assumeRole: null,
      webIdentity: null,
      inCi: false,
      warn: () => {},
      credentials,
    };
    const aws = createAws({
      ...connection,
      requestTimeoutMs: 10_000,
      release: () => null,
      trace: null,
      clock,
      ids,
    });
    const files = holding(clock, createFiles(ids));
    const room = { bytes: 1e8, keys: 1000, keptMs: 3_600_000 };
    const disk = {
      files,
      packing: createPacking(1),
      cache: holding(clock, createCache({ clock: real, ids, files }, room)),
      staging: holding(clock, createStaging(real)),
      journal: holding(clock, createJournal(root, real)),
    };
    return {
      ports: {
        ...aws,
        ...disk,
        processes: createProcesses(env, real),
        bundler: createBundler(),
        staging: holding(clock, createStaging(real)),
        web: createWeb(real),
        registries: createRegistries({ clock: real, ids, login: aws.registryLogin, silenceMs: 10_000 }),
        notices: new FakeNotices(),
        clock,
        ids,
        report: { tell: (event) => events.push(event) },
      },
      events,
    };
  };
  const project = async (ports: Ports, wishes: Wishes) => {
    const typed = { stage: wishes.stage ?? null, alias: wishes.alias ?? null, region: null, profile: null };
    const request = { path: null, cwd: root, ...typed, env: {} };
    return (await openProject(ports, request)).finish(ports);
  };
  const asked = async (process: ReturnType<typeof processOf>, wishes: Wishes) => {
    const read = await project(process.ports, wishes);
    const names = selectFunctions(read, wishes.functions ?? []).map(wishes.change ?? ((spec) => spec));
    const artifacts = wishes.fromAlias ? 0 : names.length + layersUsed(names).length;
    const { ports, release } = holdWhileBuilding(clock, process.ports, artifacts);
    const { by, from, commit = null } = { ...defaults(read), ...wishes };
    const request = {
      ...defaults(read),
      ...requestOf(wishes),
      by,
      from,
      commit,
      project: read,
      functions: names,
    };
    return { ports, request, release };
  };
  const deployAs = async (process: ReturnType<typeof processOf>, wishes: Wishes) => {
    const { ports, request, release } = await asked(process, wishes);
    return deploy(ports, request).finally(release);
  };
  const planAs = async (process: ReturnType<typeof processOf>, wishes: Wishes) => {
    const { ports, request, release } = await asked(process, wishes);
    return planRelease(ports, request).finally(release);
  };
  const rollbackAs = async (
    { ports }: ReturnType<typeof processOf>,
    names: readonly string[],
    to = new Map<string, string>(),
    toRelease: string | null = null,
  ) => {
    const read = await project(ports, {});
    const named = names.length === 0 ? [] : selectFunctions(read, names);
    const who = { by: 'bob@desk', from: 'tower', account: null };
    return rollback(ports, { all: read.functions, named, to, toRelease, ...who });
  };
  const aliasOf = (key: string) => world.functions.entries.get(`orders-${key}`)?.aliases.get('live');
  const traffic = (perSecond: number) => {
    const feeds = functions.map((key) =>
      startTraffic(
        world,
        { function: `orders-${key}`, alias: 'live', perSecond, events: ['{}'] },
        () => undefined,
      ),
    );
    return () => {
      for (const feed of feeds) feed.stop();
    };
  };
  /** What one request through the alias would do to its metrics, at this moment. */
  const fail = (key: string) => {
    const dimensions = { FunctionName: `orders-${key}`, Resource: `orders-${key}:live` };
    const error = { namespace: 'AWS/Lambda', name: 'Errors', dimensions, value: 1, count: 1, unit: 'Count' };
    world.metrics.put({ ...error, atMs: clock.nowMs() });
  };
  const close = async () => {
    stopHolding();
    await aws.close();
  };
  return {
    root,
    clock,
    world,
    aws,
    calls,
    /** Called whenever something of the local AWS was changed. */
    watchers,
    write,
    process: () => processOf('local'),
    processOf,
    read: project,
    deployAs,
    planAs,
    rollbackAs,
    aliasOf,
    traffic,
    fail,
    close,
  };
}

export interface Wishes extends Partial<StrategyFlags> {
  readonly commit?: string | null;
  readonly functions?: readonly string[];
  readonly by?: string;
  readonly from?: string;
  readonly retry?: boolean;
  readonly ignoreFiring?: readonly string[];
  /** What the project file would say of each function. */
  readonly change?: (spec: FunctionSpec) => FunctionSpec;
  readonly until?: Percent;
  readonly holdFor?: Duration;
  readonly gated?: boolean;
  readonly signal?: AbortSignal;
  readonly stage?: string;
  readonly alias?: string;
  readonly fromAlias?: string;
  /** A folder of artifacts, absolute. */
  readonly artifacts?: string;
  readonly tools?: DeployRequest['tools'];
  readonly details?: boolean;
  readonly drift?: boolean;
  readonly saved?: SavedPlan;
  readonly protection?: Protection;
  readonly typed?: (question: string, expected: string) => Promise<boolean>;
}

function requestOf({ retry = false, gated = true, signal, commit: _commit, ...wishes }: Wishes) {
  const { stage: _stage, alias: _alias, functions: _functions, by: _by, from: _from, ...rest } = wishes;
  const {
    fromAlias = null,
    details = false,
    drift = false,
    saved = null,
    artifacts = null,
    ...others
  } = rest;
  const { tools = null } = others;
  const { protection = null, typed = null, until = null, holdFor = null, ...more } = others;
  const { ignoreFiring = [], change: _change, tools: _tools, ...flags } = more;
  const none = {
    canary: undefined,
    linear: undefined,
    steps: undefined,
    allAtOnce: undefined,
    rollout: undefined,
    bake: undefined,
  };
  const stop = {
    signal: signal ?? new AbortController().signal,
    exitCode: () => (signal?.aborted ? 130 : null),
  };
  return {
    choice: parseStrategy({ ...none, ...flags }),
    retry,
    gated,
    reason: protection?.reason ?? (gated ? null : 'a story'),
    stop,
    ...{
      artifacts,
      tools,
      fromAlias,
      details,
      drift,
      saved,
      protection,
      typed,
      until,
      holdFor,
      ignoreFiring,
    },
  };
}

type Defaults = Pick<
  DeployRequest,
  | 'by'
  | 'from'
  | 'where'
  | 'commit'
  | 'dirty'
  | 'tools'
  | 'artifacts'
  | 'until'
  | 'holdFor'
  | 'ignoreFiring'
  | 'confirm'
  | 'expect'
>;

const defaults = ({ place: { region, account } }: Project): Defaults => ({
  by: 'ann@desk',
  ...allTheWay,
  ignoreFiring: [],
  confirm: null,
  expect: { region, account },
});

/** The operations that were asked for, in their order, since somebody last emptied it. */
function countCalls({ faults }: World): string[] {
  const calls: string[] = [];
  const strike = faults.strike.bind(faults);
  faults.strike = (action) => {
    calls.push(action);
    return strike(action);
  };
  return calls;
}

function projectText(functions: readonly string[], alarms: boolean): string {
  const entry = (key: string) =>
    `  ${key}:\n    code: ${key}\n    handler: index.handler\n    testEvents: events/*.json\n${alarms ? `    alarms: [${key}-errors]\n` : ''}`;
  return `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  memorySize: 256
  role: arn:aws:iam::123456789012:role/orders
functions:
${functions.map(entry).join('')}rollout: careful
rollouts:
  careful: { canary: 10%, bake: 5m }
  ladder: { steps: [ { weight: 1%, bake: 2m }, { weight: 25%, bake: 3m } ], bakeAfter: 2m }
`;
}

/** Errors of one alias, one minute, one datapoint; nothing breaches while nothing is there. */
function createAlarm(world: ReturnType<typeof createWorld>, key: string): void {
  seedAlarms(world, [
    {
      AlarmName: `${key}-errors`,
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [
        { Name: 'FunctionName', Value: `orders-${key}` },
        { Name: 'Resource', Value: `orders-${key}:live` },
      ],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    },
  ]);
}

/** Every request that this process sends holds the clock until its answer has been read. */
function holdWhileRequesting(clock: FakeClock): () => void {
  const onStart = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    const release = clock.hold();
    request.once('close', release);
    request.once('error', release);
    request.once('response', (response) => response.once('close', release));
  };
  subscribe('http.client.request.start', onStart);
  return () => unsubscribe('http.client.request.start', onStart);
}

/** Compressing happens on other threads, where no port tells of it: the clock is held until the last artifact is there. */
function holdWhileBuilding(clock: FakeClock, ports: Ports, artifacts: number) {
  const release = clock.hold();
  let built = 0;
  if (artifacts === 0) release();
  const tell = (event: Event) => {
    if (event.type === 'artifact.built') built += 1;
    if (built === artifacts) release();
    ports.report.tell(event);
  };
  return { ports: { ...ports, report: { tell } }, release };
}

/** Disk is real, and time must not pass while it works. */
function holding<T extends Files | Journal | Cache | Staging>(clock: FakeClock, port: T): T {
  const entries = Object.entries(port).map(([name, verb]) => [
    name,
    async (...args: unknown[]) => {
      const release = clock.hold();
      try {
        return await (verb as (...args: unknown[]) => Promise<unknown>)(...args);
      } finally {
        release();
      }
    },
  ]);
  return Object.fromEntries(entries) as T;
}
