/**
 * Endurance: what holds once must hold a thousand times. `npm run endurance -- [--releases 1000] [--races 100] [--kills 50] [--seed n]`.
 * Ends with 1 when anything was violated, and says with which seed it was.
 */

import { createClock } from '../../src/disk/clock';
import { raceCommands } from './command-races';
import { kills } from './kills';
import { type Raced, racesAWorld, raceWorld } from './races';
import { elapsedS, releasesAWorld, stormWorld, type Tally } from './releases';

const clock = createClock();
const racesACommandRace = 20;
const releasesAWord = 100;
const mostShown = 40;

const say = (...lines: readonly string[]): void => {
  for (const line of lines) console.log(line);
};

function numberOf(flag: string): number | null {
  const at = process.argv.indexOf(`--${flag}`);
  if (at < 0) return null;
  const value = Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`--${flag} takes a number`);
  return value;
}

async function releases(times: number, seed: number): Promise<readonly string[]> {
  const startMs = clock.monotonicMs();
  const tally: Tally = {
    outcomes: new Map(),
    struck: new Map(),
    violations: [],
    calls: 0,
    writes: 0,
    done: 0,
  };
  for (let world = seed; tally.done < times; world += 1) {
    const known = tally.violations.length;
    await stormWorld(world, Math.min(releasesAWorld, times - tally.done), tally);
    say(...tally.violations.slice(known));
    if (tally.done % releasesAWord === 0)
      say(`${tally.done} releases, ${tally.violations.length} violations`);
  }
  const spentS = elapsedS(startMs);
  const share = (hits: number) => `${((100 * hits) / tally.calls).toFixed(1)} %`;
  const struck = [...tally.struck].map(([kind, hits]) => `${kind} ${hits} (${share(hits)})`);
  say(
    `${tally.done} releases in ${spentS.toFixed(0)} s, ${(tally.done / spentS).toFixed(1)} a second, worlds ${seed} and on`,
    `outcomes: ${list(tally.outcomes)}`,
    `faults in ${tally.calls} calls: ${struck.join(', ')}`,
    `${tally.writes} writes of aliases, each in its journal unless told below`,
  );
  return tally.violations;
}

const list = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(', ');

async function races(times: number, seed: number): Promise<readonly string[]> {
  const startMs = clock.monotonicMs();
  const raced: Raced = { violations: [], together: 0, winnerWrites: 0, loserWrites: 0, wins: new Map() };
  let done = 0;
  for (let world = seed; done < times; world += 1) {
    const count = Math.min(racesAWorld, times - done);
    await raceWorld(world, count, raced);
    done += count;
  }
  say(
    `${done} races in ${elapsedS(startMs).toFixed(0)} s, ${raced.together} of them in the same turn, worlds ${seed} and on`,
    `winners: ${list(raced.wins)}; writes carried out: ${raced.winnerWrites} of winners, ${raced.loserWrites} of losers`,
  );
  return raced.violations;
}

/** A few of them between real processes. */
async function commandRaces(times: number): Promise<readonly string[]> {
  const startMs = clock.monotonicMs();
  const count = Math.ceil(times / racesACommandRace);
  const violations = await raceCommands(count);
  say(`${count} races between processes of the command in ${elapsedS(startMs).toFixed(0)} s`);
  return violations;
}

type Suite = (times: number, seed: number) => Promise<readonly string[]>;

/** By the flag that asks for it. */
const suites: readonly (readonly [string, Suite])[] = [
  ['releases', releases],
  ['races', races],
  ['races', commandRaces],
  ['kills', kills],
];

async function main(): Promise<void> {
  const seed = numberOf('seed') ?? 1;
  const violations: string[] = [];
  for (const [flag, suite] of suites) {
    const times = numberOf(flag) ?? 0;
    if (times > 0) violations.push(...(await suite(times, seed)));
  }
  say(`${violations.length} violations`, ...violations.slice(0, mostShown));
  process.exitCode = violations.length === 0 ? 0 : 1;
}

void main();
