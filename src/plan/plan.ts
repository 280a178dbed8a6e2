import type { Artifact } from '../artifact/artifact';
import type { ArtifactPlace } from '../config/code';
import type { FunctionSpec, Guard, LayerSpec, Project } from '../config/project';
import type { FunctionConfig, FunctionSettings, LiveFunction, PublishedVersion } from '../core/function';
import type { AliasState, Role } from '../core/lambda';
import type { Parsed } from '../core/record';
import type { AliasRef, Digest } from '../core/values';
import type { AlarmSubject } from './own-alarms';
import type { Step } from './step';

/** What AWS has now for one function. */
export interface Live {
  /** Null where there is none, and for a function that does not change: nobody asked then. */
  readonly alias: AliasState | null;
  readonly record: Parsed;
  /** The version the alias serves (the baseline while a rollout runs); null without alias. */
  readonly serving: LiveFunction | null;
  /** $LATEST; null when there is no such function, and for a function that does not change: nobody asked then. */
  readonly latest: LiveFunction | null;
  /** Published versions that were looked at, oldest first: all of them only where one is likely to be what is wanted. */
  readonly versions: readonly PublishedVersion[];
}

/** What will be done with one function, and why. */
export interface FunctionPlan {
  readonly spec: FunctionSpec;
  readonly ref: AliasRef;
  /** Null when a version that is there already is rolled out, whatever the project file says. */
  readonly artifact: Artifact | null;
  /** Of the code that will be served, as it was built: signed, it has another. */
  readonly digest: Digest;
  readonly live: Live;
  /** `create`: no alias yet, so nobody calls it and there is nothing to shift. `none` may still have upkeep. */
  readonly action: 'create' | 'update' | 'none';
  /** One line a change, `~ memorySize 128 -> 256`. */
  readonly changes: readonly string[];
  /** A published version that already is what is wanted; it becomes the candidate. */
  readonly reuse: string | null;
  /** Eight hex digits of code and configuration: how a rolled-back candidate is known again. */
  readonly identity: string;
  /** The same of code that is signed, by the digest of its signed zip: all that is known of it where nobody built it. */
  readonly signedIdentity?: string;
  /** The configuration of the version that will be served; layers that are yet to be published stand as `<arn>:new`. */
  readonly config: Partial<FunctionConfig>;
  readonly upkeep: Upkeep;
  /** Whoever the tags of the function name, when that is another project. */
  readonly otherOwner: string | null;
  /** What a person should know beforehand, and what will not happen. */
  readonly notes: readonly string[];
}

/** What is written to the function as a whole: it holds for all versions at once, and does not go back with a rollout. */
export interface Upkeep {
  readonly wanted: Partial<FunctionSettings>;
  /** The live values of the same keys. */
  readonly before: Partial<FunctionSettings>;
  /** One line a change, `~ reservedConcurrency none -> 10`. */
  readonly changes: readonly string[];
  /** Tags of shipit that go along with the next write. */
  readonly marks: Readonly<{ [tag: string]: string }>;
  /** By the function's own tag, exactly this was written last: what differs all the same was changed by somebody else. */
  readonly written: boolean;
  /** Of the version that is served, where it is not as declared; its line stands among the changes. */
  readonly capacity: CapacityPlan | null;
  /** Null where shipit makes none and none are left. */
  readonly alarms: AlarmUpkeep | null;
}

/** Provisioned concurrency. A rollout brings that of the new version along; otherwise it is written to the version that is there. */
export interface CapacityPlan {
  /** Null where none is served yet. */
  readonly version: string | null;
  readonly before: number;
  readonly wanted: number;
  /** By the function's own tag, this was written last: what differs all the same was changed by somebody else. */
  readonly written: boolean;
}

/** Alarms that shipit makes for a function and its alias. */
export interface AlarmUpkeep {
  readonly subject: AlarmSubject;
  /**
   * `kept`: the tag of the function says that they are as declared; one that somebody deleted is made again all the same.
   * `changed`: it says something else. `untold`: no tag can say it, so each release of the function writes all of them.
   */
  readonly state: 'kept' | 'changed' | 'untold';
  /** What the tag says now; null without. */
  readonly remembered: string | null;
  /** What it is to say. */
  readonly mark: { readonly tag: string; readonly value: string };
  /** Those of the alias that somebody deleted; empty unless all settings were asked for. */
  readonly missing: readonly string[];
}

/** Stands behind a change that goes live because Lambda publishes $LATEST, and not because the project file says so. */
export const undeclared = 'not declared, stands in $LATEST';

/** An own layer: the version that has its content, or null for one that will be published. */
export interface LayerPlan {
  readonly spec: LayerSpec;
  readonly artifact: Artifact;
  /** Content and what it is for, in a few characters: the beginning of the version's description. */
  readonly mark: string;
  /** Without version. */
  readonly layerArn: string;
  readonly version: number | null;
  /** Versions beyond those to keep, removed when the release is over. */
  readonly surplus: readonly number[];
}

/** A role that shipit makes or keeps as the project file says. */
export interface RolePlan {
  readonly wanted: Role;
  readonly live: Role | null;
  /** Of the function that runs with it: a role has the statements of one. */
  readonly key: string;
  readonly changes: readonly string[];
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
  /** Own layers that functions of the plan name, those that are there already too. */
  readonly layers: readonly LayerPlan[];
  /** Roles that are not as wanted. */
  readonly roles: readonly RolePlan[];
  readonly guard: Guard;
  readonly rollbackScope: Project['rollbackScope'];
  readonly holdForMs: number;
  /** Where code goes that is signed, or too large for a call. */
  readonly artifacts: ArtifactPlace;
  /** False with --no-gate: alarms and guard are not asked. */
  readonly gated: boolean;
  /** Alarms that may not veto, sorted: by the guard, and by --ignore-firing. */
  readonly ignored: readonly string[];
  /** Eight hex digits of everything above: how a saved plan is known again. */
  readonly digest: string;
  /**
   * Eight hex digits of who moves along which steps, and of all that is asked on the way; stands in the record. Code and
   * configuration are not in it: the candidate that the record names is what they came to.
   */
  readonly course: string;
  /** Digest of what is live as far as the plan rests on it: a saved plan is carried out only where it is still so. */
  readonly reality: string;
}

/** The function itself is yet to be made. */
export const isNew = ({ live }: Pick<FunctionPlan, 'live'>): boolean =>
  live.latest === null && live.serving === null;

/** The name of the rollout of each function that moves, by its key. */
export const rolloutNames = ({ rollouts }: Pick<Plan, 'rollouts'>): ReadonlyMap<string, string> =>
  new Map(rollouts.flatMap(({ name, functions }) => functions.map(({ spec }) => [spec.key, name] as const)));
