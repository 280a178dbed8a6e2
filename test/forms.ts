/** What every function, guard and step of a test has that is not about anything special. */
import type { Approval, FunctionSpec, Guard, StrategyStep } from '../src/config/project';
import { Duration, Percent } from '../src/core/values';
import type { ReleaseRequest } from '../src/deploy';

export const unwatched = {
  ownAlarms: [],
  hooks: { preTraffic: [], afterStep: [], postTraffic: [], onRollback: [] },
  provisionedConcurrency: null,
  keepVersions: 5,
} satisfies Pick<FunctionSpec, 'ownAlarms' | 'hooks' | 'provisionedConcurrency' | 'keepVersions'>;

export const guardOf = (change: Partial<Guard>): Guard => ({
  maxErrorRate: Percent.of(5),
  minInvocations: 20,
  insufficientData: 'pass',
  ignoreFiring: [],
  onInconclusive: 'promote',
  holdFor: Duration.of(1_800_000),
  ...change,
});

export const strategyStep = (weight: Percent, bake: Duration | null): StrategyStep => ({
  weight,
  bake,
  alarms: [],
  hooks: [],
  approval: null,
});

/** Nothing was typed. */
export const nowhere = { stage: null, alias: null };

/** Of a deploy that asks for nothing special. */
export const allTheWay = {
  from: 'laptop',
  commit: null,
  until: null,
  holdFor: null,
  where: nowhere,
} satisfies Pick<ReleaseRequest, 'from' | 'commit' | 'until' | 'holdFor' | 'where'>;
/** Written so that nobody takes it for a promise. */
export const approvalOf = (expires: Duration, then: Approval['then']): Approval => ({ expires, then });
