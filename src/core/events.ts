/**
 * Everything that can be told, in one closed union: terminal, JSON lines, journal and CI all read this and nothing
 * else. schemas/event.schema.json describes the same for the outside, and a test holds the two together.
 * Times are epoch ms inside; the JSON form writes `at` as ISO 8601.
 */
import type { Outcome } from './outcome';

export interface FunctionResult {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly baseline: string | null;
  readonly candidate: string | null;
  readonly outcome: Outcome;
  readonly because: string;
}

export interface FunctionPlan {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly action: 'create' | 'update' | 'none';
  readonly baseline: string | null;
  /** One line a change: `~ memorySize 128 -> 256`, `~ code 1a2b3c4d -> 5e6f7a8b`. */
  readonly changes: readonly string[];
  readonly rollout: string;
}

export interface StepPlan {
  readonly weight: number;
  readonly bakeMs: number;
}

export interface VersionCounts {
  readonly version: string;
  readonly requests: number;
  readonly errors: number;
}

export interface FunctionCounts {
  readonly key: string;
  readonly baseline: VersionCounts;
  readonly candidate: VersionCounts;
}

/** Commands that are no release end with `<command>.finished`. */
export type CommandName = 'init' | 'validate' | 'build' | 'plan' | 'status' | 'local';

type CommandShapes = {
  [C in CommandName as `${C}.finished`]: { exitCode: number; problems: readonly string[] };
};

/** What each event carries beside `v`, `type` and `at`. */
export interface Shapes extends CommandShapes {
  'plan.made': {
    functions: readonly FunctionPlan[];
    rollouts: readonly { name: string; steps: readonly StepPlan[]; totalMs: number }[];
  };
  'artifact.built': { key: string; digest: string; bytes: number; files: number; reused: boolean };
  'preflight.checked': { title: string; ok: boolean; problems: readonly string[] };
  'release.started': {
    release: string;
    by: string;
    /** Why nothing is watched (--no-gate); null when alarms and the guard are. */
    ungated: string | null;
    functions: readonly { key: string; name: string; alias: string; description: string }[];
  };
  'function.changed': { key: string; what: 'created' | 'code' | 'configuration' };
  'version.published': { key: string; version: string; digest: string; reused: boolean };
  'smoke.tested': { key: string; version: string; sample: string; ok: boolean; because: string };
  'rollout.stepped': { rollout: string; step: number; steps: number; weight: number; bakeMs: number };
  'alias.written': {
    key: string;
    name: string;
    alias: string;
    fromRevision: string | null;
    toRevision: string;
    baseline: string;
    candidate: string | null;
    weight: number;
    phase: string;
    epoch: number;
  };
  'rollout.observed': {
    rollout: string;
    step: number;
    weight: number;
    dueMs: number;
    functions: readonly FunctionCounts[];
    alarms: readonly { name: string; state: string }[];
    verdict: 'pass' | 'fail' | 'inconclusive';
    because: string;
  };
  'rollout.held': { rollout: string; because: string };
  'rollout.restoring': { rollout: string; because: string };
  'rollout.ended': { rollout: string; outcome: Outcome; because: string };
  'release.finished': {
    release: string | null;
    outcome: Outcome;
    exitCode: number;
    functions: readonly FunctionResult[];
    /** Refusals and failures say here what is wrong, one line each. */
    problems: readonly string[];
  };
  'status.read': {
    functions: readonly {
      key: string;
      name: string;
      alias: string;
      version: string | null;
      candidate: string | null;
      weight: number;
      state: 'absent' | 'idle' | 'rollingOut' | 'unowned' | 'unreadable';
      release: string | null;
      by: string | null;
      leaseUntilMs: number | null;
    }[];
  };
  'local.ready': { endpoint: string; folder: string; speed: number };
  'local.slowed': { because: string };
  warning: { message: string; hint: string };
}

export type EventType = keyof Shapes;

export type Event = {
  [T in EventType]: { readonly v: 1; readonly type: T; readonly at: number } & Readonly<Shapes[T]>;
}[EventType];

export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
