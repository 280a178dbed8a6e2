/** What is told of a release beside its steps: who asked what of it, what it waits for, what it comes to in the end. */
import type { Shapes } from './events';
import type { Outcome } from './outcome';

/** Commands that are no release end with `<command>.finished`. */
export type CommandName =
  | 'init'
  | 'validate'
  | 'config'
  | 'build'
  | 'verify'
  | 'bootstrap'
  | 'plan'
  | 'status'
  | 'local'
  | 'destroy'
  | ControlName
  | 'history'
  | 'doctor'
  | 'completion';

/** What is asked of a release under way from any machine; `attach` asks nothing and follows. */
export type ControlName = 'pause' | 'resume' | 'approve' | 'promote' | 'abort' | 'attach';

/** When a hook is asked. */
export type HookTime = 'preTraffic' | 'afterStep' | 'postTraffic' | 'onRollback';

/**
 * The flags that say which project file, and where at AWS: whoever means the same release types them again. Each null when
 * it was not typed; absent in journals of before.
 */
export interface Whereabouts {
  readonly config?: string | null;
  readonly stage: string | null;
  readonly alias: string | null;
  readonly region?: string | null;
  readonly profile?: string | null;
  /** Null for AWS itself. */
  readonly local?: { readonly port: number | null } | null;
}

/** The part of a release that comes from flags. */
export interface AskedRelease extends Whereabouts {
  /** Function keys, sorted. */
  readonly functions: readonly string[];
  /** Strategy, name of a rollout and bake as they were typed. */
  readonly choice: object;
  readonly gated: boolean;
}

/** One release as its journal tells it. */
export interface ReleaseStory {
  readonly release: string;
  readonly startedMs: number;
  /** Null while it runs, or when its process died and nobody took it over. */
  readonly endedMs: number | null;
  readonly by: string;
  readonly from: string | null;
  readonly commit: string | null;
  /** Whether its files were not as committed; null where nobody said. */
  readonly dirty?: boolean | null;
  readonly outcome: Outcome | null;
  readonly because: string;
  /** Until when it is kept for a person, as far as its journal tells; absent when it does not wait. */
  readonly leftUntilMs?: number;
  readonly functions: readonly FunctionStory[];
  /** In words, oldest first: what people and hooks did to it. */
  readonly marks: readonly { readonly at: number; readonly text: string }[];
  /** What was planned, of the one release that was asked for; null in journals of before. */
  readonly plan?: Shapes['plan.made'] | null;
}

export interface FunctionStory {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly baseline: string | null;
  readonly candidate: string | null;
  readonly outcome: Outcome | null;
  readonly because: string;
  readonly weights: readonly { readonly at: number; readonly weight: number }[];
  /** SHA-256 of its code; null when nothing was published. */
  readonly digest?: string | null;
}

/** An alias as it stood when its owner was dead. */
export interface FoundAlias {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly revision: string;
  readonly version: string;
  /** Of its record. */
  readonly weight: number;
  readonly phase: string;
}

/** Events about a release under way, and those of commands that ask something of it. */
export interface ControlShapes {
  /** Another process goes on with it, or takes it back. */
  'release.takenOver': {
    release: string;
    by: string;
    from: string;
    epoch: number;
    because: string;
    /** Aliases whose last write the journal at hand does not tell; absent in journals of before. */
    found?: readonly FoundAlias[];
    /** Flags of whoever takes it over; absent in journals of before. */
    where?: Whereabouts;
  };
  /** What was asked from outside, and obeyed. */
  'wish.obeyed': { release: string; what: string; step: number };
  'rollout.paused': { rollout: string; step: number; weight: number };
  'rollout.resumed': { rollout: string; step: number; weight: number };
  /** For a person (`approval`), or because the process leaves here (`until`). */
  'rollout.waiting': {
    rollout: string;
    step: number;
    weight: number;
    for: 'approval' | 'until';
    expiresMs: number;
    then: 'rollback' | 'continue';
  };
  'rollout.approved': { rollout: string; step: number };
  'hook.ran': {
    rollout: string;
    when: HookTime;
    step: number;
    /** Of the function it was asked about; null for all of the rollout. */
    key: string | null;
    hook: string;
    status: 'pass' | 'fail' | 'inconclusive';
    because: string;
    tookMs: number;
  };
  /** Provisioned concurrency of a version: 0 when it was taken away. */
  'capacity.changed': { key: string; version: string; amount: number; ready: boolean };
  'alarm.kept': { name: string; what: 'made' | 'removed' };
  'versions.pruned': { key: string; versions: readonly string[] };
  'control.sent': {
    what: ControlName;
    release: string;
    step: number;
    by: string;
    /** Flags of whoever asks; absent in journals of before. */
    where?: Whereabouts;
  };
  'history.read': {
    /** Newest first. */
    releases: readonly ReleaseStory[];
    /** The one that was asked for; absent for a list. */
    release?: string;
  };
}
