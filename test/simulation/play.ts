/** One script, played: a release, what goes wrong with it, and who cleans up. */
import { quietAlarm } from '../../src/simulation/alarms';
import { carryOutTrouble } from './interfere';
import type { Facts, Played } from './played';
import { alarmName, candidateOf, judge } from './release';
import { type Scene, setScene } from './scene';
import { hourMs, type Script } from './script';
import { Stage } from './stage';

export interface Play extends Played {
  readonly script: Script;
  /** Calls that went wrong, by call and kind. */
  readonly hits: ReadonlyMap<string, number>;
  /** Names of the owner's calls, in their order. */
  readonly ownerCalls: readonly string[];
  readonly simulatedMs: number;
}

const longestMs = 12 * hourMs;
/** How often somebody looks whether a release waits for people. */
const remindMs = 1_500_000;

export async function play(seed: number, script: Script): Promise<Play> {
  const scene = setScene(seed, script.release, script.texts);
  const { scheduler } = scene;
  const stage = new Stage(scene, script);
  prepare(scene, script);
  stage.deploy('owner', 'owner');
  if (script.takeover === 'attach') stage.watch('watcher');
  for (const trouble of script.troubles) scheduler.after(trouble.atMs, () => carryOutTrouble(stage, trouble));
  stage.remind(remindMs);
  const untilMs = scheduler.startMs + longestMs;
  const isDone = () => stage.pending.size === 0;
  let ended = await scheduler.run(() => isDone() || isCutOff(stage), untilMs);
  if (isCutOff(stage)) {
    stage.ownerDied();
    ended = await scheduler.run(isDone, untilMs);
  }
  if (ended && stage.waitsFor() === 'approve') {
    stage.answerLater(script.answer);
    ended = await scheduler.run(isDone, untilMs);
  }
  if (ended && needsHelp(stage)) {
    stage.help();
    ended = await scheduler.run(isDone, untilMs);
  }
  if (stage.failures.length > 0) throw stage.failures[0];
  return playedOn(stage, ended);
}

/** It died at one of its own calls. */
const isCutOff = ({ owner, pending }: Stage): boolean =>
  owner !== null && !owner.process.alive && pending.has(owner.name);

/** Somebody whose credentials ended has left something behind. */
const needsHelp = ({ outcomes, scene }: Stage): boolean =>
  [...outcomes.values()].includes('stuck') ||
  [...scene.world.aliases.values()].some(({ additional }) => additional !== null);

function prepare({ world }: Scene, script: Script): void {
  const { release, alarms, badCandidate, verdict, journalMs } = script;
  world.journalMs = journalMs;
  world.answers.set(judge, () => JSON.stringify({ status: verdict, because: 'so it was' }));
  for (const { key } of release.members) world.alarms.set(alarmName(key), alarms.get(key) ?? quietAlarm);
  if (!badCandidate) return;
  for (const member of release.members) world.errorRates.set(candidateOf(release, member), 0.5);
}

function factsOf({ scene: { scheduler }, script }: Stage): Facts {
  const kinds = new Set(script.troubles.map(({ kind }) => kind));
  return {
    calm:
      script.faults.rate === 0 &&
      script.faults.focus.length === 0 &&
      script.refusals.length === 0 &&
      script.blindAtMs === null,
    faultRate: script.faults.rate,
    alarmAtMs: script.alarmAtMs,
    alarmOf: script.alarmOf,
    refused: script.refusals.length > 0,
    blind: script.blindAtMs !== null,
    skewed: script.skewsMs.length > 0 || kinds.has('jump'),
    crippled: kinds.has('deleteBaseline'),
    guarded: true,
    quietFromMs: scheduler.startMs + script.quietFromMs,
  };
}

function playedOn(stage: Stage, ended: boolean): Play {
  const { scene, script, cast, outcomes, endedMs } = stage;
  const { world, scheduler, release } = scene;
  const hits = new Map<string, number>();
  for (const { line } of cast)
    for (const [what, count] of line.hits) hits.set(what, (hits.get(what) ?? 0) + count);
  const simulatedMs = scheduler.nowMs() - scheduler.startMs;
  const ownerCalls = cast[0]?.line.names ?? [];
  const facts = factsOf(stage);
  return { world, release, cast, outcomes, endedMs, ended, facts, script, hits, ownerCalls, simulatedMs };
}
