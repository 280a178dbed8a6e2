/**
 * Runs the rollouts of one release side by side: each has its own steps and its own machine, and they share one fate.
 * None closes before all have arrived, and when one goes back the others follow: all promoted, or all restored.
 */
import { type ActorRefFrom, createActor, fromPromise } from 'xstate';
import type { Clock } from '../core/ports';
import type { Step } from '../plan/plan';
import { Actors, type Group } from './actors';
import type { Because, Context, Ending } from './context';
import type { Crew } from './crew';
import { closeRelease } from './leave';
import { rolloutMachine } from './machine';

export interface Course {
  readonly group: Group;
  readonly steps: readonly Step[];
}

/** The release under way. `abort` may be called at any time, any number of times. */
export interface Conducted {
  readonly ended: Promise<ReadonlyMap<string, Ending>>;
  abort(text: string): void;
}

type Runner = { readonly name: string; readonly actor: ActorRefFrom<typeof rolloutMachine> };

export function conduct(crew: Crew, courses: readonly Course[]): Conducted {
  // One closing for all of them: no alias is closed for good while another could still be lost.
  const closing = once(() => closeRelease(crew));
  const runners: Runner[] = courses.map(({ group, steps }) => ({
    name: group.name,
    actor: createActor(machineFor(new Actors(crew, group), closing), {
      clock: timers(crew.ports.clock),
      input: { steps, nowMs: () => crew.ports.clock.monotonicMs() },
    }),
  }));
  const back = (because: Because): void => {
    crew.goingBack = true;
    for (const { actor } of runners) actor.send({ type: 'BACK', because });
  };
  const ended = Promise.all(runners.map(async (runner) => [runner.name, await endOf(runner, crew)] as const));
  const close = once(() => {
    for (const { actor } of runners) actor.send({ type: 'CLOSE' });
  });
  for (const { actor } of runners) actor.subscribe(() => keepTogether(runners, { back, close }));
  for (const { actor } of runners) actor.start();
  return {
    ended: ended.then((endings) => new Map(endings)),
    abort: (text) => back({ kind: 'aborted', text }),
  };
}

interface Fate {
  readonly back: (because: Because) => void;
  readonly close: () => void;
}

/** After every change of any machine: one that goes back takes all along; when all have arrived, all close. */
function keepTogether(runners: readonly Runner[], fate: Fate): void {
  const contexts = runners.map(({ actor }) => actor.getSnapshot().context);
  const failed = contexts.find((context) => context.because !== null)?.because;
  if (!failed && contexts.every((context) => context.arrived)) fate.close();
  if (!failed || contexts.every((context) => context.because !== null)) return;
  fate.back(failed.kind === 'aborted' ? failed : { kind: 'sibling', text: failed.text });
}

/** Every signal makes a new snapshot, and every snapshot would send the signal again: the first answer stands. */
function once<T>(act: () => T): () => T {
  let answer: { readonly of: T } | null = null;
  return () => {
    answer ??= { of: act() };
    return answer.of;
  };
}

async function endOf({ name, actor }: Runner, crew: Crew): Promise<Ending> {
  const ending = await new Promise<Ending>((resolve, reject) => {
    actor.subscribe({
      next: (snapshot) => snapshot.status === 'done' && resolve(snapshot.output),
      error: reject,
    });
  });
  const { clock, tell } = crew.ports;
  await tell({ v: 1, type: 'rollout.ended', at: clock.nowMs(), rollout: name, ...ending });
  return ending;
}

function machineFor(actors: Actors, close: () => Promise<Ending>) {
  return rolloutMachine.provide({
    actors: {
      observe: fromPromise(({ input }: { input: Context }) => actors.observe(input)),
      shift: fromPromise(({ input }: { input: Context }) => actors.shift(input)),
      close: fromPromise(close),
      restore: fromPromise(({ input }: { input: Context }) => actors.restore(input)),
    },
  });
}

/** xstate's own clock is the machine's; ours is handed in. */
function timers(clock: Clock) {
  return {
    setTimeout: (then: (...args: unknown[]) => void, ms: number) => clock.after(ms, then),
    clearTimeout: (cancel: () => void) => cancel?.(),
  };
}
