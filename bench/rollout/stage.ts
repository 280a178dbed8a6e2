/**
 * A project of many functions with an alias each, in a local AWS that holds all of them already, owned and served by this
 * process for any shipit that is called with --local in the folder. Tells of each call when it came.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createWorldClock } from '../../src/local/clock';
import { serverFile, writeJson } from '../../src/local/files';
import { takeLock } from '../../src/local/lock';
import { serveWorld } from '../../src/local/server';
import { createVisits } from '../../src/local/visits';
import { forgetful, portsAt } from '../plan/ports';
import { deployWith, type Size, writeBallast, writeCode, writeProject } from '../plan/project';
import { here, watchedWorld, worldFolder } from '../plan/world';
import type { Call } from './polls';

export interface Stage {
  readonly root: string;
  readonly calls: readonly Call[];
  readonly clock: { nowMs(): number; setSpeed(speed: number): void };
  close(): Promise<void>;
}

/** Of the new code of each function. */
const ballastBytes = 20_000;

export type Cast = Omit<Size, 'more'>;

/** Every function has new code that is not released yet. */
export async function openStage({ functions, alarms }: Cast): Promise<Stage> {
  const root = mkdtempSync(join(tmpdir(), 'shipit-bench-'));
  const real = createClock();
  const clock = createWorldClock({ real, startMs: real.nowMs(), speed: 100 });
  const calls: Call[] = [];
  const seen = (operation: string): unknown => calls.push({ operation, atMs: clock.nowMs() });
  const world = watchedWorld(root, { clock, real, seen });
  const token = 'bench';
  const controls = { port: 0, token, visits: createVisits() };
  const served = await serveWorld({ ...world, limits: false }, controls);
  writeCode(root, functions, 'before');
  const ports = portsAt(served.endpoint, { clock, journal: forgetful });
  const made = await deployWith(ports, root, { functions, flags: { allAtOnce: true } });
  if (made.outcome !== 'promoted') throw new Error(`the functions could not be made: ${made.outcome}`);
  writeCode(root, functions, 'after');
  writeBallast(root, functions, randomBytes(ballastBytes));
  writeProject(root, { functions, alarms, more: 'local: { seed: local.json }\n' });
  writeFileSync(join(root, 'local.json'), JSON.stringify({ alarms: alarmsOf(alarms) }));
  await takeLock(worldFolder(root), 'bench');
  const server = { pid: process.pid, port: served.port, token };
  await writeJson(worldFolder(root), serverFile, JSON.stringify(server));
  return {
    root,
    calls,
    clock,
    async close() {
      await served.close();
      await world.close();
      clock.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const alarmsOf = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    AlarmName: `a${index}`,
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: `bench-${here.region}-${index}` }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  }));
