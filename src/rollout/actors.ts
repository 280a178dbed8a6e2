/** What the machine's actors do: the only place where a rollout reads or writes anything. */
import type { Guard } from '../config/project';
import type { Event, FunctionCounts } from '../core/events';
import { unjudged } from '../core/record';
import type { Percent } from '../core/values';
import { AliasTargets } from '../release/alias';
import { type Crew, Crews, eachLane, insist } from './crew';
import { judge, type Verdict } from './judge';
import type { Lane, Written } from './lane';
import { limits } from './limits';
import type { Because, Context, Ending, Evidence, Shifted } from './machine';
import { type LaneCounts, type Observation, observe } from './observe';

/** One group of aliases that move along the same steps. */
export interface Group {
  readonly name: string;
  readonly lanes: readonly Lane[];
  readonly alarms: readonly string[];
  /** Null with --no-gate. */
  readonly guard: Guard | null;
  /** Digest of code and configuration of each candidate, by alias name. */
  readonly identities: ReadonlyMap<string, string>;
}

export class Actors {
  /** Wall time at which the present step began; null before the first. */
  private sinceMs: number | null = null;

  constructor(
    private readonly crew: Crew,
    private readonly group: Group,
  ) {}

  async observe(context: Context): Promise<Evidence> {
    const { lanes, alarms, guard } = this.group;
    const watch = { lanes, alarms: guard ? alarms : [], counted: guard !== null, sinceMs: this.sinceMs };
    const observation = await observe(this.crew, watch);
    const verdict = judge(observation, guard);
    await this.crew.ports.tell(this.observed(context, observation, verdict));
    const gone = observation.gone && { kind: observation.gone.kind, text: observation.gone.because };
    return { atMs: observation.atMs, complete: observation.unread.length === 0, verdict, gone };
  }

  /** Every alias of the group to the next step, or as many as the evidence is fresh for. */
  async shift(context: Context): Promise<Shifted> {
    const next = context.steps[context.step];
    const evidence = context.evidence;
    if (!next || !evidence) throw new RangeError('there is no next step, or nothing allows it');
    const phase = next.weight === 100 ? 'promoted' : 'bake';
    const position = { step: context.step + 1, weight: next.weight, phase, bakeMs: next.bakeMs } as const;
    const { clock } = this.crew.ports;
    const allowed = () => !this.crew.goingBack && clock.monotonicMs() - evidence.atMs <= limits.freshMs;
    const answers: Written[] = [];
    await eachLane(this.group.lanes, limits.atOnce, async (lane) => {
      if (lane.fate === 'ours' && lane.step === position.step && lane.weight === position.weight) return true;
      const answer = await lane.write(() => (allowed() ? Crews.open(this.crew, lane, position) : null));
      answers.push(answer);
      return answer.kind === 'written';
    });
    const result = summarise(answers);
    if (result.kind === 'shifted') await this.arrivedAt(context, next.weight, next.bakeMs);
    return result;
  }

  /** The candidate becomes the version that was good before; traffic does not move any more. */
  async close(): Promise<Ending> {
    const answers = await this.finish((lane) => {
      const { baseline, candidate } = lane.versions;
      return { version: candidate ?? baseline, previous: baseline, bad: null };
    });
    const text = 'every step passed';
    const failed = answers.find((answer) => answer.kind === 'again');
    // All traffic is where it should be; only the record could not be closed, and the next release refuses it by name.
    return { outcome: 'promoted', because: failed ? `${text}; a record could not be closed` : text };
  }

  /** Back to the baseline: needs ownership and nothing else. */
  async restore(context: Context): Promise<Ending> {
    this.crew.goingBack = true;
    const because: Because = context.because ?? { kind: 'failed', text: 'no reason was kept' };
    const blamed = because.kind === 'failed' && context.step > 0;
    const { clock, tell } = this.crew.ports;
    await tell({
      v: 1,
      type: 'rollout.restoring',
      at: clock.nowMs(),
      rollout: this.group.name,
      because: because.text,
    });
    const answers = await this.finish((lane) => {
      const bad = blamed ? (this.group.identities.get(lane.name) ?? unjudged) : unjudged;
      return { version: lane.versions.baseline, previous: lane.versions.previous, bad };
    });
    return endingOf(because, answers);
  }

  private async finish(
    to: (lane: Lane) => { version: string; previous: string | null; bad: string | null },
  ): Promise<Written[]> {
    const { release, epoch } = this.crew.owner;
    const answers: Written[] = [];
    await eachLane(this.group.lanes, this.group.lanes.length, async (lane) => {
      answers.push(
        await insist(this.crew, lane, () =>
          AliasTargets.done({ release, epoch, ...to(lane) }, lane.userText),
        ),
      );
      return true;
    });
    return answers;
  }

  private async arrivedAt(context: Context, weight: Percent, bakeMs: number): Promise<void> {
    this.sinceMs = this.crew.ports.clock.nowMs();
    const place = {
      rollout: this.group.name,
      step: context.step + 1,
      steps: context.steps.length,
      weight,
      bakeMs,
    };
    await this.crew.ports.tell({ v: 1, type: 'rollout.stepped', at: this.sinceMs, ...place });
  }

  private observed(context: Context, observation: Observation, verdict: Verdict): Event {
    const { clock } = this.crew.ports;
    const weight = context.step === 0 ? 0 : (context.steps[context.step - 1]?.weight ?? 0);
    return {
      v: 1,
      type: 'rollout.observed',
      at: clock.nowMs(),
      rollout: this.group.name,
      step: context.step,
      weight,
      dueMs: clock.nowMs() + Math.max(0, context.dueMs - clock.monotonicMs()),
      functions: observation.counts.map(countsOf),
      alarms: observation.alarms.map(({ name, state }) => ({ name, state })),
      verdict: verdict.status,
      because: verdict.because,
    };
  }
}

function summarise(answers: readonly Written[]): Shifted {
  const gone = answers.find((answer) => answer.kind === 'foreign' || answer.kind === 'byHand');
  if (gone && (gone.kind === 'foreign' || gone.kind === 'byHand')) {
    return { kind: 'gone', because: { kind: gone.kind, text: gone.because } };
  }
  return { kind: answers.every((answer) => answer.kind === 'written') ? 'shifted' : 'again' };
}

const outcomes = {
  failed: 'rolledBack',
  blind: 'rolledBack',
  byHand: 'rolledBack',
  sibling: 'rolledBack',
  aborted: 'aborted',
  foreign: 'lost',
} as const;

/** Stuck outweighs lost, and lost outweighs the reason: the louder one is what somebody must act on. */
function endingOf(because: Because, answers: readonly Written[]): Ending {
  const stuck = answers.find((answer) => answer.kind === 'again');
  if (stuck?.kind === 'again')
    return { outcome: 'stuck', because: `${because.text}; could not restore: ${stuck.because}` };
  const foreign = answers.find((answer) => answer.kind === 'foreign');
  if (foreign?.kind === 'foreign' && because.kind !== 'foreign')
    return { outcome: 'lost', because: `${because.text}; ${foreign.because}` };
  return { outcome: outcomes[because.kind], because: because.text };
}

function countsOf({ lane, candidate, baseline }: LaneCounts): FunctionCounts {
  const side = (version: string, counts: { invocations: number; errors: number }) => ({
    version,
    requests: counts.invocations,
    errors: counts.errors,
  });
  return {
    key: lane.at.key,
    baseline: side(lane.versions.baseline, baseline),
    candidate: side(lane.versions.candidate ?? '', candidate),
  };
}
