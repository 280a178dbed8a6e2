/**
 * Calls, processor and memory of a rollout of 500 functions that waits: `node -r ./bench/register.js bench/rollout.ts`,
 * after `npm run build`. The built CLI runs in a process of its own, `shipit deploy --local --canary 10%/1h`, against a
 * local AWS that this process serves with all functions in it; each function has 20 kB of new code and an alarm. While
 * everything is made time runs faster. From the first step on the whole form runs in real time, so that
 * shipit polls as often as it does for a user. The short form (CI=true) waits five times as fast and for fewer polls.
 *
 * Calls are counted where they arrive. Processor time is all that the process took while it waited, by the number of
 * polls, as a share of the interval between two polls: at five times the speed there is less idle time in it. It
 * contains following the clock of the local AWS, which a rollout at AWS need not do.
 *
 * Memory is the resident set. What planning and publishing needed is garbage by the time it waits, and Node gives that
 * back when it has been quiet for a while, about a minute and a half of real time: so the second half of the polls
 * counts, and in the short form, which is over before, the figure is that of a rollout that has just begun to wait.
 *
 * Exits 1 for calls or heartbeats too many, and in the whole form for memory far above the goal; processor time is told, and
 * fails nothing.
 */
import { limits } from '../src/rollout/limits';
import { beatsOf, type Poll, pollsOf } from './rollout/polls';
import { startShipit } from './rollout/shipit';
import { openStage, type Stage } from './rollout/stage';
import { type Watched, watch } from './rollout/watch';

const short = process.env.CI === 'true';

/** Of the 500, some share an alarm: two calls for alarms and four for counts are as many as a poll may need. */
const cast = { functions: 500, alarms: 200 } as const;
const span = short ? { polls: 6, speed: 5 } : { polls: 24, speed: 1 };
const makingSpeed = 20;
/** What was seen must stay fresh, for ten seconds of this, while aliases are written. */
const shiftingSpeed = 5;
const longestMakingMs = short ? 80_000 : 400_000;

const { pollMs, watchCalls } = limits;
const goals = { cloudWatch: watchCalls, lambda: 1, beatS: 40, corePercent: 2, rssMb: 150 } as const;
/** Times the goal: what is above it fails the run. Clocks of two processes differ by half a second of real time at most. */
const tolerance = { rss: 2, beatS: 0.5 * span.speed };

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const say = (met: boolean, text: string): boolean => {
  console.log(`  ${met ? 'PASS' : 'over'}  ${text}`);
  return met;
};

function callsAgree(polls: readonly Poll[]): boolean {
  const most = (count: (poll: Poll) => number): number => Math.max(...polls.map(count));
  const cloudWatch = most((poll) => poll.cloudWatch);
  const [fewest, lambda] = [Math.min(...polls.map((poll) => poll.lambda)), most((poll) => poll.lambda)];
  const others = [...new Set(polls.flatMap((poll) => poll.others))];
  return [
    say(cloudWatch <= goals.cloudWatch, `CloudWatch calls a poll: ${cloudWatch} (goal ${goals.cloudWatch})`),
    say(
      fewest === goals.lambda && lambda === goals.lambda,
      `Lambda calls a poll: ${lambda} (goal ${goals.lambda})`,
    ),
    say(others.length === 0, `other calls: ${others.join(', ') || 'none'} (goal none)`),
  ].every(Boolean);
}

function beatsAgree({ calls, seconds }: Watched): boolean {
  const { count, gapsS } = beatsOf(calls);
  const closest = gapsS.length > 0 ? Math.min(...gapsS) : null;
  const apart = closest === null ? '' : `, ${closest.toFixed(1)} s apart or more`;
  const most = Math.floor(seconds / goals.beatS) + 1;
  const met = count <= most && (closest ?? goals.beatS) >= goals.beatS - tolerance.beatS;
  return say(met, `heartbeats in ${seconds.toFixed(0)} s: ${count}${apart} (goal ${goals.beatS} s)`);
}

function usageAgrees({ cpuMs, rss }: Watched, polls: number): boolean {
  const each = cpuMs / polls;
  const percent = (100 * each) / pollMs;
  say(
    percent <= goals.corePercent,
    `processor: ${percent.toFixed(2)} % of a core, ${each.toFixed(0)} ms a poll (goal ${goals.corePercent} %)`,
  );
  const settled = rss.settledBytes / 1e6;
  const course = `${mb(rss.mostBytes)} at most while it waited, ${mb(rss.peakBytes)} ever`;
  say(settled <= goals.rssMb, `memory: ${mb(rss.settledBytes)}, ${course} (goal ${goals.rssMb} MB)`);
  return short || settled <= goals.rssMb * tolerance.rss;
}

async function wait(stage: Stage): Promise<boolean> {
  stage.clock.setSpeed(makingSpeed);
  const shipit = startShipit(stage.root, ['deploy', '--local', '--canary', '10%/1h', '--yes']);
  try {
    await shipit.said(' published\n', cast.functions, longestMakingMs);
    stage.clock.setSpeed(shiftingSpeed);
    await shipit.said('10% to the candidates', 1, longestMakingMs);
    const watched = await watch(stage, shipit, { ...span, pollMs });
    const polls = pollsOf(watched.calls, pollMs);
    const { functions, alarms } = cast;
    console.log(`a rollout of ${functions} functions and ${alarms} alarms waits, ${polls.length} polls:`);
    const agreements = [callsAgree(polls), beatsAgree(watched), usageAgrees(watched, polls.length)];
    return !agreements.includes(false);
  } finally {
    await shipit.kill();
  }
}

async function main(): Promise<void> {
  console.log(`${short ? 'Short form' : 'Whole form'}: ${JSON.stringify(span)}`);
  const stage = await openStage(cast);
  try {
    if (!(await wait(stage))) process.exitCode = 1;
  } finally {
    await stage.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
