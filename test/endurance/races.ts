/** Two deploys of the same functions at the same instant: one proceeds, the other is told who was first and writes nothing. */
import { createChance } from '../../src/core/chance';
import type { Finished } from '../../src/deploy';
import { good, openStage, type Stage, type Wishes } from '../stories/stage';
import { Requests } from './requests';
import { type Chance, keys, pick } from './wished';

/** A world of its own for so many: the seed of a world plays all of them again. */
export const racesAWorld = 10;

const people = ['ann', 'bob'] as const;
type Person = (typeof people)[number];

interface Ran {
  readonly person: Person;
  readonly finished: Finished;
  readonly endedMs: number;
  /** Carried out by AWS. */
  readonly writes: readonly string[];
}

const project = `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, handler: index.handler, role: 'arn:aws:iam::123456789012:role/orders' }
functions:
${keys.map((key) => `  ${key}: { code: ${key} }\n`).join('')}`;

export interface Raced {
  violations: string[];
  /** Whether both began in the same turn of the event loop. */
  together: number;
  winnerWrites: number;
  loserWrites: number;
  readonly wins: Map<string, number>;
}

export async function raceWorld(seed: number, count: number, raced: Raced): Promise<void> {
  const stage = await openStage({ functions: keys, alarms: false });
  const requests = new Requests();
  const next = createChance(seed);
  stage.write('lambda.config.yaml', project);
  try {
    await stage.clock.runUntil(stage.deployAs(stage.process(), { allAtOnce: true }));
    requests.listen();
    for (let at = 1; at <= count; at += 1) {
      for (const key of keys) stage.write(`${key}/index.js`, good(`${key} ${seed} ${at}`));
      const found = await race(stage, { requests, next, raced });
      raced.violations.push(...found.map((violation) => `race ${at} of world ${seed}: ${violation}`));
    }
  } finally {
    requests.stop();
    await stage.close();
  }
}

interface Course {
  readonly requests: Requests;
  readonly next: Chance;
  readonly raced: Raced;
}

async function race(stage: Stage, { requests, next, raced }: Course): Promise<string[]> {
  const first = pick(next, keys);
  const functions = keys.filter((key) => key === first || next() < 0.5);
  const lateMs = next() < 0.5 ? 0 : Math.floor(next() * 3000);
  const otherSize = next() < 0.3;
  if (lateMs === 0) raced.together += 1;
  const run = async (person: Person, startMs: number): Promise<Ran> => {
    if (startMs > 0) await new Promise<void>((resolve) => stage.clock.after(startMs, resolve));
    const finished = await stage.deployAs(stage.processOf(person), {
      ...wishesOf(person, person === 'bob' && otherSize),
      functions,
    });
    return { person, finished, endedMs: stage.clock.nowMs(), writes: requests.takeWrites(person) };
  };
  const order = next() < 0.5 ? people : [...people].reverse();
  const startsMs = [0, lateMs];
  const both = Promise.all(order.map((person, at) => run(person, startsMs[at] ?? 0)));
  return judgeRace(await stage.clock.runUntil(both), raced);
}

/** The same code; now and then other settings, so that it is another plan. */
const wishesOf = (person: Person, otherSize: boolean): Wishes => ({
  by: `${person}@${person}s-laptop`,
  from: `${person}s-laptop`,
  canary: '10%/1m',
  ...(otherSize ? { change: (spec) => ({ ...spec, config: { ...spec.config, memorySize: 512 } }) } : {}),
});

function judgeRace(runs: readonly Ran[], raced: Raced): string[] {
  const outcomes = runs.map(
    ({ person, finished: { outcome, exitCode } }) => `${person} ${outcome} (${exitCode})`,
  );
  const winner = runs.find(({ finished }) => finished.outcome === 'promoted' && finished.exitCode === 0);
  const loser = runs.find(({ finished }) => finished.outcome === 'refused' && finished.exitCode === 2);
  if (!winner || !loser) return [`they ended ${outcomes.join(' and ')}: ${problemsOf(runs)}`];
  raced.wins.set(winner.person, (raced.wins.get(winner.person) ?? 0) + 1);
  raced.winnerWrites += winner.writes.length;
  raced.loserWrites += loser.writes.length;
  return [
    ...(winner.writes.length > 0 ? [] : ['the writes of the winner were not seen']),
    ...(loser.writes.length === 0 ? [] : [`${loser.person} wrote all the same: ${loser.writes.join(', ')}`]),
    ...wordProblems(loser, winner),
  ];
}

/** Who it is, from where, and until when. */
function wordProblems({ finished, endedMs }: Ran, { person }: Ran): string[] {
  const word = finished.problems.join(' ');
  const untilMs = Date.parse(/lease until (\S+Z)/.exec(word)?.[1] ?? '');
  const named = word.includes(`${person}@${person}s-laptop rolls out release`);
  return [
    ...(named ? [] : [`it was not told of ${person}: ${word}`]),
    ...(untilMs > endedMs && untilMs <= endedMs + 120_000 ? [] : [`it was not told until when: ${word}`]),
  ];
}

const problemsOf = (runs: readonly Ran[]): string =>
  runs.flatMap(({ finished }) => finished.problems).join(' ');
