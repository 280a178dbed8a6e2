/** What the machine's actors do: the only place where a rollout reads or writes anything. */
import type { Guard } from '../config/project';
import type { Event, FunctionCounts } from '../core/events';
import type { Percent } from '../core/values';
import type { Because, Context, Ending, Evidence, Shifted } from './context';
import { type Crew, Crews, eachLane } from './crew';
import { judge, type Verdict } from './judge';
import type { Lane, Written } from './lane';
import { restoreLanes, takenIn } from './leave';
import { limits } from './limits';
import { type LaneCounts, type Observation, observe } from './observe';

/** One group of aliases that move along the same steps. */
export interface Group {
  readonly name: string;
  readonly lanes: readonly Lane[];
  /** What is released behind each alias, by the alias's name. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Null with --no-gate. */
  readonly guard: Guard | null;
}

export interface Candidate {
  /** Digest of code and configuration. */
  readonly identity: string;
  /** Names of the alarms that veto it. */
  readonly alarms: readonly string[];
}

export class Actors {
  /** Wall time at which the present step began; null before the first. */
  private sinceMs: number | null = null;

  constructor(
    private readonly crew: Crew,
    private readonly group: Group,
  ) {}

  async observe(context: Context): Promise<Evidence> {
    const { lanes, guard } = this.group;
    const alarms = guard ? alarmsOf(this.group) : [];
    const watch = { lanes, alarms, counted: guard !== null, sinceMs: this.sinceMs };
    const observation = await observe(this.crew, watch);
    const verdict = judge(observation, guard);
    await this.crew.ports.tell(this.observed(context, observation, verdict));
    const complete = observation.unread.length === 0;
    if (!complete && verdict.status !== 'fail') await this.held(context, verdict.because);
    const gone = observation.gone && { kind: observation.gone.kind, text: observation.gone.because };
    return { atMs: observation.atMs, complete, verdict, gone };
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
      if (lane.taken === null && lane.step === position.step && lane.weight === position.weight) return true;
      const answer = await lane.write(() => (allowed() ? Crews.open(this.crew, lane, position) : null));
      answers.push(answer);
      return answer.kind === 'written';
    });
    const result = summarise(answers);
    if (result.kind === 'shifted') await this.arrivedAt(context, next.weight, next.bakeMs);
    return result;
  }

  /** Back to the baseline: needs ownership and nothing else. */
  async restore(context: Context): Promise<Ending> {
    this.crew.goingBack = true;
    const because: Because = context.because ?? { kind: 'failed', text: 'no reason was kept' };
    const { clock, tell } = this.crew.ports;
    const { name, lanes } = this.group;
    const at = clock.nowMs();
    await tell({ v: 1, type: 'rollout.restoring', at, rollout: name, because: because.text });
    const bad = because.kind === 'failed' && context.step > 0 ? this.blamed(context) : new Map();
    return restoreLanes(this.crew, lanes, { because, bad });
  }

  /** Identity of each candidate that was spoken against; the others of the release went back without blame. */
  private blamed({ evidence }: Context): ReadonlyMap<string, string> {
    const against = new Set(evidence?.verdict.against);
    const bad = [...this.group.candidates].filter(
      ([name, { alarms }]) => against.has(name) || alarms.some((alarm) => against.has(alarm)),
    );
    return new Map(bad.map(([name, { identity }]) => [name, identity]));
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

  /** The bake is over and nothing speaks against the next step, except that not everything could be seen. */
  private async held(context: Context, because: string): Promise<void> {
    const { clock, tell } = this.crew.ports;
    if (clock.monotonicMs() < context.dueMs) return;
    await tell({ v: 1, type: 'rollout.held', at: clock.nowMs(), rollout: this.group.name, because });
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
  const taken = takenIn(answers);
  if (taken) return { kind: 'gone', because: { kind: taken.kind, text: taken.because } };
  const failed = answers.find(({ kind }) => kind !== 'written');
  if (!failed) return { kind: 'shifted' };
  return { kind: 'again', because: failed.kind === 'again' ? failed.because : 'the evidence grew old first' };
}

const alarmsOf = ({ candidates }: Group): string[] =>
  [...new Set([...candidates.values()].flatMap(({ alarms }) => alarms))].sort();

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
