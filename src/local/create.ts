/** Puts a world together: empty, or as it was when it was closed. */
import { join } from 'node:path';
import type { Clock } from '../core/ports';
import { startEvaluation } from './alarms/evaluation';
import { connectLambda } from './alarms/invoke';
import { type AlarmDump, createAlarmBook, loadAlarms } from './alarms/memory';
import { containerLimits, createContainerStore } from './containers/folders';
import { createFaults } from './faults';
import { resumeEvents } from './invocations/attempts';
import { createInvocationState } from './invocations/state';
import { type KeptDump, loadParts } from './kept';
import { createCapacityBook } from './lambda/capacity';
import { type CodeStore, createCodeStore } from './lambda/code';
import { createSigningBook } from './lambda/code-signing';
import { createDownloads } from './lambda/downloads';
import { resumeEventSources } from './lambda/event-source-states';
import { startIdling } from './lambda/idle';
import { imagesOf, openImage } from './lambda/image-code';
import { createImageBook } from './lambda/images';
import { createFunctionBook, type FunctionDump, loadFunctions } from './lambda/memory';
import { keptEnvironments, resumeProvisioning } from './lambda/provisioned';
import { resumeStates } from './lambda/states';
import { createLayerBook } from './layers/book';
import { createLogStore } from './logs/memory';
import { startLogRoutes } from './logs/routes';
import type { LogLine } from './logs/store';
import { createMetricStore } from './metrics/memory';
import type { MetricDump } from './metrics/store';
import { createRandom, type Random } from './random';
import { startUpkeep } from './registry/lifecycle';
import { createRuntime } from './runtime/create';
import { createStores } from './stores';
import type { World, WorldClock } from './world';

export interface WorldOptions {
  /** Code is kept below it; made when first needed. */
  readonly folder: string;
  readonly account: string;
  readonly region: string;
  readonly seed: number;
  readonly clock: WorldClock;
  /** For what runs in real time, such as function code. */
  readonly real: Clock;
  /** Of the process that serves the world; functions get PATH and the like of it, never credentials. */
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  /** Limit calls a second as AWS does; absent, nobody is refused for the rate of calls. */
  readonly limits?: boolean;
  /** Refuse roles that were not made here; absent, every role is taken. */
  readonly strictIam?: boolean;
  /** Null for an empty world. */
  readonly saved?: WorldDump | null;
}

/** A whole world but for its code and its time, as plain JSON. */
export interface WorldDump {
  readonly functions: FunctionDump;
  readonly alarms: AlarmDump;
  readonly metrics: MetricDump;
  readonly kept?: KeptDump;
}

/** Of log events that are held. */
const mostLogBytes = 64 * 1024 * 1024;

/** A world that runs: alarms are evaluated on its clock, and what was under way goes on. */
export function createWorld(options: WorldOptions): World & { close(): Promise<void> } {
  const world = assemble(options);
  const end = start(world);
  const close = (): Promise<void> => {
    end();
    return world.runtime.close().then(() => world.containers.settled());
  };
  return { ...world, close };
}

function assemble(options: WorldOptions): World {
  const { folder, account, region, clock, saved } = options;
  const random = createRandom(options.seed);
  const code = createCodeStore(join(folder, 'code'));
  const functions = saved ? loadFunctions(saved.functions) : createFunctionBook();
  const metrics = createMetricStore();
  if (saved) metrics.load(saved.metrics);
  const alarms = saved ? loadAlarms(saved.alarms) : createAlarmBook();
  const plane = createControlPlane(code, random);
  const invocations = createInvocationState();
  const stores = createStores({ folder, account, region, clock, random, address: plane.address });
  const logs = createLogStore({ clock, mostBytes: mostLogBytes });
  const images = createImageBook();
  const containers = createContainers(folder, stores.registry, functions);
  const { layers, signing, capacity } = plane;
  const { events, eventConfigs, deliveries } = invocations;
  const kept = {
    images,
    events,
    eventConfigs,
    deliveries,
    layers,
    signing,
    capacity,
    logs,
    containers,
    ...stores,
  };
  if (saved?.kept) loadParts(kept, saved.kept);
  return {
    ...{ account, region, clock, random, functions, code, images, metrics, alarms, logs, kept, containers },
    ...plane,
    ...stores,
    ...invocations,
    runtime: startRuntime(options, { code, functions, logs, containers, ...plane }),
    faults: createFaults(),
    limits: options.limits === true,
    strictIam: options.strictIam === true,
  };
}

const createContainers = (
  folder: string,
  library: World['registry'],
  functions: World['functions'],
): World['containers'] =>
  createContainerStore({
    folder: join(folder, 'images'),
    library,
    used: () => imagesOf(functions),
    limits: containerLimits,
  });

type Beside = Pick<World, 'code' | 'functions' | 'logs' | 'layers' | 'address' | 'containers'>;

function startRuntime(
  { folder, account, region, clock, real, env }: WorldOptions,
  { code, functions, logs, layers, address, containers }: Beside,
): World['runtime'] {
  return createRuntime({
    ...{ env, real, code, account, region, folder },
    nodePath: process.execPath,
    kept: keptEnvironments(functions),
    nowMs: () => clock.nowMs(),
    log: (group, stream, messages) => logs.put(group, stream, stamped(messages, { clock, real })),
    layers: (arn) => code.folder(layers.digestOf(arn) ?? ''),
    image: (config) => openImage(containers, config),
    endpoint: () => address.endpoint,
  });
}

/** What was under way goes on. Answers what ends it. */
function start(world: World): () => void {
  resumeStates(world, world.functions);
  resumeProvisioning(world);
  resumeEventSources(world);
  resumeEvents(world);
  connectLambda(world);
  startLogRoutes(world);
  const stopEvaluation = startEvaluation(world);
  const stopIdling = startIdling(world);
  const stopUpkeep = startUpkeep(world);
  return () => {
    stopEvaluation();
    stopIdling();
    stopUpkeep();
    world.events.close();
  };
}

const stamped = (
  messages: readonly string[],
  { clock, real }: Pick<WorldOptions, 'clock' | 'real'>,
): LogLine[] => messages.map((message) => ({ atMs: clock.nowMs(), message, writerMs: real.nowMs() }));

/** What Lambda keeps beside functions, and where its zips are fetched. */
function createControlPlane(
  code: CodeStore,
  random: Random,
): Pick<World, 'layers' | 'signing' | 'capacity' | 'address' | 'downloads'> {
  const address: World['address'] = { endpoint: null };
  return {
    layers: createLayerBook(),
    signing: createSigningBook(),
    capacity: createCapacityBook(),
    address,
    downloads: createDownloads({ code, random, endpoint: () => address.endpoint }),
  };
}

/** Empties the world. Its clock goes on, and version numbers may start anew. */
export function resetWorld({ functions, alarms, metrics, faults, load, kept }: World): void {
  for (const map of [functions.entries, functions.lastVersion, functions.eventSources]) map.clear();
  for (const map of [alarms.metric, alarms.composite]) map.clear();
  alarms.history.length = 0;
  metrics.load({ series: [] });
  faults.set([], 0);
  load.clear();
  for (const part of Object.values(kept)) part.clear();
}
