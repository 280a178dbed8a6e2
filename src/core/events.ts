/**
 * Everything that can be told, in one closed union: terminal, JSON lines, journal and CI all read this and nothing
 * else. schemas/event.schema.json describes the same for the outside, and a test holds the two together.
 * Times are epoch ms inside; the JSON form writes `at` as ISO 8601.
 */
import type { AsideShapes } from './asides';
import type { ArtifactShapes } from './built';
import type { ToldFault } from './errors';
import type { Outcome } from './outcome';
import type { AskedRelease, CommandName, ControlShapes, Whereabouts } from './told';

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
  /** `settings`: no new version, only settings of the function as a whole. */
  readonly action: 'create' | 'update' | 'settings' | 'none';
  readonly baseline: string | null;
  /** One line a change: `~ memorySize 128 -> 256`, `~ code 1a2b3c4d -> 5e6f7a8b`. */
  readonly changes: readonly string[];
  readonly rollout: string;
  /** Null when the code is the same. */
  readonly code: CodePlan | null;
  /** What a person should know beforehand, and what will not happen. */
  readonly notes: readonly string[];
  /** Live settings that differ from what was released last; null when nobody looked. */
  readonly drift: readonly string[] | null;
}

export interface CodePlan {
  readonly fromBytes: number | null;
  readonly toBytes: number;
  /** `~ index.js`, `+ lib/new.js`, `- lib/old.js`; null when nobody looked into the zips. */
  readonly files: readonly string[] | null;
  /** SHA-256 of what will run, as Lambda will tell it; absent in journals of before. */
  readonly digest?: string;
}

export interface StepPlan {
  readonly weight: number;
  readonly bakeMs: number;
  /** Names of hooks and alarms of this step alone; absent for none. */
  readonly hooks?: readonly string[];
  readonly alarms?: readonly string[];
  /** Waits for a person when it has baked; absent when nobody has to approve. */
  readonly approval?: { readonly expiresMs: number; readonly otherwise: 'rollback' | 'continue' };
}

export interface VersionCounts {
  readonly version: string;
  readonly requests: number;
  readonly errors: number;
  /** Between which rates of errors, 0 to 1, the true one lies, however often one looks; absent without requests. */
  readonly rate?: { readonly low: number; readonly high: number };
  /** 99 of 100 requests took no longer, in the last minute with requests; absent where nobody asked. */
  readonly p99Ms?: number;
}

export interface FunctionCounts {
  readonly key: string;
  readonly baseline: VersionCounts;
  readonly candidate: VersionCounts;
}

/** One thing at AWS that `destroy` takes away. */
export interface Removable {
  readonly kind: 'alias' | 'alarm' | 'function' | 'role' | 'layer';
  /** Of the function or layer in the project file. */
  readonly key: string;
  /** At AWS; of an alias with its function, `orders-api:live`; of alarms all that a function has, with commas. */
  readonly name: string;
}

/** What `destroy` leaves, and why. */
export interface Kept {
  /** `log group`, `role`: what they are, for people. */
  readonly what: string;
  readonly names: readonly string[];
  readonly because: string;
}

/** Where one value of a project came from. */
export interface ValueOrigin {
  /** `functions.api.timeout`. */
  readonly path: string;
  /** `lambda.config.yaml:12:5`; null for what follows from something else, or was typed. */
  readonly at: string | null;
  /** `defaults`, `stage prod`; empty for what is said at the place itself. */
  readonly section: string;
}

type CommandShapes = {
  [C in CommandName as `${C}.finished`]: {
    exitCode: number;
    problems: readonly string[];
    faults?: readonly ToldFault[];
  };
};

/** What each event carries beside `v`, `type` and `at`. */
export interface Shapes extends CommandShapes, ControlShapes, ArtifactShapes, AsideShapes {
  'plan.made': {
    functions: readonly FunctionPlan[];
    /** `endsAtMs`: when the last step is over if it begins now and nothing speaks against it. */
    rollouts: readonly { name: string; steps: readonly StepPlan[]; totalMs: number; endsAtMs: number }[];
    /** Own layers that will be published, and changes of roles that shipit makes. */
    layers: readonly { key: string; name: string; digest: string; bytes: number }[];
    roles: readonly { name: string; changes: readonly string[] }[];
    /** Old versions of own layers that are removed once all of it is out; absent for none. */
    surplus?: readonly { key: string; name: string; versions: readonly number[] }[];
  };
  'artifact.built': { key: string; digest: string; bytes: number; files: number; reused: boolean };
  'preflight.checked': { title: string; ok: boolean; problems: readonly string[] };
  'release.started': {
    release: string;
    by: string;
    /** Why nothing is watched (--no-gate); null when alarms and the guard are. */
    ungated: string | null;
    /** What --reason said, for going without gate or without steps; null without. */
    reason: string | null;
    functions: readonly { key: string; name: string; alias: string; description: string }[];
    /** Machine or run of CI; absent in journals of before. */
    from?: string;
    /** Commit of the project; null where there is none. */
    commit?: string | null;
    /** Whether files of the project are not as they were committed; absent or null where nobody knows. */
    dirty?: boolean | null;
    /** Alarms that fire or may fire, and cannot veto. */
    ignored?: readonly string[];
    /** How it was asked for: with it, whoever takes it over comes to the same course. */
    asked?: AskedRelease;
  };
  'function.changed': { key: string; what: 'created' | 'code' | 'configuration' | 'settings' };
  'role.kept': { name: string; what: 'made' | 'changed' };
  'layer.published': { arn: string };
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
    /** Those of the problems that have a place in a file of the project. */
    faults?: readonly ToldFault[];
    /** True for a rollback that somebody asked for, with who that was and where; absent for the end of a release. */
    byHand?: boolean;
    by?: string;
    from?: string;
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
      /** Of an open record; absent otherwise. */
      step?: number;
      phase?: string;
      dueMs?: number;
      /** `paused`, `waiting`, `held`, or what was asked and is not obeyed yet; null for nothing. */
      wish?: string | null;
    }[];
    /** Flags by which it was asked. */
    where?: Whereabouts;
    /** How releases that are left for a person were asked for, by their ids, as far as a journal at hand tells. */
    asked?: { readonly [release: string]: AskedRelease };
  };
  'destroy.planned': {
    project: string;
    stage: string | null;
    account: string;
    region: string;
    /** In the order in which it goes. */
    goes: readonly (Removable & { about: string })[];
    absent: readonly Removable[];
    stays: readonly Kept[];
  };
  /** One thing had its turn. */
  'destroy.done': Removable & { ok: boolean; because: string };
  'config.read': {
    file: string;
    stage: string | null;
    /** A project file that says everything. */
    config: object;
    /** Empty unless they were asked for. */
    origins: readonly ValueOrigin[];
  };
  'local.ready': { endpoint: string; folder: string; speed: number };
  'local.slowed': { because: string };
  /** The page that --web serves, with what lets somebody in: told, and kept nowhere. */
  'web.ready': { url: string };
  warning: { message: string; hint: string };
}

export type EventType = keyof Shapes;

export type Event = {
  [T in EventType]: { readonly v: 1; readonly type: T; readonly at: number } & Readonly<Shapes[T]>;
}[EventType];

export type EventOf<T extends EventType> = Extract<Event, { type: T }>;
