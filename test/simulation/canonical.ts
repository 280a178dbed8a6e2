/** Rollouts of every shape: each is cut at each of its calls. */

import type { HookTime } from '../../src/core/told';
import type { Percent } from '../../src/core/values';
import type { SimulatedAlarm } from '../../src/simulation/alarms';
import { approvedAfter, judgedAt, memberOf, type Release, releaseOf, startMs, stepsOf } from './release';
import { quietScript, type Script } from './script';

export interface Canonical {
  readonly name: string;
  /** Versions it may end on beside those on which it ends without a cut: who dies does not hear what is said to him. */
  readonly also: readonly string[];
  readonly script: Script;
}

const canary = stepsOf([10, 60_000], [100, 0]);
const linear = stepsOf([25, 60_000], [50, 60_000], [75, 60_000], [100, 0]);
const slowly = stepsOf([10, 120_000], [100, 0]);
const bakeAfter = stepsOf([50, 60_000], [100, 60_000]);
const one = ['api'];
const three = ['api', 'mailer', 'worker'];

const scripted = (name: string, release: Release, change: Partial<Script>): Canonical => ({
  name,
  also: [],
  script: { ...quietScript(release), ...change },
});

const firesAt = (atMs: number): Pick<Script, 'alarms' | 'alarmAtMs' | 'alarmOf'> => {
  const alarm: SimulatedAlarm = { windowMs: 60_000, turns: [{ atMs: startMs + atMs, says: 'ALARM' }] };
  return { alarms: new Map([['api', alarm]]), alarmAtMs: startMs + atMs, alarmOf: 'api' };
};

const twoRollouts: Release = {
  ...releaseOf(three, canary, {}),
  courses: { careful: canary, bold: bakeAfter },
  members: three.map((key) => memberOf(key, { rollout: key === 'api' ? 'bold' : 'careful' })),
};

const besideNew: Release = {
  ...releaseOf(three, canary, {}),
  members: three.map((key) => memberOf(key, { isNew: key === 'mailer' })),
};

const judged = (when: HookTime): Release => ({
  ...releaseOf(one, canary, {}),
  members: [memberOf('api', { hooks: judgedAt(when) })],
});

const withCapacity: Pick<Release, 'members'> = {
  members: [memberOf('api', { hooks: judgedAt('preTraffic'), capacity: 5 })],
};

/** The first has all of its traffic long before the second. */
const oneByOne: Release = {
  ...releaseOf(['api', 'worker'], linear, { rollbackScope: 'function' }),
  courses: { careful: linear, bold: stepsOf([100, 0]) },
  members: ['api', 'worker'].map((key) => memberOf(key, { rollout: key === 'api' ? 'bold' : 'careful' })),
};

/** The weight to stop at is a step of another number in each. */
const stoppedTwice: Release = {
  ...releaseOf(['api', 'worker'], canary, { until: 10 as Percent }),
  courses: { careful: canary, bold: [...stepsOf([1, 60_000]), ...canary] },
  members: ['api', 'worker'].map((key) => memberOf(key, { rollout: key === 'api' ? 'bold' : 'careful' })),
};

const beside: Release = {
  ...releaseOf(['api', 'worker'], canary, { rollbackScope: 'function' }),
  courses: { careful: canary, bold: canary },
  members: ['api', 'worker'].map((key) => memberOf(key, { rollout: key === 'api' ? 'bold' : 'careful' })),
};

const deaf = (canonical: Canonical): Canonical => ({ ...canonical, also: ['2'] });

export const canonicals: readonly Canonical[] = [
  scripted('canary', releaseOf(one, canary, {}), {}),
  scripted('linear', releaseOf(one, linear, {}), {}),
  scripted('all at once', releaseOf(one, stepsOf([100, 0]), {}), {}),
  scripted('bake after', releaseOf(one, bakeAfter, {}), {}),
  scripted('three functions', releaseOf(three, canary, {}), {}),
  scripted('two rollouts', twoRollouts, {}),
  scripted('a first deploy beside updates', besideNew, {}),
  scripted('an alarm at step 2', releaseOf(['api', 'worker'], linear, {}), firesAt(80_000)),
  scripted('an alarm after all traffic', releaseOf(one, bakeAfter, {}), firesAt(90_000)),
  deaf(
    scripted('an abort', releaseOf(['api', 'worker'], canary, {}), {
      troubles: [{ kind: 'abort', atMs: 40_000 }],
    }),
  ),
  deaf(
    scripted('a rollback by hand', releaseOf(['api', 'worker'], canary, {}), {
      troubles: [{ kind: 'hand', atMs: 40_000 }],
    }),
  ),
  scripted('a bad candidate', releaseOf(['api', 'worker'], canary, {}), { badCandidate: true }),
  scripted('an approval', releaseOf(['api', 'worker'], approvedAfter(canary, 1, 'rollback'), {}), {
    troubles: [{ kind: 'wish', atMs: 120_000, what: 'approve' }],
  }),
  // A look begins before the end of the bake, and is over after it.
  scripted('an approval, told slowly', releaseOf(one, approvedAfter(slowly, 1, 'rollback'), {}), {
    journalMs: 1800,
    troubles: [{ kind: 'wish', atMs: 200_000, what: 'approve' }],
  }),
  // Whoever takes it over waits for the whole time once more, and then somebody may come.
  deaf(
    scripted('an approval that never comes', releaseOf(one, approvedAfter(canary, 1, 'rollback'), {}), {}),
  ),
  scripted('until 10%, then approved', releaseOf(['api', 'worker'], canary, { until: 10 as Percent }), {}),
  scripted('until 10% of two rollouts, then approved', stoppedTwice, {}),
  deaf(
    scripted('paused, and its leader goes back alone', beside, {
      ...firesAt(40_000),
      troubles: [
        { kind: 'wish', atMs: 20_000, what: 'pause' },
        { kind: 'wish', atMs: 400_000, what: 'resume' },
      ],
    }),
  ),
  scripted('a hook that fails', judged('afterStep'), { verdict: 'fail' }),
  scripted('a hook before and capacity', { ...judged('preTraffic'), ...withCapacity }, {}),
  deaf(
    scripted('promoted from outside', releaseOf(['api', 'worker'], linear, {}), {
      troubles: [{ kind: 'wish', atMs: 20_000, what: 'promote' }],
    }),
  ),
  deaf(
    scripted('aborted from outside', releaseOf(['api', 'worker'], linear, {}), {
      troubles: [{ kind: 'wish', atMs: 20_000, what: 'abort' }],
    }),
  ),
  deaf(
    scripted('paused and resumed', releaseOf(one, canary, {}), {
      troubles: [
        { kind: 'wish', atMs: 20_000, what: 'pause' },
        { kind: 'wish', atMs: 100_000, what: 'resume' },
      ],
    }),
  ),
  deaf(
    scripted('wiped and begun anew', releaseOf(one, canary, {}), {
      texts: new Map([['api', 'shipit/1 done r=01KQ0000000000000000000000 e=1700000000 v=1 prev=- bad=-']]),
      troubles: [
        { kind: 'foreign', atMs: 20_000, wipes: true, moves: 'back' },
        { kind: 'rival', atMs: 21_000 },
      ],
    }),
  ),
  deaf(scripted('gone back after it had arrived', oneByOne, firesAt(60_000))),
];
