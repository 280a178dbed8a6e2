import type { FunctionConfig, FunctionSettings } from '../core/function';
import type { Secret } from '../core/secret';
import type { Duration, Percent } from '../core/values';

/** What the project file says for one stage: checked, laid over each other, references resolved. Paths are absolute. */
export interface Project {
  readonly name: string;
  /** The file it came from. */
  readonly file: string;
  /** The folder of that file; nothing outside of it is read into an artifact. */
  readonly root: string;
  /** Null when no stage was chosen. */
  readonly stage: Stage | null;
  /** Where it is released to, as far as the file says. */
  readonly place: Place;
  /** Sorted by key. */
  readonly functions: readonly FunctionSpec[];
  /** Sorted by key. */
  readonly layers: readonly LayerSpec[];
  /** By name, as the file gives them. */
  readonly rollouts: Readonly<{ [name: string]: Strategy }>;
  readonly guard: Guard;
  readonly local: { readonly seed: string | null };
  /** Every secret that a reference led to: what must never be printed. */
  readonly secrets: readonly Secret[];
}

export interface Stage {
  readonly name: string;
  /** Asks for its name before a release, and for a reason where nothing watches. */
  readonly protected: boolean;
}

/** Each null when the file leaves it to flags and the environment. */
export interface Place {
  readonly region: string | null;
  /** Twelve digits; a release in any other account is refused. */
  readonly account: string | null;
  readonly profile: string | null;
  readonly assumeRole: AssumeRole | null;
}

export interface AssumeRole {
  readonly arn: string;
  readonly externalId: string | null;
}

export interface FunctionSpec {
  readonly key: string;
  /** The Lambda name. */
  readonly name: string;
  readonly alias: string;
  /** `release`: settings belong to somebody else, shipit moves code, version and alias alone. */
  readonly manage: 'all' | 'release';
  /** A folder or a .zip file; null for an image. */
  readonly code: string | null;
  /** `<repository>@sha256:<digest>`; null for a zip. */
  readonly image: string | null;
  /**
   * Only what was declared; `null` in the file has become AWS's default. Own layers stand as `layer:<key>` among the
   * ARNs; a role that shipit makes stands in `role` below and not in here.
   */
  readonly config: Partial<FunctionConfig>;
  readonly settings: Partial<FunctionSettings>;
  /** The role that shipit makes for it; null when the file gives an ARN or nothing. */
  readonly role: RoleSpec | null;
  readonly alarms: readonly string[];
  /** Files of sample events, sorted; they exist. */
  readonly testEvents: readonly string[];
  /** Name in `rollouts`, the function's own or the project's; null when neither names one. */
  readonly rollout: string | null;
  /** `lambda.config.yaml:12:5` of the function (`key`), its settings (`handler`) and its alarms (`alarms.0`). */
  readonly where: Readonly<{ [path: string]: string }>;
}

/** An execution role that shipit makes: exactly these statements, and what the settings of the function need. */
export interface RoleSpec {
  readonly name: string;
  /** `/` or `/teams/orders/`. */
  readonly path: string;
  /** Statements of an IAM policy with IAM's own member names, as the file gives them. */
  readonly statements: readonly object[];
  /** ARNs of managed policies, sorted. */
  readonly managed: readonly string[];
  readonly boundary: string | null;
}

/** How own layers stand among the ARNs of a function's layers. */
export const OwnLayer = {
  of: (key: string): string => `layer:${key}`,

  /** Null for an ARN. */
  keyOf: (layer: string): string | null => (layer.startsWith('layer:') ? layer.slice('layer:'.length) : null),
};

export interface LayerSpec {
  readonly key: string;
  /** The name at AWS. */
  readonly name: string;
  /** A folder or a .zip file. */
  readonly code: string;
  readonly description: string;
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
  readonly license: string | null;
  /** How many versions stay, the newest first; null keeps all. */
  readonly keep: number | null;
  readonly where: string;
}

/** The built-in gate: the candidate's own error rate over a step. */
export interface Guard {
  readonly maxErrorRate: Percent;
  readonly minInvocations: number;
}

/** How a rollout is written down; becomes steps in plan/strategy and exists no further. */
export type Strategy =
  | {
      readonly kind: 'canary';
      readonly weight: Percent;
      readonly bake: Duration | null;
      readonly bakeAfter: Duration;
    }
  | {
      readonly kind: 'linear';
      readonly weight: Percent;
      readonly every: Duration;
      readonly bakeAfter: Duration;
    }
  | { readonly kind: 'steps'; readonly steps: readonly StrategyStep[]; readonly bakeAfter: Duration }
  | { readonly kind: 'allAtOnce'; readonly bakeAfter: Duration };

export interface StrategyStep {
  readonly weight: Percent;
  readonly bake: Duration | null;
}
