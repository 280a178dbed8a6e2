import { ShipitError } from '../src/core/errors';
import { exitCodes, type Outcome } from '../src/core/outcome';
import { type Finish, finish, worst } from '../src/finish';
import type { FunctionPlan } from '../src/plan/plan';
import type { Ending } from '../src/rollout/context';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';
import { nowhere } from './forms';
import { noChoice, planScene, seed, spec, version, world } from './plan/scene';

async function planned(): Promise<readonly FunctionPlan[]> {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  fakes.functions.seed('orders-same', [version('two', {})]);
  fakes.aliases.put(
    { functionName: 'orders-same', alias: 'live' },
    { version: '1', additional: null, description: '' },
  );
  const specs = [
    spec({}),
    spec({ key: 'new', name: 'orders-new' }),
    spec({ key: 'same', name: 'orders-same' }),
  ];
  const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'two' });
  return plan.functions;
}

async function ended(change: Partial<Finish>) {
  const fakes = fakePorts(new FakeClock(7));
  const how: Finish = {
    release: 'R',
    functions: await planned(),
    ended: 'unchanged',
    error: null,
    candidates: new Map([
      ['api', '2'],
      ['new', '1'],
    ]),
    rollouts: new Map([['api', 'careful']]),
    roles: new Set(),
    left: [],
    where: { ...nowhere, stage: 'prod' },
    signalCode: null,
    tell: async (event) => fakes.report.tell(event),
    ...change,
  };
  const event = await finish(fakes, how);
  expect(fakes.report.events.filter(({ type }) => type !== 'error.traced')).toEqual([event]);
  return event;
}

const by = (outcome: Outcome): ReadonlyMap<string, Ending> =>
  new Map([['careful', { outcome, because: 'a reason' }]]);

describe('the exit code', () => {
  it.each<[Outcome, number]>([
    ['promoted', 0],
    ['rolledBack', 3],
    ['aborted', 3],
    ['lost', 4],
    ['stuck', 5],
  ])('of a release whose rollout ended %s is %d', async (outcome, exitCode) => {
    expect(await ended({ ended: by(outcome) })).toMatchObject({ outcome, exitCode });
  });

  it.each<[Outcome, number]>([
    ['unchanged', 0],
    ['refused', 2],
    ['failed', 7],
    ['waiting', 6],
  ])('of a release that was %s is %d', async (outcome, exitCode) => {
    expect(await ended({ ended: outcome })).toMatchObject({ outcome, exitCode });
  });

  it('is that of the signal only for what the signal aborted', async () => {
    expect(await ended({ ended: by('aborted'), signalCode: 130 })).toMatchObject({ exitCode: 130 });
    expect(await ended({ ended: by('stuck'), signalCode: 130 })).toMatchObject({ exitCode: 5 });
    expect(await ended({ ended: by('rolledBack'), signalCode: 130 })).toMatchObject({ exitCode: 3 });
  });
});

describe('the outcome of several', () => {
  it('is the loudest: what somebody must act on outweighs what is merely sad', () => {
    const loudest: Outcome[] = [
      'stuck',
      'lost',
      'failed',
      'aborted',
      'waiting',
      'rolledBack',
      'refused',
      'promoted',
      'unchanged',
    ];
    for (const [index, outcome] of loudest.entries()) {
      expect(worst([...loudest.slice(index)].reverse())).toBe(outcome);
      expect(exitCodes[outcome]).toBeGreaterThanOrEqual(0);
    }
    expect(worst([])).toBe('unchanged');
  });
});

describe('the last word', () => {
  it('says of each function what became of it', async () => {
    const { functions } = await ended({ ended: by('rolledBack') });
    expect(functions).toEqual([
      {
        key: 'api',
        name: 'orders-api',
        alias: 'live',
        baseline: '1',
        candidate: '2',
        outcome: 'rolledBack',
        because: 'a reason',
      },
      expect.objectContaining({
        key: 'new',
        baseline: null,
        candidate: '1',
        outcome: 'promoted',
        because: 'the first version of this alias',
      }),
      expect.objectContaining({ key: 'same', candidate: null, outcome: 'unchanged' }),
    ]);
  });

  it('says that settings or a role were written where no version was made', async () => {
    const functions = (await planned()).map((one) =>
      one.spec.key === 'same' ? { ...one, upkeep: { ...one.upkeep, changes: ['~ recursion a -> b'] } } : one,
    );
    const because = 'settings or role of the function were written; its version is as it was';
    const same = { key: 'same', candidate: null, outcome: 'promoted', because };
    for (const change of [{ functions }, { roles: new Set(['same']) }]) {
      const said = await ended({ ended: by('promoted'), ...change });
      expect(said.functions[2]).toMatchObject(same);
      const failed = await ended({ ended: 'failed', error: new ShipitError('invalid', 'no'), ...change });
      expect(failed.functions[2]).toMatchObject({ outcome: 'failed', because: 'no' });
    }
  });

  it('names what is wrong, what is left claimed, and the way out', async () => {
    const error = new ShipitError('smokeFailed', 'api version 2 failed');
    const { problems, functions } = await ended({ ended: 'failed', error, left: ['orders-api:live'] });
    expect(problems).toEqual([
      'api version 2 failed',
      'orders-api:live is still claimed; `shipit rollback --stage prod` frees it',
      'The candidate answered its own test event with an error; no alias was moved.',
    ]);
    expect(functions.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'unchanged']);
  });

  it('names every problem when there are several', async () => {
    const error = new ShipitError('preflight', 'one', { problems: ['one', 'two'], hint: 'do this' });
    expect((await ended({ ended: 'refused', error })).problems).toEqual(['one', 'two', 'do this']);
  });

  it('carries what has a place in a file, without the line itself', async () => {
    const fault = { file: 'lambda.config.yaml', line: 3, column: 5, what: 'no such rollout', hint: null };
    const faults = [{ ...fault, text: '    rollout: carefull' }];
    const error = new ShipitError('badConfig', 'one', { problems: ['one'], faults });
    expect((await ended({ ended: 'refused', error })).faults).toEqual([fault]);
    expect(await ended({ ended: 'refused', error: new ShipitError('preflight', 'one') })).not.toHaveProperty(
      'faults',
    );
  });

  it.each([
    ['stuck', '`shipit rollback --stage prod`'],
    ['lost', '`shipit status --stage prod`'],
  ] as const)('of what is %s names the next command', async (outcome, command) => {
    expect((await ended({ ended: by(outcome) })).problems.join()).toContain(command);
  });

  it('has no problem to name where all went well, or went back as it should', async () => {
    expect((await ended({ ended: by('promoted') })).problems).toEqual([]);
    expect((await ended({ ended: by('rolledBack') })).problems).toEqual([]);
  });

  it('is not spoken over a bug', async () => {
    await expect(ended({ ended: 'failed', error: new TypeError('x is undefined') })).rejects.toThrow(
      TypeError,
    );
  });
});
