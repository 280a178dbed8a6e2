import type { FunctionConfig, FunctionSettings } from '../core/function';
import type { Secret } from '../core/secret';
import type { Duration, Percent } from '../core/values';
import type { ArtifactPlace, BuildCommand, CodeSource, Ecr, ImageSource } from './code';

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
  /** What goes back together: every function of the release, or each by itself. */
  readonly rollbackScope: 'release' | 'function';
  /** How long a release that stopped at `--until` is kept for whoever approves it. */
  readonly holdFor: Duration;
  /** Where events of releases are kept beside this machine; null for nowhere else. */
  readonly journal: JournalPlace | null;
  readonly notifications: readonly Channel[];
  readonly artifacts: ArtifactPlace;
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
  /** Null for an image. */
  readonly code: CodeSource | null;
  /** Null for a zip. */
  readonly image: ImageSource | null;
  /** Where its image goes; null for a zip and for an image that is there already. */
  readonly ecr: Ecr | null;
  /** What runs before its code is packed; null for nothing. */
  readonly build: BuildCommand | null;
  /**
   * Only what was declared; `null` in the file has become AWS's default. Own layers stand as `layer:<key>` among the
   * ARNs; a role that shipit makes stands in `role` below and not in here.
   */
  readonly config: Partial<FunctionConfig>;
  readonly settings: Partial<FunctionSettings>;
  /** The role that shipit makes for it; null when the file gives an ARN or nothing. */
  readonly role: RoleSpec | null;
  /** Names of the alarms that veto it: its own, and those of the project. */
  readonly alarms: readonly string[];
  /** Alarms that shipit makes for it. */
  readonly ownAlarms: readonly OwnAlarm[];
  readonly hooks: Hooks;
  /** Environments kept ready for the version that is served; 0 for none, null when the file leaves it alone. */
  readonly provisionedConcurrency: number | null;
  /** How many versions stay after a release, the newest first; null keeps all. */
  readonly keepVersions: number | null;
  /** Files of sample events, sorted; they exist. */
  readonly testEvents: readonly string[];
  /** Name in `rollouts`, the function's own or the project's; null when neither names one. */
  readonly rollout: string | null;
  /** `lambda.config.yaml:12:5` of the function (`key`), its settings (`handler`) and its alarms (`alarms.0`, `ownAlarms.0`). */
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
  readonly code: CodeSource;
  readonly build: BuildCommand | null;
  readonly description: string;
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
  readonly license: string | null;
  /** How many versions stay, the newest first; null keeps all. */
  readonly keep: number | null;
  readonly where: string;
}

/** What speaks against a candidate: its own error rate over a step, and how alarms are read. */
export interface Guard {
  readonly maxErrorRate: Percent;
  readonly minInvocations: number;
  /** What an alarm in INSUFFICIENT_DATA says. */
  readonly insufficientData: 'pass' | 'hold' | 'fail';
  /** Alarms that cannot veto. */
  readonly ignoreFiring: readonly string[];
  /** What becomes of a step that baked without enough to judge it by. */
  readonly onInconclusive: 'promote' | 'hold' | 'rollback';
  /** How long such a step waits for more, before the release goes back. */
  readonly holdFor: Duration;
}

/** An alarm that shipit makes, for the alias and for the candidate behind it. */
export interface OwnAlarm {
  readonly kind: 'errors' | 'throttles' | 'p99';
  /** Percent of failed requests, throttled requests a minute, or milliseconds; null takes the default of its kind. */
  readonly threshold: number | null;
}

/** When hooks of a function run. */
export interface Hooks {
  /** Before the candidate gets any traffic. */
  readonly preTraffic: readonly Hook[];
  /** When the bake of a step below 100 % is over. */
  readonly afterStep: readonly Hook[];
  /** As soon as the candidate has all traffic. */
  readonly postTraffic: readonly Hook[];
  /** After a release went back; their verdict changes nothing. */
  readonly onRollback: readonly Hook[];
}

/** Something that is asked for its verdict on a release. */
export type Hook = HookManner &
  (
    | { readonly kind: 'invoke'; readonly functionName: string }
    | HttpHook
    | { readonly kind: 'run'; readonly argv: readonly string[]; readonly credentials: boolean }
    /** Invokes the candidate with each sample event of its function. */
    | { readonly kind: 'smoke' }
  );

export interface HookManner {
  /** What people call it. */
  readonly name: string;
  readonly timeout: Duration;
  /** Further tries after one that failed or timed out. */
  readonly retries: number;
  readonly onTimeout: 'fail' | 'pass' | 'inconclusive';
}

export interface HttpHook {
  readonly kind: 'http';
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<{ [name: string]: string | Secret }>;
  readonly status: readonly number[];
  /** A JMESPath expression over the JSON that came back, which has to be true; null asks for none. */
  readonly body: string | null;
}

/** A step that waits for a person when it has baked. */
export interface Approval {
  readonly expires: Duration;
  readonly then: 'rollback' | 'continue';
}

export interface JournalPlace {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
}

export type Occasion = 'started' | 'step' | 'waiting' | 'rolledBack' | 'promoted' | 'stuck';

/** Who hears of a release, and of what. */
export interface Channel {
  readonly on: readonly Occasion[];
  readonly to:
    | { readonly kind: 'sns'; readonly topicArn: string }
    | { readonly kind: 'eventBridge'; readonly bus: string }
    | { readonly kind: 'slack'; readonly url: string | Secret }
    | {
        readonly kind: 'webhook';
        readonly url: string | Secret;
        readonly headers: Readonly<{ [name: string]: string | Secret }>;
      };
}

/** How a rollout is written down; becomes steps in plan/strategy and exists no further. */
export type Strategy =
  | {
      readonly kind: 'canary';
      readonly weight: Percent;
      readonly bake: Duration | null;
      /** Before it gets everything. */
      readonly approval: Approval | null;
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
  /** Alarms that veto while this step lasts, beside those of the functions. */
  readonly alarms: readonly string[];
  /** Asked when its bake is over, after those of the functions. */
  readonly hooks: readonly Hook[];
  /** Null when nobody has to approve. */
  readonly approval: Approval | null;
}
