/** What is known of a release. The live view, the plain lines, the page and the reports read this and nothing else. */
import type { EventOf, FunctionCounts, VersionCounts } from '../core/events';
import type { Outcome } from '../core/outcome';
import type { AskedRelease, Whereabouts } from '../core/told';
import type { Row } from './standing';
import { emptyTimeline, type Timeline } from './timeline';

export interface FunctionView {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  /** Null until it is known with which others it moves. */
  readonly rollout: string | null;
  readonly baseline: string | null;
  readonly candidate: string | null;
  /** Percent of requests that go to the candidate. */
  readonly weight: number;
  /** The one version that serves since the last write of the alias; null while two do, and before any write. */
  readonly serves: string | null;
  /** What happened to it last, before the rollout. */
  readonly doing: string;
  readonly counts: FunctionCounts | null;
  /** What both versions had in the steps before; null before the second. */
  readonly earlier: Totals | null;
  /** SHA-256 of its code, once somebody said. */
  readonly digest: string | null;
  /** How it ended, and why; null while it has not. */
  readonly result: Result | null;
  /** What was seen of it so far, oldest first; a long rollout keeps every second one, again and again. */
  readonly points: readonly Point[];
}

export interface Total {
  readonly requests: number;
  readonly errors: number;
}

export interface Totals {
  readonly baseline: Total;
  readonly candidate: Total;
}

export interface Result {
  readonly outcome: Outcome;
  readonly because: string;
}

/** One look at both versions. Counts are those of the step so far. */
export interface Point {
  readonly atMs: number;
  readonly weight: number;
  readonly step: number;
  readonly baseline: VersionCounts;
  readonly candidate: VersionCounts;
}

export interface RolloutView {
  readonly name: string;
  /** 0 before the first. */
  readonly step: number;
  /** 0 while nobody has said. */
  readonly steps: number;
  readonly weight: number;
  /** When the present bake is over, epoch ms. */
  readonly dueMs: number;
  readonly alarms: readonly { readonly name: string; readonly state: string }[];
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | null;
  readonly because: string;
  /** Why it waits, goes back, or both; null when it does not. */
  readonly held: string | null;
  readonly back: string | null;
  /** What a person has to do before it goes on; null when nobody has to. */
  readonly waits: Waits | null;
  /** Hooks that were asked in the present step. */
  readonly hooks: readonly { readonly name: string; readonly status: string; readonly because: string }[];
  readonly outcome: Outcome | null;
}

export interface Waits {
  readonly for: 'resume' | 'approval' | 'until';
  readonly step: number;
  /** Null while nobody has said. */
  readonly expiresMs: number | null;
  readonly then: 'rollback' | 'continue';
}

export interface View {
  readonly release: string | null;
  readonly by: string | null;
  /** Machine or run of CI, and commit of the project, as far as somebody said. */
  readonly from: string | null;
  readonly commit: string | null;
  /** Files of the project were not as committed. */
  readonly dirty: boolean;
  readonly startedMs: number | null;
  /** Digests of what was built before the plan was made, by function key. */
  readonly built: ReadonlyMap<string, string>;
  /** The last one that was made; null in journals of before. */
  readonly plan: EventOf<'plan.made'> | null;
  /** How it was asked for; null when nobody has said. */
  readonly asked: AskedRelease | null;
  /** The flags by which this release is meant here. */
  readonly where: Whereabouts | null;
  /** Who goes on with it, when its owner does not. */
  readonly takenOver: { readonly by: string; readonly from: string; readonly because: string } | null;
  /** The last rows, of a release that is only looked at. */
  readonly followed: readonly Row[] | null;
  readonly functions: ReadonlyMap<string, FunctionView>;
  readonly rollouts: ReadonlyMap<string, RolloutView>;
  readonly finished: EventOf<'release.finished'> | null;
  /** How the release as a whole stands; null while somebody drives it. */
  readonly ended: Ended | null;
  /** What was wrong in the end: of a release, or of the command at hand. */
  readonly problems: readonly string[];
  /** What was warned of before the release began, each once; later warnings are marks on the timeline. */
  readonly forewarned: readonly Warned[];
  readonly timeline: Timeline;
}

export interface Warned {
  readonly message: string;
  readonly hint: string;
}

export interface Ended extends Result {
  readonly atMs: number;
}

export const emptyView: View = {
  release: null,
  by: null,
  from: null,
  commit: null,
  dirty: false,
  startedMs: null,
  built: new Map(),
  plan: null,
  asked: null,
  where: null,
  takenOver: null,
  followed: null,
  functions: new Map(),
  rollouts: new Map(),
  finished: null,
  ended: null,
  problems: [],
  forewarned: [],
  timeline: emptyTimeline,
};

/** The rollout a function moves with; the only one there is when nobody named it. */
export function rolloutOf(view: View, entry: FunctionView): RolloutView | null {
  if (entry.rollout !== null) return view.rollouts.get(entry.rollout) ?? null;
  const [only, another] = view.rollouts.values();
  return only && !another ? only : null;
}

export type FunctionChange = Partial<Omit<FunctionView, 'key'>>;

/** All of them at once: a poll of five hundred functions would otherwise copy five hundred of them five hundred times. */
export function setFunctions(view: View, changes: readonly (readonly [string, FunctionChange])[]): View {
  const functions = new Map(view.functions);
  for (const [key, change] of changes)
    functions.set(key, { ...(functions.get(key) ?? unknownFunction(key)), ...change });
  return { ...view, functions };
}

const unknownFunction = (key: string): FunctionView => ({
  key,
  name: key,
  alias: '',
  rollout: null,
  baseline: null,
  candidate: null,
  weight: 0,
  serves: null,
  doing: '',
  counts: null,
  earlier: null,
  digest: null,
  result: null,
  points: [],
});

export function setRollout(view: View, name: string, change: Partial<RolloutView>): View {
  const known: RolloutView = view.rollouts.get(name) ?? {
    name,
    step: 0,
    steps: 0,
    weight: 0,
    dueMs: 0,
    alarms: [],
    verdict: null,
    because: '',
    held: null,
    back: null,
    waits: null,
    hooks: [],
    outcome: null,
  };
  return { ...view, rollouts: new Map(view.rollouts).set(name, { ...known, ...change }) };
}
