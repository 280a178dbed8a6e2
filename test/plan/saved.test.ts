import type { Strategy } from '../../src/config/project';
import { Secret } from '../../src/core/secret';
import { Duration, Percent } from '../../src/core/values';
import type { Plan } from '../../src/plan/plan';
import { moved, readSavedPlan, type SaveRequest, savePlan } from '../../src/plan/saved';
import type { Fakes } from '../fakes';
import { approvalOf, strategyStep } from '../forms';
import fc from '../property';
import { live, noChoice, planScene, refusal, seed, spec, version, world } from './scene';

const request: SaveRequest = {
  project: 'orders',
  stage: 'prod',
  account: '123456789012',
  region: 'eu-west-1',
  alias: null,
  fromAlias: null,
  choice: noChoice,
  gated: true,
};

function estate(): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  return fakes;
}

interface Wish {
  readonly code?: string;
  readonly memorySize?: number;
  readonly environment?: { [name: string]: string | Secret };
}

function plan(fakes: Fakes, { code = 'two', memorySize = 256, environment }: Wish = {}): Promise<Plan> {
  const config = { memorySize, ...(environment && { environment }) };
  const specs = [spec({ config })];
  return planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code });
}

const strategies: readonly Strategy[] = [
  { kind: 'allAtOnce', bakeAfter: Duration.of(0) },
  { kind: 'canary', weight: Percent.of(10), bake: null, approval: null, bakeAfter: Duration.of(0) },
  {
    kind: 'canary',
    weight: Percent.of(0.5),
    bake: Duration.of(1000),
    approval: null,
    bakeAfter: Duration.of(1000),
  },
  { kind: 'linear', weight: Percent.of(10), every: Duration.of(1000), bakeAfter: Duration.of(0) },
  { kind: 'steps', steps: [strategyStep(Percent.of(1), null)], bakeAfter: Duration.of(0) },
];

const here = { project: 'orders', account: '123456789012', region: 'eu-west-1' };

const saved = async (change: Partial<SaveRequest> = {}) =>
  savePlan(await plan(estate()), { ...request, ...change });

describe('a plan that is kept', () => {
  it.each(strategies)('is read again as it was, with the steps %j', async (strategy) => {
    const kept = await saved({ choice: { strategy, rollout: null, bake: null } });
    expect(readSavedPlan(JSON.stringify(kept), 'plan.json')).toEqual(kept);
  });

  it('says what will be done with each function, for people', async () => {
    expect((await saved()).changes).toEqual({
      api: ['update', expect.stringMatching(/^~ code /), '~ memorySize 128 -> 256'],
    });
  });

  it('holds no secret', async () => {
    const environment = { TOKEN: new Secret('hunter2'), PLAIN: 'plain words' };
    const kept = savePlan(await plan(estate(), { environment }), request);
    expect(JSON.stringify(kept)).not.toMatch(/hunter2|plain words/);
  });

  it('is carried out where it comes out the same', async () => {
    expect(moved(await saved(), await plan(estate()), here)).toBeNull();
  });
});

describe('a plan that comes out differently', () => {
  const now = async (prepare: (fakes: Fakes) => unknown, wish: Wish = {}) => {
    const fakes = estate();
    const kept = savePlan(await plan(fakes), request);
    await prepare(fakes);
    return moved(kept, await plan(fakes, wish), here);
  };

  it.each<[string, (fakes: Fakes) => unknown]>([
    [
      'moved the alias to another version',
      ({ aliases, functions }) => {
        functions.seed('orders-api', [version('one', {}), version('x', {})]);
        aliases.put(live, { version: '2', additional: null, description: '' });
      },
    ],
    [
      'wrote the alias and changed nothing',
      ({ aliases }) => aliases.put(live, { version: '1', additional: null, description: '' }),
    ],
    ['touched $LATEST', ({ functions }) => functions.touch('orders-api', {})],
    [
      'changed a setting of $LATEST',
      ({ functions }) => functions.touch('orders-api', version('one', { timeout: 99 })),
    ],
  ])('is refused when somebody %s', async (_, prepare) => {
    const error = await now(prepare);
    expect(error?.code).toBe('refused');
    expect(error?.hint).toContain('Nothing was written');
  });

  it('is refused when the code or the project file is another one, and says what is no longer so', async () => {
    expect((await now(() => {}, { code: 'three' }))?.problems).toEqual([
      expect.stringMatching(/^api: planned and no longer so: ~ code /),
      expect.stringMatching(/^api: not in the plan: ~ code /),
    ]);
    expect((await now(() => {}, { memorySize: 512 }))?.problems).toEqual([
      'api: planned and no longer so: ~ memorySize 128 -> 256',
      'api: not in the plan: ~ memorySize 128 -> 512',
    ]);
  });

  it('is refused when everything was released meanwhile', async () => {
    const error = await now((fakes) =>
      seed(fakes, [version('one', {}), version('two', { memorySize: 256 })], ''),
    );
    expect(error?.problems).toContain('api: planned and no longer so: update');
  });

  it.each([
    ['project', { project: 'billing' }, 'project orders, and this is billing'],
    ['account', { account: '999999999999' }, 'account 123456789012, and this is 999999999999'],
    ['region', { region: 'us-east-1' }, 'region eu-west-1, and this is us-east-1'],
  ])('is refused in another %s, and says so', async (_, other, says) => {
    const error = moved(await saved(), await plan(estate()), { ...here, ...other });
    expect(error?.message).toBe(`the plan was made for ${says}`);
  });
});

describe('a file that is no plan', () => {
  const read = (value: unknown) => refusal(() => readSavedPlan(JSON.stringify(value), 'plan.json'));

  it.each([
    ['', 'no JSON'],
    ['{"v":1', 'no JSON'],
    ['null', 'no plan'],
    ['[]', 'no plan'],
    ['{"v":2}', 'no plan'],
    ['{"v":1}', 'a part'],
  ])('is refused: %s', (text, why) => {
    const error = refusal(() => readSavedPlan(text, 'plan.json'));
    expect(error.code).toBe('badFlag');
    expect(error.message).toContain('--plan plan.json: ');
    expect(error.message).toContain(why);
  });

  it('is refused with steps that ask what no flag can ask', async () => {
    const approval = approvalOf(Duration.of(0), 'continue');
    const step = strategyStep(Percent.of(1), null);
    const canary = { kind: 'canary', weight: 10, bake: null, bakeAfter: 0 };
    const steps = [
      { ...step, approval },
      { ...step, alarms: ['x'] },
      { ...step, hooks: [{ kind: 'run' }] },
    ];
    const { alarms: _, ...old } = step;
    const strategies = [
      ...[...steps, old].map((one) => ({ kind: 'steps', steps: [one], bakeAfter: 0 })),
      canary,
      { ...canary, approval },
    ];
    const kept = await saved();
    for (const strategy of strategies)
      expect(read({ ...kept, choice: { ...kept.choice, strategy } }).code).toBe('badFlag');
  });

  it('is refused with any part missing or of another form, and never crashes', async () => {
    const kept = await saved({ choice: { strategy: strategies[1] ?? null, rollout: null, bake: null } });
    for (const key of Object.keys(kept)) {
      const { [key as keyof typeof kept]: _, ...rest } = kept;
      expect(read(rest).code).toBe('badFlag');
      expect(read({ ...kept, [key]: 7 }).code).toBe('badFlag');
      expect(read({ ...kept, [key]: { a: 7 } }).code).toBe('badFlag');
    }
  });

  it('is refused for steps that make no sense, whatever they are', async () => {
    const kept = await saved();
    const choice = (strategy: unknown) => ({ ...kept, choice: { strategy, rollout: null, bake: null } });
    const parts = fc.record(
      {
        kind: fc.constantFrom('canary', 'linear', 'steps', 'constructor', 7),
        weight: fc.constantFrom(-1, 0, 100, 1e9, null, 'x'),
        bake: fc.constantFrom(null, -1, 'x'),
        every: fc.constantFrom(-1, 0, null),
        steps: fc.constantFrom(
          null,
          [],
          [null],
          [{ weight: 50 }],
          [
            { weight: 90, bake: 1 },
            { weight: 10, bake: 1 },
          ],
        ),
        bakeAfter: fc.constantFrom(0, -1, null, 'x'),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(parts, (strategy) => expect(read(choice(strategy)).code).toBe('badFlag')));
    expect(read({ ...kept, choice: { strategy: null, rollout: null, bake: -1 } }).code).toBe('badFlag');
  });
});
