/**
 * The proof of the rollout engine: production code over a simulated world in virtual time.
 * `npm run simulate -- [--seeds 20000] [--base-seed n] [--crash-matrix] [--mutants] [--liveness]`, and one play alone with
 * all that happened in it: `--seed n [--liveness] [--trace]`. Ends with 1 when anything was broken.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { seedOfCommit } from '../seed';
import { canonicals } from './canonical';
import { digestOf, linesOf } from './history';
import { type Job, nameOf, playSeed } from './jobs';
import { type Mutant, mutants } from './mutants';
import { sideBySide, workAlone, workOff } from './pool';
import { cellsBelow, faultTable, neededHits, outcomeLine, recoveryLines, speedLine } from './report';
import { addTally, newTally, type Tally } from './tally';

const clock = createClock();
const usualSeeds = 20_000;
const chunk = 250;
const mostShown = 40;
/** How many seeds a mutant gets before it counts as not caught. */
const mutantSeeds = 9000;
/** Whether a planted bug can be seen is no matter of luck: its plays are the same at each commit. */
const mutantsFrom = 1;
const mutantChunk = 100;

const has = (flag: string): boolean => process.argv.includes(`--${flag}`);

function numberOf(flag: string): number | null {
  const at = process.argv.indexOf(`--${flag}`);
  if (at < 0) return null;
  const value = Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value)) throw new RangeError(`--${flag} takes a number`);
  return value;
}

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

const kept = (): { swarm: number[]; liveness: number[] } =>
  JSON.parse(readFileSync(join(__dirname, 'seeds.json'), 'utf8'));

/** The seeds that once failed, then as many as were asked for. */
function seedJobs(kind: 'swarm' | 'liveness', from: number, count: number): Job[] {
  const old = kept()[kind].map((seed): Job => ({ kind, from: seed, count: 1 }));
  const parts = Math.ceil(count / chunk);
  return [
    ...old,
    ...Array.from({ length: parts }, (_, index): Job => {
      const begin = index * chunk;
      return { kind, from: from + begin, count: Math.min(chunk, count - begin) };
    }),
  ];
}

function replayOf(play: string): string {
  const seed = /^(liveness )?seed (\d+)$/.exec(play);
  if (!seed) return `npm run simulate -- --crash-matrix --only "${play.split(' / ')[0]}"`;
  return `npm run simulate -- --seed ${seed[2]}${seed[1] ? ' --liveness' : ''} --trace`;
}

function sayBroken({ broken }: Tally): boolean {
  for (const { play, sentence } of broken.slice(0, mostShown))
    say(`  ${play}: ${sentence}`, `    ${replayOf(play)}`);
  const more = broken.length - mostShown;
  if (more > 0) say(`  and ${more} more`);
  say(`${broken.length} violations`);
  return broken.length === 0;
}

/** Answers whether all of it held. */
async function runJobs(title: string, jobs: readonly Job[]): Promise<Tally> {
  const startMs = clock.monotonicMs();
  const tally = newTally();
  await workOff(jobs, (part) => addTally(tally, part));
  say('', `== ${title}`, speedLine(tally, clock.monotonicMs() - startMs), `outcomes: ${outcomeLine(tally)}`);
  say(...recoveryLines(tally));
  return tally;
}

async function swarm(count: number, from: number): Promise<boolean> {
  const tally = await runJobs(`swarm: ${count} seeds from ${from}`, seedJobs('swarm', from, count));
  const missing = cellsBelow(tally, neededHits(count));
  say(...faultTable(tally), ...missing.map((cell) => `  not tried enough: ${cell}`));
  return sayBroken(tally) && missing.length === 0;
}

async function liveness(count: number, from: number): Promise<boolean> {
  return sayBroken(
    await runJobs('liveness: one immune, the others broken for good', seedJobs('liveness', from, count)),
  );
}

async function crashMatrix(): Promise<boolean> {
  const parts = 4;
  const at = process.argv.indexOf('--only');
  const chosen = canonicals.filter(({ name }) => at < 0 || name === process.argv[at + 1]);
  const jobs = chosen.flatMap(({ name }) =>
    Array.from({ length: parts }, (_, part): Job => ({ kind: 'matrix', canonical: name, part, parts })),
  );
  return sayBroken(await runJobs(`crash matrix: every call of ${chosen.length} rollouts`, jobs));
}

async function mutantsCaught(from: number): Promise<boolean> {
  const startMs = clock.monotonicMs();
  let caught = 0;
  say('', '== mutants');
  await sideBySide(mutants, async (mutant) => {
    if (await isCaught(mutant, from)) caught += 1;
  });
  const tookS = (clock.monotonicMs() - startMs) / 1000;
  say(`${caught} of ${mutants.length} mutants caught, ${tookS.toFixed(1)} s`);
  return caught === mutants.length;
}

function jobsFor({ rollout }: Mutant, from: number): Job[] {
  const seeds = Array.from({ length: mutantSeeds / mutantChunk }, (_, index): Job => {
    return { kind: 'swarm', from: from + index * mutantChunk, count: mutantChunk };
  });
  return rollout === undefined
    ? seeds
    : [{ kind: 'matrix', canonical: rollout, part: 0, parts: 1 }, ...seeds];
}

async function isCaught(mutant: Mutant, from: number): Promise<boolean> {
  const { name, caughtBy } = mutant;
  let played = 0;
  let by: string | null = null;
  const others = new Set<string>();
  await workAlone(['--mutant', name], jobsFor(mutant, from), ({ plays, broken }) => {
    played += plays;
    for (const { sentence } of broken) others.add(sentence.split(':')[0] ?? '');
    by =
      broken.find(({ sentence }) => caughtBy.some((one) => sentence.startsWith(`${one}:`)))?.sentence ?? null;
    return by !== null;
  });
  const instead = others.size > 0 ? `, but by ${[...others].join(', ')}` : '';
  const seen = by ?? `NOT CAUGHT by ${caughtBy.join(' or ')}${instead}`;
  say(`${name}: ${seen} (after ${played} plays)`);
  return by !== null;
}

async function one(seed: number): Promise<boolean> {
  const kind = has('liveness') ? 'liveness' : 'swarm';
  const { played, broken } = await playSeed(kind, seed);
  const lines = linesOf(played);
  if (has('trace')) say(...lines);
  say(...broken, `${nameOf(kind, seed)}: digest ${digestOf(lines)}`, `${broken.length} violations`);
  return broken.length === 0;
}

async function main(): Promise<void> {
  const seed = numberOf('seed');
  if (seed !== null) {
    process.exitCode = (await one(seed)) ? 0 : 1;
    return;
  }
  const from = numberOf('base-seed') ?? seedOfCommit();
  const isPart = has('crash-matrix') || has('mutants') || has('liveness');
  const count = numberOf('seeds') ?? (isPart ? 0 : usualSeeds);
  const results: boolean[] = [];
  if (count > 0) results.push(await swarm(count, from));
  if (has('liveness')) results.push(await liveness(Math.max(1000, Math.floor(count / 10)), from));
  if (has('crash-matrix')) results.push(await crashMatrix());
  if (has('mutants')) results.push(await mutantsCaught(numberOf('base-seed') ?? mutantsFrom));
  process.exitCode = results.every(Boolean) ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
