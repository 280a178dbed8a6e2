import type { ErrorCode } from '../../core/errors';
import type { Alarms, Clock, Identity, Journal, Triggers } from '../../core/ports';
import type { FunctionPlan, Plan, Step } from '../plan';

/** One item of the list that is shown before anything is written. Each line says what, where and the way out. */
export interface PreflightCheck {
  readonly title: string;
  /** The error to end with when this is the only check that fails. */
  readonly code: ErrorCode;
  /** Any of them refuses the release. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export interface PreflightPorts {
  readonly identity: Identity;
  readonly alarms: Alarms;
  readonly triggers: Triggers;
  readonly journal: Journal;
  readonly clock: Clock;
}

export interface PreflightOptions {
  /** Releases again what was rolled back last time. */
  readonly retry: boolean;
  /** The region the user asked for; null or absent when any will do. */
  readonly expectRegion?: string | null;
}

/** What every check is given. */
export interface Setting {
  readonly ports: PreflightPorts;
  readonly plan: Plan;
  readonly options: PreflightOptions;
}

type Findings = Pick<PreflightCheck, 'problems' | 'warnings'>;

export interface Check {
  readonly title: string;
  readonly code: ErrorCode;
  run(setting: Setting): Findings | Promise<Findings>;
}

export const Plans = {
  changing: (plan: Plan): FunctionPlan[] => plan.functions.filter(({ action }) => action !== 'none'),

  updating: (plan: Plan): FunctionPlan[] => plan.functions.filter(({ action }) => action === 'update'),

  /** Those whose alias will hold two versions for a while. */
  sharing: (plan: Plan): FunctionPlan[] =>
    plan.rollouts.filter(({ steps }) => isShared(steps)).flatMap(({ functions }) => functions),
};

const isShared = (steps: readonly Step[]): boolean => steps.some(({ weight }) => weight < 100);
