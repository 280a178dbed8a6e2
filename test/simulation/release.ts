/** What a simulated release is made of: which functions move along which steps, and which are new. */
import type { Guard, Hooks, Project } from '../../src/config/project';
import type { HookTime } from '../../src/core/told';
import { Duration, type Percent } from '../../src/core/values';
import { bareStep, type Step } from '../../src/plan/step';
import { guardOf, unwatched } from '../forms';

/** When every simulated world begins. */
export const startMs = Date.UTC(2026, 10, 20, 12, 0, 0);

export interface Member {
  readonly key: string;
  /** Name of its rollout. */
  readonly rollout: string;
  /** It has no alias yet, and no version. */
  readonly isNew: boolean;
  readonly capacity: number | null;
  readonly hooks: Hooks;
}

export interface Release {
  readonly members: readonly Member[];
  readonly courses: Readonly<{ [rollout: string]: readonly Step[] }>;
  readonly guard: Guard;
  readonly rollbackScope: Project['rollbackScope'];
  /** Published versions before the one that is served. */
  readonly older: number;
  readonly keepVersions: number;
  /** Where it stops and gives up the lease until somebody approves; null to go all the way. */
  readonly until: Percent | null;
}

export const stepsOf = (...steps: [weight: number, bakeMs: number][]): Step[] =>
  steps.map(([weight, bakeMs]) => bareStep(weight as Percent, bakeMs));

export const memberOf = (key: string, change: Partial<Member>): Member => ({
  key,
  rollout: 'careful',
  isNew: false,
  capacity: null,
  hooks: unwatched.hooks,
  ...change,
});

/** The name of the function that hooks ask; what it says is up to the script. */
export const judge = 'judge';

export const judgedAt = (when: HookTime): Hooks => ({
  ...unwatched.hooks,
  [when]: [
    {
      kind: 'invoke',
      functionName: judge,
      name: judge,
      timeout: Duration.of(60_000),
      retries: 1,
      onTimeout: 'fail',
    },
  ],
});

/** Functions that move along the same steps. */
export const releaseOf = (
  keys: readonly string[],
  steps: readonly Step[],
  change: Partial<Release>,
): Release => ({
  members: keys.map((key) => memberOf(key, {})),
  courses: { careful: steps },
  guard: guardOf({}),
  rollbackScope: 'release',
  older: 0,
  keepVersions: 5,
  until: null,
  ...change,
});

export const functionName = (key: string): string => `orders-${key}`;
export const aliasKey = (key: string): string => `${functionName(key)}:live`;
export const alarmName = (key: string): string => `${key}-errors`;
export const baselineOf = ({ older }: Release): string => String(older + 1);
export const candidateOf = (release: Release, member: Member): string =>
  member.isNew ? '1' : String(release.older + 2);

/** The same steps, and after the one of this number somebody has to approve. */
export const approvedAfter = (
  steps: readonly Step[],
  number: number,
  then: 'rollback' | 'continue',
): Step[] =>
  steps.map((step, index) =>
    index + 1 === number ? { ...step, approval: { expires: Duration.of(600_000), then } } : step,
  );
