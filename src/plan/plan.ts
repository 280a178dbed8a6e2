import type { Artifact } from '../artifact/artifact';
import type { FunctionSpec, Guard } from '../config/project';
import type { LiveFunction, PublishedVersion } from '../core/function';
import type { AliasState } from '../core/ports';
import type { Parsed } from '../core/record';
import type { AliasRef, Percent } from '../core/values';

/** One stop of a rollout. The last one has 100 % and its bake is what the strategy calls `bakeAfter`. */
export interface Step {
  readonly weight: Percent;
  readonly bakeMs: number;
}

/** What AWS has now for one function. */
export interface Live {
  readonly alias: AliasState | null;
  readonly record: Parsed;
  /** The version the alias serves (the baseline while a rollout runs); null without alias. */
  readonly serving: LiveFunction | null;
  /** $LATEST; null when there is no such function, and for a function that does not change: nobody asked then. */
  readonly latest: LiveFunction | null;
  /** Published versions, oldest first; empty when nobody asked. */
  readonly versions: readonly PublishedVersion[];
}

/** What will be done with one function, and why. */
export interface FunctionPlan {
  readonly spec: FunctionSpec;
  readonly ref: AliasRef;
  readonly artifact: Artifact;
  readonly live: Live;
  /** `create`: no alias yet, so nobody calls it and there is nothing to shift. */
  readonly action: 'create' | 'update' | 'none';
  /** One line a change, `~ memorySize 128 -> 256`. */
  readonly changes: readonly string[];
  /** A published version that already is what is wanted; it becomes the candidate. */
  readonly reuse: string | null;
  /** Eight hex digits of code and configuration: how a rolled-back candidate is known again. */
  readonly identity: string;
}

export interface RolloutPlan {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Functions of the plan with action `update` that move along these steps together. */
  readonly functions: readonly FunctionPlan[];
}

export interface Plan {
  /** Sorted by key, those without change too. */
  readonly functions: readonly FunctionPlan[];
  readonly rollouts: readonly RolloutPlan[];
  readonly guard: Guard;
  /** False with --no-gate: alarms and guard are not asked. */
  readonly gated: boolean;
  /** Eight hex digits of everything above; stands in the record. */
  readonly digest: string;
}

/** How long a rollout takes when nothing speaks against it. */
export const totalMs = (steps: readonly Step[]): number => steps.reduce((sum, { bakeMs }) => sum + bakeMs, 0);
