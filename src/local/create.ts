/** Puts a world together: empty, or as it was when it was closed. */
import { join } from 'node:path';
import type { Clock } from '../core/ports';
import { startEvaluation } from './alarms/evaluation';
import { type AlarmDump, createAlarmBook, loadAlarms } from './alarms/memory';
import { createCodeStore } from './lambda/code';
import { resumeEventSources } from './lambda/event-source-states';
import { createFunctionBook, type FunctionDump, loadFunctions } from './lambda/memory';
import { resumeProvisioning } from './lambda/provisioned';
import { resumeStates } from './lambda/states';
import { createMetricStore } from './metrics/memory';
import type { MetricDump } from './metrics/store';
import { createRandom } from './random';
import { createRuntime } from './runtime/create';
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
  /** Null for an empty world. */
  readonly saved?: WorldDump | null;
}

/** A whole world but for its code and its time, as plain JSON. */
export interface WorldDump {
  readonly functions: FunctionDump;
  readonly alarms: AlarmDump;
  readonly metrics: MetricDump;
}

/** A world that runs: alarms are evaluated on its clock, and what was under way goes on. */
export function createWorld(options: WorldOptions): World & { close(): Promise<void> } {
  const { folder, account, region, clock, real, env, saved } = options;
  const code = createCodeStore(join(folder, 'code'));
  const runtime = createRuntime({ env, real, code, account, region, nodePath: process.execPath });
  const metrics = createMetricStore();
  if (saved) metrics.load(saved.metrics);
  const world = {
    account,
    region,
    clock,
    random: createRandom(options.seed),
    functions: saved ? loadFunctions(saved.functions) : createFunctionBook(),
    code,
    metrics,
    alarms: saved ? loadAlarms(saved.alarms) : createAlarmBook(),
    runtime,
  };
  resumeStates(world, world.functions);
  resumeProvisioning(world);
  resumeEventSources(world);
  const stopEvaluation = startEvaluation(world);
  const close = (): Promise<void> => {
    stopEvaluation();
    return runtime.close();
  };
  return { ...world, close };
}

/** Empties the world. Its clock goes on, and version numbers may start anew. */
export function resetWorld({ functions, alarms, metrics }: World): void {
  for (const map of [functions.entries, functions.lastVersion, functions.eventSources]) map.clear();
  for (const map of [alarms.metric, alarms.composite]) map.clear();
  alarms.history.length = 0;
  metrics.load({ series: [] });
}
