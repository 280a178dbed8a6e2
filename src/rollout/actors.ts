/** What the machine's actors do: the only place where a rollout reads or writes anything. */
import { rateInterval } from '../analysis/rate';
import type { Guard } from '../config/project';
import type { Event, FunctionCounts, VersionCounts } from '../core/events';
import type { Counts } from '../core/ports';
import type { Percent } from '../core/values';
import { type Because, type Context, Contexts, type Ending, type Evidence, type Shifted } from './context';
import { type Crew, Crews, eachLane } from './crew';
import type { Gates, Word } from './gates';
import { judge, silentAlarms, type Verdict } from './judge';
import type { Lane, Written } from './lane';
import { restoreLanes, takenIn } from './leave';
import { limits } from './limits';
import { type LaneCounts, type Observation, observe } from './observe';
import { Tally } from './tally';

/** One group of aliases that move along the same steps. */
export interface Group {
  readonly name: string;
  readonly lanes: readonly Lane[];
  /** What is released behind each alias, by the alias's name. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  /** Null with --no-gate. */
  readonly guard: Guard | null;
  /** Names of alarms that cannot veto. */
  readonly ignored: ReadonlySet<string>;
}

export interface Candidate {
  /** Digest of code and configuration. */
  readonly identity: string;
  /** Names of the alarms that veto it, once its version is known. */
  readonly alarms: (version: string | null) => readonly string[];
}

/** What is asked beside the evidence, and who asks for something. */
export interface Outside {
  readonly gates: Gates;
  /** Obeys what stands in the mailbox, after each look at it. */
  readonly hear: () => Promise<void>;
}

export class Actors {
  /** Wall time at which the present step began; null before the first. */
  private sinceMs: number | null = null;
  private said = '';
  private readonly tally = new Tally();

  constructor(
    private readonly crew: Crew,
    private readonly group: Group,
    private readonly outside: Outside,
  ) {}

  /** Once nobody waits for it any more, it says nothing: the release may be over, and its last word must stay the last. */
  async observe(context: Context, unheard: AbortSignal): Promise<Evidence> {
    const { lanes, guard } = this.group;
    if (context.step > 0) this.sinceMs ??= this.crew.ports.clock.nowMs();
    const alarms = guard ? this.alarmsAt(context) : [];
    const { sinceMs, tally } = this;
    const watch = { lanes, alarms, counted: guard !== null, sinceMs, tally };
    const observation = await observe(this.crew, watch);
    await this.outside.hear();
    const now = this.hurriedBy(context);
    const verdict = judge(observation, this.group);
    const complete = observation.unread.length === 0;
    const gone = observation.gone && { kind: observation.gone.kind, text: observation.gone.because };
    const baked = Contexts.hasBaked(now);
    const evidence = { atMs: observation.atMs, complete, gone, baked };
    if (unheard.aborted) return { ...evidence, ...outcomeOf(null, verdict) };
    const word = complete && verdict.status !== 'fail' && !gone ? this.askGates(now, observation) : null;
    await this.crew.ports.tell(this.observed(context, observation, verdict));
    await this.tellHold(context, word, complete ? null : verdict);
    return { ...evidence, ...outcomeOf(word, verdict) };
  }

  /** Whoever asked for all of it a moment ago waits for nothing any more. */
  private hurriedBy(context: Context): Context {
    return { ...context, hurried: context.hurried || this.crew.desk.hurried };
  }

  private askGates(context: Context, observation: Observation): Word {
    const { status, because } = judge(observation, this.group);
    const undecided = status === 'inconclusive' ? because : null;
    return this.outside.gates.ask(context, { undecided, silent: silentAlarms(observation, this.group) });
  }

  /** Every alias of the group to the step that is taken, or as many as the evidence is fresh for. */
  async shift(context: Context): Promise<Shifted> {
    const { taking: step, evidence } = context;
    const next = context.steps[step - 1];
    if (!next || !evidence) throw new RangeError('there is no next step, or nothing allows it');
    const phase = next.weight === 100 ? 'promoted' : 'bake';
    const position = { step, weight: next.weight, phase, bakeMs: next.bakeMs } as const;
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

  /** Back to the baseline: needs ownership and nothing else. What another process has taken over is left to it. */
  async restore(context: Context): Promise<Ending> {
    const because: Because = context.because ?? { kind: 'failed', text: 'no reason was kept' };
    if (because.kind === 'takenOver') return { outcome: 'lost', because: because.text };
    if (this.crew.scope === 'release') this.crew.goingBack = true;
    const { clock, tell } = this.crew.ports;
    const { name, lanes } = this.group;
    const at = clock.nowMs();
    await tell({ v: 1, type: 'rollout.restoring', at, rollout: name, because: because.text });
    const bad = because.kind === 'failed' ? this.blamed(context) : new Map();
    return restoreLanes(this.crew, lanes, { because, bad });
  }

  /** Identity of each candidate that was spoken against; the others of the release went back without blame. */
  private blamed({ evidence, step }: Context): ReadonlyMap<string, string> {
    const against = new Set(evidence?.verdict.against);
    // Before it had any traffic an alarm says nothing of it; a hook may.
    const isBlamed = (name: string, alarms: readonly string[]) =>
      against.has(name) || (step > 0 && alarms.some((alarm) => against.has(alarm)));
    const bad = this.group.lanes.flatMap((lane) => {
      const candidate = this.group.candidates.get(lane.name);
      const named = candidate && isBlamed(lane.name, candidate.alarms(lane.versions.candidate));
      return named ? [[lane.name, candidate.identity] as const] : [];
    });
    return new Map(bad);
  }

  /** Of every function, and of the present step. */
  private alarmsAt({ step, steps }: Context): string[] {
    const { lanes, candidates } = this.group;
    const own = lanes.flatMap((lane) => candidates.get(lane.name)?.alarms(lane.versions.candidate) ?? []);
    return [...new Set([...own, ...(steps[step - 1]?.alarms ?? [])])].sort();
  }

  private async arrivedAt({ taking, steps }: Context, weight: Percent, bakeMs: number): Promise<void> {
    this.sinceMs = this.crew.ports.clock.nowMs();
    this.tally.reset();
    const place = { rollout: this.group.name, step: taking, steps: steps.length, weight, bakeMs };
    await this.crew.ports.tell({ v: 1, type: 'rollout.stepped', at: this.sinceMs, ...place });
  }

  /** What keeps it where it is, once; what could not be seen only when nothing else does. */
  private async tellHold(context: Context, word: Word | null, unseen: Verdict | null): Promise<void> {
    const { clock, tell } = this.crew.ports;
    const blind = unseen && unseen.status !== 'fail' && clock.monotonicMs() >= context.dueMs;
    const because = word?.say === 'hold' ? word.because : blind ? unseen.because : '';
    const isNews = because !== this.said;
    this.said = because;
    if (because === '' || !isNews) return;
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

function outcomeOf(word: Word | null, verdict: Verdict): Pick<Evidence, 'verdict' | 'hold' | 'parked'> {
  if (word?.say === 'fail') {
    const { because, against } = word;
    return { verdict: { status: 'fail', because, against }, hold: null, parked: false };
  }
  const hold = word?.say === 'hold' || word?.say === 'park' ? word.because : null;
  return { verdict, hold, parked: word?.say === 'park' };
}

function summarise(answers: readonly Written[]): Shifted {
  const taken = takenIn(answers);
  if (taken) return { kind: 'gone', because: { kind: taken.kind, text: taken.because } };
  const failed = answers.find(({ kind }) => kind !== 'written');
  if (!failed) return { kind: 'shifted' };
  return { kind: 'again', because: failed.kind === 'again' ? failed.because : 'the evidence grew old first' };
}

function countsOf({ lane, candidate, baseline }: LaneCounts): FunctionCounts {
  const side = (version: string, { invocations: requests, errors, p99Ms }: Counts): VersionCounts => {
    const rate = rateInterval(requests, errors);
    return { version, requests, errors, ...(rate && { rate }), ...(p99Ms !== undefined && { p99Ms }) };
  };
  return {
    key: lane.at.key,
    baseline: side(lane.versions.baseline, baseline),
    candidate: side(lane.versions.candidate ?? '', candidate),
  };
}
