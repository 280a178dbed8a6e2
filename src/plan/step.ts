import type { Approval, Hook } from '../config/project';
import type { Percent } from '../core/values';

/** One stop of a rollout. The last one has 100 % and its bake is what the strategy calls `bakeAfter`. */
export interface Step {
  readonly weight: Percent;
  readonly bakeMs: number;
  /** Alarms that veto while it lasts, beside those of the functions. */
  readonly alarms: readonly string[];
  /** Asked when its bake is over, after those of the functions. */
  readonly hooks: readonly Hook[];
  /** Null when nobody has to approve what comes after it. */
  readonly approval: Approval | null;
}

/** A step that asks nobody but the guard and the functions' own alarms and hooks. */
export const bareStep = (weight: Percent, bakeMs: number): Step => ({
  weight,
  bakeMs,
  alarms: [],
  hooks: [],
  approval: null,
});

/** How long a rollout takes when nothing speaks against it. */
export const totalMs = (steps: readonly Step[]): number => steps.reduce((sum, { bakeMs }) => sum + bakeMs, 0);
