/**
 * Real processes, killed with SIGKILL at random moments of a release, and another machine that attaches afterwards. Whatever
 * the moment: every alias ends on one version with a closed record, all of a release on the same side, and the journals
 * account for every write that AWS accepted. Half of the releases have files alone, half a journal that the team shares.
 */
import { createChance } from '../../src/core/chance';
import { createClock } from '../../src/disk/clock';
import { type Moment, measure, playRound, type Round, type RoundPlan, type Usual } from './kill-round';
import { KillWorld, keys } from './kill-world';

const strategies = ['--canary 10%/45s', '--linear 25%/15s', '--rollout careful'] as const;
const real = createClock();

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** What was violated, in words; empty when nothing was. The same seed kills at the same parts of the same releases. */
export async function kills(times: number, seed: number): Promise<readonly string[]> {
  const plans = plansOf(times, createChance(seed));
  const beganMs = real.monotonicMs();
  // Two at a time: one world in which machines have files alone, one in which they share a journal.
  const halves = [false, true].map((shared, half) =>
    playAll(
      shared,
      plans.filter((_, at) => at % 2 === half),
    ),
  );
  const rounds = (await Promise.all(halves)).flat();
  report(rounds, (real.monotonicMs() - beganMs) / 1000);
  return rounds.flatMap(({ plan, round }) => round.violations.map((what) => `kill ${plan.number}: ${what}`));
}

function plansOf(times: number, chance: () => number): RoundPlan[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  return Array.from({ length: times }, (_, at) => {
    const many = 1 + Math.floor(chance() * keys.length);
    const named = [...keys].sort(() => chance() - 0.5).slice(0, many);
    const strategy = pick(strategies);
    const typed = chance() < 0.7 ? strategy : '';
    return { number: at + 1, named, strategy, typed, moment: momentOf(chance) };
  });
}

/** Most at any time; some so that a write took effect and nobody wrote it down. */
function momentOf(chance: () => number): Moment {
  if (chance() < 0.7) return { kind: 'time', part: chance() * 1.05 };
  return { kind: 'write', part: 1 - chance(), around: chance() < 0.5 ? 'before' : 'behind' };
}

interface Played {
  readonly plan: RoundPlan;
  readonly round: Round;
}

async function playAll(shared: boolean, plans: readonly RoundPlan[]): Promise<Played[]> {
  const played: Played[] = [];
  await KillWorld.use(shared, async (world) => {
    const usual = new Map<string, Usual>();
    world.write(keys, 0);
    await measure(world, { named: keys, strategy: '' });
    for (const plan of plans) {
      const measured = usual.get(plan.strategy) ?? (await measureNew(world, plan));
      usual.set(plan.strategy, measured);
      world.write(plan.named, plan.number);
      const round = await playRound(world, plan, measured);
      played.push({ plan, round });
      say(lineOf({ plan, round }, shared));
    }
  });
  return played;
}

function measureNew(world: KillWorld, { strategy, number }: RoundPlan): Promise<Usual> {
  const named = keys.slice(0, 2);
  // No other release has this code.
  world.write(named, -number);
  return measure(world, { named, strategy });
}

function lineOf({ plan, round }: Played, shared: boolean): string {
  const { kind, part } = plan.moment;
  const when = `${kind === 'time' ? 'at' : `${plan.moment.around} write`} ${(part * 100).toFixed(0)} %`;
  const how = `${plan.strategy}${plan.typed === '' ? ' (not typed again)' : ''}, ${plan.named.length} functions`;
  const taken = round.takenS === null ? 'nothing to take over' : `taken over in ${round.takenS.toFixed(0)} s`;
  const wrong = round.violations.map((what) => `\n  VIOLATION ${what}`).join('');
  return `${String(plan.number).padStart(4)} ${shared ? 's3  ' : 'file'} ${how}; killed ${when}, ${round.fell}; ${round.outcome}, ${taken}${wrong}`;
}

function report(played: readonly Played[], tookS: number): void {
  const rounds = played.map(({ round }) => round);
  const count = (of: (round: Round) => string): string => {
    const counts = new Map<string, number>();
    for (const round of rounds) counts.set(of(round), (counts.get(of(round)) ?? 0) + 1);
    return [...counts]
      .sort()
      .map(([what, many]) => `${what} ${many}`)
      .join(', ');
  };
  const sum = (of: (round: Round) => number): number => rounds.reduce((all, round) => all + of(round), 0);
  say(
    `${rounds.length} kills in ${tookS.toFixed(0)} s (${(tookS / Math.max(1, rounds.length)).toFixed(1)} s each)`,
  );
  say(`where they fell: ${count(({ fell }) => fell)}`);
  say(`outcomes: ${count(({ outcome }) => outcome)}`);
  say(`kill to take-over, world seconds: ${spread(rounds.flatMap(({ takenS }) => takenS ?? []))}`);
  say(`kill to rest, world seconds: ${spread(rounds.flatMap(({ restS }) => restS ?? []))}`);
  say(
    `writes told by their finder alone: ${sum(({ found }) => found)}; in no entry of the team: ${sum(({ lacking }) => lacking)}`,
  );
  say(`violations: ${sum(({ violations }) => violations.length)}`);
}

function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(0);
  return sorted.length === 0 ? 'none' : `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} (${sorted.length})`;
}
