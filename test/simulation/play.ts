/** One seed, one story: a release, what goes wrong with it, and who cleans up. */

import { createChance } from '../../src/core/chance';
import { ShipitError } from '../../src/core/errors';
import type { Ports } from '../../src/core/ports';
import type { Percent } from '../../src/core/values';
import { releasePlan } from '../../src/deploy';
import type { Step } from '../../src/plan/plan';
import { rollback } from '../../src/rollback';
import { faultKinds } from '../../src/simulation/faults';
import type { Trace } from '../../src/simulation/ports';
import type { Scheduler } from '../../src/simulation/scheduler';
import type { Played } from './invariants';
import { type Actor, actorIn, planFor, type Scene, setScene, stepsOf } from './scene';

export interface Script {
  readonly keys: readonly string[];
  readonly steps: readonly Step[];
  readonly faultRate: number;
  readonly kinds: readonly (typeof faultKinds)[number][];
  readonly alarmAtMs: number | null;
  readonly badCandidate: boolean;
  readonly foreignAtMs: number | null;
  readonly crashAtMs: number | null;
  readonly abortAtMs: number | null;
  readonly handAtMs: number | null;
  readonly rival: boolean;
  /** From then on neither alarms nor metrics answer: nothing may rise any more, and going back must work all the same. */
  readonly blindAtMs: number | null;
}

const hourMs = 3_600_000;
const shapes = [
  stepsOf([10, 300_000], [100, 0]),
  stepsOf([10, 60_000], [50, 60_000], [100, 120_000]),
  stepsOf([100, 180_000]),
  stepsOf([1, 120_000], [25, 180_000], [100, 0]),
];

/** What a seed stands for. */
export function scriptOf(seed: number): Script {
  const chance = createChance(seed * 7919 + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const sometimes = (share: number): number | null => (chance() < share ? chance() * 900_000 : null);
  const kinds = faultKinds.filter(() => chance() < 0.6);
  return {
    keys: ['api', 'worker', 'mailer'].slice(0, 1 + Math.floor(chance() * 3)),
    steps: pick(shapes),
    faultRate: pick([0, 0.05, 0.15, 0.35]),
    kinds: kinds.length > 0 ? kinds : faultKinds,
    alarmAtMs: sometimes(0.4),
    badCandidate: chance() < 0.2,
    foreignAtMs: sometimes(0.2),
    crashAtMs: sometimes(0.25),
    abortAtMs: sometimes(0.15),
    handAtMs: sometimes(0.1),
    rival: chance() < 0.15,
    blindAtMs: sometimes(0.15),
  };
}

export interface Play extends Played {
  readonly scene: Scene;
  readonly script: Script;
  /** Calls that went wrong, by call and kind. */
  readonly hits: ReadonlyMap<string, number>;
  readonly ended: boolean;
}

export async function play(seed: number, script: Script): Promise<Play> {
  const scene = setScene(seed, script.keys);
  const { scheduler, world } = scene;
  const outcomes = new Map<string, string>();
  const failures: unknown[] = [];
  const faults = { rate: script.faultRate, kinds: script.kinds, untilMs: scheduler.startMs + hourMs };
  const actors: Actor[] = [];
  const act = (name: string): Actor => {
    const actor = actorIn(scene, name, faults);
    actors.push(actor);
    return actor;
  };
  const stop = new AbortController();
  const pending = new Set<string>();
  const start = (name: string, work: (actor: Actor) => Promise<{ outcome: string }>): Actor => {
    const actor = act(name);
    pending.add(name);
    work(actor)
      .then(({ outcome }) => outcomes.set(name, outcome))
      .catch((error) => failures.push(error))
      .finally(() => pending.delete(name));
    return actor;
  };
  const release = (name: string, signal: AbortSignal) =>
    start(name, ({ ports }) =>
      releasePlan(blinded(ports, script, scheduler), planFor(scene, script.steps), {
        by: name,
        retry: false,
        expect: { region: null, account: null },
        protection: null,
        reason: null,
        confirm: null,
        typed: null,
        stop: { signal, exitCode: () => null },
      }),
    );
  const byHand = (name: string) =>
    start(name, ({ ports }) =>
      rollback(ports, { all: scene.specs, named: [], to: new Map(), account: null }),
    );

  if (script.badCandidate) world.errorRates.set('2', 0.5);
  if (script.alarmAtMs !== null) world.alarms.set('api-errors', scheduler.startMs + script.alarmAtMs);
  const owner = release('owner', stop.signal);
  if (script.rival) release('rival', new AbortController().signal);
  if (script.foreignAtMs !== null) scheduler.after(script.foreignAtMs, () => interfere(scene));
  if (script.abortAtMs !== null) scheduler.after(script.abortAtMs, () => stop.abort());
  if (script.handAtMs !== null) scheduler.after(script.handAtMs, () => byHand('rescuer-early'));
  if (script.crashAtMs !== null) {
    scheduler.after(script.crashAtMs, () => {
      if (!pending.has('owner')) return;
      owner.process.alive = false;
      pending.delete('owner');
      pending.add('crash');
      scheduler.after(200_000, () => {
        byHand('rescuer');
        pending.delete('crash');
      });
    });
  }
  const ended = await scheduler.run(() => pending.size === 0, scheduler.startMs + 8 * hourMs);
  if (failures.length > 0) throw failures[0];
  const traces: Trace[] = actors.map((actor) => actor.trace);
  const hits = new Map<string, number>();
  for (const { line } of actors)
    for (const [what, count] of line.hits) hits.set(what, (hits.get(what) ?? 0) + count);
  return { scene, script, world, traces, outcomes, hits, ended };
}

function blinded(ports: Ports, { blindAtMs }: Script, scheduler: Scheduler): Ports {
  if (blindAtMs === null) return ports;
  const unless = <T>(read: () => Promise<T>): Promise<T> =>
    scheduler.nowMs() - scheduler.startMs < blindAtMs
      ? read()
      : Promise.reject(new ShipitError('unavailable', 'CloudWatch is away'));
  return {
    ...ports,
    alarms: { read: (names) => unless(() => ports.alarms.read(names)) },
    metrics: {
      counts: (questions, fromMs, toMs) => unless(() => ports.metrics.counts(questions, fromMs, toMs)),
    },
  };
}

/** Somebody in the console, who knows no revisions; half of the time the description is wiped too. */
function interfere({ world, scheduler }: Scene): void {
  const [key] = world.aliases.keys();
  const state = key === undefined ? undefined : world.aliases.get(key);
  if (key === undefined || !state) return;
  const description = scheduler.chance() < 0.5 ? '' : state.description;
  const versions = world.functions.get(key.split(':')[0] ?? '')?.versions.length ?? 1;
  const additional =
    versions > 1 ? { version: state.version === '2' ? '1' : '2', weight: 33 as Percent } : null;
  world.writeAlias(
    key,
    { version: state.version, additional, description },
    { by: 'foreign', revisionId: null },
  );
}
