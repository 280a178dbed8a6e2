import type { ErrorCode } from '../../core/errors';
import type { Triggers } from '../../core/lambda';
import type { Alarms, Clock, Identity, Journal } from '../../core/ports';
import type { Depot, Repositories, Signers } from '../../core/stores';
import type { Whereabouts } from '../../core/told';
import type { FunctionPlan, Plan } from '../plan';
import type { Step } from '../step';

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
  readonly depot: Depot;
  readonly signers: Signers;
  readonly repositories: Pick<Repositories, 'find'>;
}

export interface PreflightOptions {
  /** Releases again what was rolled back last time. */
  readonly retry: boolean;
  /** Alarms that may not veto this time, by --ignore-firing. */
  readonly ignoreFiring: readonly string[];
  /** Where the release is meant to take place; null when any will do. */
  readonly expect: { readonly region: string | null; readonly account: string | null };
  /** Of a stage that asks for its name; null for any other. */
  readonly protection: Protection | null;
  /** Flags by which the release is meant here. */
  readonly where: Whereabouts;
}

export interface Protection {
  readonly stage: string;
  /** What was named with --confirm; null when nothing was. */
  readonly confirmed: string | null;
  /** Somebody can be asked for the name before anything is written. */
  readonly asks: boolean;
  readonly reason: string | null;
  /** The steps were taken away on the command line. */
  readonly allAtOnce: boolean;
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
