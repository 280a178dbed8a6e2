/** Releases of all kinds, one after the other, while AWS throttles and fails. */
import { createChance } from '../../src/core/chance';
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import type { Finished } from '../../src/deploy';
import { createClock } from '../../src/disk/clock';
import { good, openStage, type Stage } from '../stories/stage';
import { judge } from './judged';
import { Revisions } from './revisions';
import { Weather } from './weather';
import { type Chance, drawWished, keys, type Wished } from './wished';

/** A world of its own for so many: the seed of a world plays all of them again. */
export const releasesAWorld = 25;
/** Alarms look back for a minute or two, and must be quiet before the next release. */
const quietMs = 240_000;
/** An alarm of one minute, and the polls that miss it while AWS fails. */
const seenWithinMs = 150_000;
const clock = createClock();

export interface Tally {
  readonly outcomes: Map<string, number>;
  readonly struck: Map<string, number>;
  readonly violations: string[];
  calls: number;
  writes: number;
  done: number;
}

interface Storm {
  readonly stage: Stage;
  readonly next: Chance;
  readonly weather: Weather;
  readonly revisions: Revisions;
  /** What was last written of each function. */
  readonly code: Map<string, number>;
  readonly memory: Map<string, number>;
  /** What each version was made of, by function and version. */
  readonly made: Map<string, string>;
}

export async function stormWorld(seed: number, count: number, tally: Tally): Promise<void> {
  const stage = await openStage({ functions: keys, alarms: true });
  const storm: Storm = {
    stage,
    next: createChance(seed),
    weather: new Weather(stage.world.faults),
    revisions: new Revisions(stage),
    code: new Map(keys.map((key) => [key, 0])),
    memory: new Map(keys.map((key) => [key, 128])),
    made: new Map(),
  };
  try {
    for (let at = 1; at <= count; at += 1) {
      const found = await stormRelease(storm, seed * 1000 + at, tally);
      const where = `release ${at} of world ${seed}`;
      tally.violations.push(...found.map((violation) => `${where}: ${violation}`));
      tally.done += 1;
    }
    for (const [kind, hits] of storm.weather.struck) add(tally.struck, kind, hits);
  } finally {
    await stage.close();
  }
}

async function stormRelease(storm: Storm, seed: number, tally: Tally): Promise<string[]> {
  const { stage, next, weather, revisions } = storm;
  const wished = drawWished(next);
  const changed = write(storm, wished);
  const before = stage.calls.length;
  weather.rise(seed);
  const played = await play(storm, wished);
  weather.calm();
  tally.calls += stage.calls.length - before;
  await stage.clock.advance(quietMs);
  const written = new Map(revisions.written);
  revisions.written.clear();
  tally.writes += [...written.values()].flat().length;
  if (typeof played === 'string') return [played];
  const { finished } = played;
  add(tally.outcomes, `${finished.outcome} (exit ${finished.exitCode})`, 1);
  return judge(stage, { wished, changed, written, ...played });
}

/** True when the project now says anything that is not served. */
function write({ stage, next, code, memory, made }: Storm, wished: Wished): boolean {
  for (const key of wished.recoded) code.set(key, (code.get(key) ?? 0) + 1);
  for (const key of wished.resized) memory.set(key, 128 + 64 * Math.floor(next() * 8));
  for (const key of keys) stage.write(`${key}/index.js`, good(`${key} ${code.get(key)}`));
  stage.write('lambda.config.yaml', projectText(memory));
  return wished.functions.some(
    (key) => made.get(`${key}@${stage.aliasOf(key)?.version}`) !== wantedOf({ code, memory }, key),
  );
}

const wantedOf = ({ code, memory }: Pick<Storm, 'code' | 'memory'>, key: string): string =>
  `${code.get(key)} with ${memory.get(key)}`;

const projectText = (memory: ReadonlyMap<string, number>): string => `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
functions:
${keys.map((key) => entryText(key, memory.get(key) ?? 128)).join('')}rollout: careful
rollouts:
  careful: { canary: 10%, bake: 1m }
  ladder: { steps: [ { weight: 1%, bake: 1m }, { weight: 25%, bake: 1m } ], bakeAfter: 1m }
`;

/** One of them is tested with a sample event before it is called. */
const entryText = (key: string, memory: number): string => `  ${key}:
    code: ${key}
    handler: index.handler
    memorySize: ${memory}
    alarms: [${key}-errors]
${key === 'jobs' ? '    testEvents: events/*.json\n' : ''}`;

interface Played {
  readonly finished: Finished;
  readonly stopped: boolean;
  readonly failed: boolean;
}

async function play(storm: Storm, wished: Wished): Promise<Played | string> {
  const { clock } = storm.stage;
  const stopping = new AbortController();
  const timers: (() => void)[] = [];
  const { abortAfterMs, functions, flags } = wished;
  if (abortAfterMs !== null) timers.push(clock.after(abortAfterMs, () => stopping.abort()));
  const trouble = { timers, failedMs: Number.POSITIVE_INFINITY };
  const process = watched(storm, wished, trouble);
  try {
    const wishes = { functions, retry: true, signal: stopping.signal, ...flags };
    const finished = await clock.runUntil(storm.stage.deployAs(process, wishes));
    const failed = clock.nowMs() - trouble.failedMs > seenWithinMs;
    return { finished, stopped: stopping.signal.aborted, failed };
  } catch (error) {
    return `it threw ${ShipitError.is(error) ? `${error.code}: ${error.message}` : (error as Error).stack}`;
  } finally {
    for (const cancel of timers) cancel();
  }
}

interface Trouble {
  readonly timers: (() => void)[];
  failedMs: number;
}

/** A process whose candidate, when it is a bad one, fails some time after the first requests came to it. */
function watched({ stage, made, code, memory }: Storm, { bad }: Wished, trouble: Trouble) {
  const process = stage.process();
  let begun = false;
  const fail = (key: string) => {
    trouble.failedMs = stage.clock.nowMs();
    stage.fail(key);
  };
  const tell = (event: Event) => {
    process.events.push(event);
    if (event.type === 'version.published')
      made.set(`${event.key}@${event.version}`, wantedOf({ code, memory }, event.key));
    if (event.type !== 'alias.written' || event.key !== bad?.key || event.weight === 0 || begun) return;
    begun = true;
    trouble.timers.push(stage.clock.after(bad.afterMs, () => fail(bad.key)));
  };
  return { ...process, ports: { ...process.ports, report: { tell } } };
}

function add(to: Map<string, number>, name: string, count: number): void {
  to.set(name, (to.get(name) ?? 0) + count);
}

export const elapsedS = (sinceMs: number): number => (clock.monotonicMs() - sinceMs) / 1000;
