/**
 * Runs the rollouts of one release side by side: each has its own steps and its own machine. Where they share one fate,
 * none closes before all have arrived, and when one goes back the others follow: all promoted, or all restored.
 */

import { type ActorRefFrom, createActor, fromPromise } from 'xstate';
import type { Clock } from '../core/ports';
import type { AskedWord } from '../core/record';
import type { Step } from '../plan/step';
import { Actors, type Group } from './actors';
import { announceLeft, announceWish } from './announce';
import type { Because, Context, Ending } from './context';
import { type Crew, Crews } from './crew';
import { Gates } from './gates';
import { holdRelease } from './hold';
import { type Hooked, Hooks } from './hooks';
import { closeLanes, closeLeader } from './leave';
import { rolloutMachine } from './machine';
import { Reserve } from './reserve';

export interface Course {
  readonly group: Group;
  readonly functions: readonly Hooked[];
  readonly steps: readonly Step[];
  /** Where it goes on; 0 for one that begins. */
  readonly from: number;
}

export interface Score {
  readonly courses: readonly Course[];
  /** How long a release that stopped is kept. */
  readonly holdForMs: number;
}

/** The release under way. `abort` may be called at any time, any number of times. */
export interface Conducted {
  readonly ended: Promise<ReadonlyMap<string, Ending>>;
  abort(text: string): void;
}

type Runner = {
  readonly name: string;
  readonly actor: ActorRefFrom<typeof rolloutMachine>;
};

export function conduct(crew: Crew, score: Score): Conducted {
  const runners: Runner[] = [];
  const send = (signal: Parameters<Runner['actor']['send']>[0]): void => {
    for (const { actor } of runners) actor.send(signal);
  };
  const back = (because: Because): void => {
    crew.goingBack = true;
    crew.halt.abort();
    send({ type: 'BACK', because });
  };
  const obey = (what: AskedWord): void => {
    if (what === 'abort') back({ kind: 'aborted', text: 'aborted from outside' });
    if (what === 'promote') send({ type: 'PROMOTE' });
  };
  const ends = endings(crew, score, () => runners);
  const hear = () => hearWishes(crew, runners, obey);
  for (const course of score.courses)
    runners.push(runnerOf(crew, { course, ends, hear, nudge: () => send({ type: 'LOOK' }) }));
  const ended = Promise.all(runners.map(async (runner) => [runner.name, await endOf(runner, crew)] as const));
  const close = once(() => send({ type: 'CLOSE' }));
  const leave = once(() => send({ type: 'LEAVE' }));
  const fate = { crew, back, close, leave };
  for (const { actor } of runners) actor.subscribe(() => keepTogether(runners, fate));
  for (const { actor } of runners) actor.start();
  if (crew.desk.hurried) send({ type: 'PROMOTE' });
  return {
    ended: ended.then(async (all) => {
      crew.halt.abort();
      // What stays for a person to approve needs the leader's record, whatever became of the leader.
      if (all.every(([, { outcome }]) => outcome !== 'waiting')) await closeLeader(crew);
      return new Map(all);
    }),
    abort: (text) => back({ kind: 'aborted', text }),
  };
}

/** How all of it ends at once: no alias is closed for good while another could still be lost. */
interface Ends {
  readonly close: () => Promise<Ending>;
  readonly leave: (context: Context) => Promise<Ending>;
}

function endings(crew: Crew, { courses, holdForMs }: Score, runners: () => readonly Runner[]): Ends {
  const arrived = () =>
    courses.filter((_, index) => hasPassed(runners()[index])).flatMap(({ group }) => group.lanes);
  let closing: Promise<Ending> | null = null;
  let leaving: Promise<Ending> | null = null;
  return {
    close() {
      closing ??= closeLanes(crew, arrived());
      return closing;
    },
    leave({ step }) {
      leaving ??= leaveHere(crew, { step, holdForMs, runners: runners() });
      return leaving;
    },
  };
}

interface Leaving {
  readonly step: number;
  readonly holdForMs: number;
  readonly runners: readonly Runner[];
}

/** Told when it stands in the record: until then nobody can come back for it. */
async function leaveHere(crew: Crew, { step, holdForMs, runners }: Leaving): Promise<Ending> {
  const ending = await holdRelease(crew, step, holdForMs);
  const { expiresMs } = crew.desk;
  if (ending.outcome === 'waiting' && expiresMs !== null) await announceLeft(crew, runners, expiresMs);
  return ending;
}

/** One that arrived may have gone back since, while others were on their way. */
function hasPassed(runner: Runner | undefined): boolean {
  const context = runner?.actor.getSnapshot().context;
  return context?.arrived === true && context.because === null;
}

interface Part {
  readonly course: Course;
  readonly ends: Ends;
  /** Asked after each look at the leader. */
  readonly hear: () => Promise<void>;
  readonly nudge: () => void;
}

function runnerOf(crew: Crew, { course, ends, hear, nudge }: Part): Runner {
  const { group, functions, steps, from } = course;
  const hooks = new Hooks(crew, group.name, functions);
  const reserve = new Reserve(crew, functions);
  const { until } = crew.owner;
  const setting = { rollout: group.name, steps, guard: group.guard, until, hooks, reserve };
  const actors = new Actors(crew, group, { gates: new Gates(crew, setting, nudge), hear });
  const machine = rolloutMachine.provide({
    actors: {
      observe: fromPromise(({ input, signal }: { input: Context; signal: AbortSignal }) =>
        actors.observe(input, signal),
      ),
      shift: fromPromise(({ input }: { input: Context }) => actors.shift(input)),
      close: fromPromise(ends.close),
      leave: fromPromise(({ input }: { input: Context }) => ends.leave(input)),
      restore: fromPromise(({ input }: { input: Context }) => actors.restore(input)),
    },
  });
  const input = { steps, step: from, nowMs: () => crew.ports.clock.monotonicMs() };
  return { name: group.name, actor: createActor(machine, { clock: timers(crew.ports.clock), input }) };
}

/** What stands in the mailbox of the leader is obeyed, answered there, and told. */
async function hearWishes(
  crew: Crew,
  runners: readonly Runner[],
  obey: (what: AskedWord) => void,
): Promise<void> {
  const { ports, desk, owner } = crew;
  const wish = desk.take(Crews.leader(crew).wish);
  if (wish === null) return;
  const { what, step } = wish;
  desk.say(what === 'pause' ? { what: 'paused', step, nonce: ports.ids.nonce() } : null, null);
  await ports.tell({
    v: 1,
    type: 'wish.obeyed',
    at: ports.clock.nowMs(),
    release: owner.release,
    what,
    step,
  });
  if (what === 'pause' || what === 'resume' || what === 'approve') crew.post();
  await announceWish(crew, runners, wish);
  obey(what);
}

interface Fate {
  readonly crew: Crew;
  readonly back: (because: Because) => void;
  readonly close: () => void;
  readonly leave: () => void;
}

/** These concern every function, also where each goes back by itself. */
const shared: readonly Because['kind'][] = ['aborted', 'takenOver'];

/** After every change of any machine: one that goes back takes all along; when all have arrived, all close. */
function keepTogether(runners: readonly Runner[], { crew, back, close, leave }: Fate): void {
  const contexts = runners.map(({ actor }) => actor.getSnapshot().context);
  const forward = contexts.filter((context) => context.because === null);
  const reasons = contexts.flatMap((context) => context.because ?? []);
  const [failed] = crew.scope === 'release' ? reasons : reasons.filter(({ kind }) => shared.includes(kind));
  if (failed) {
    if (forward.length > 0)
      back(shared.includes(failed.kind) ? failed : { kind: 'sibling', text: failed.text });
    return;
  }
  if (forward.length === 0) return;
  if (forward.every((context) => context.arrived)) close();
  else if (forward.every((context) => context.evidence?.parked && context.evidence.complete)) leave();
}

/** Every signal makes a new snapshot, and every snapshot would send the signal again. */
function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      act();
    }
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

/** xstate's own clock is the machine's; ours is handed in. */
function timers(clock: Clock) {
  return {
    setTimeout: (then: (...args: unknown[]) => void, ms: number) => clock.after(ms, then),
    clearTimeout: (cancel: () => void) => cancel?.(),
  };
}
