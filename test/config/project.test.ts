import { ShipitError } from '../../src/core/errors';
import { filesAt, guardOf, unwatched } from '../forms';
import { example, minimal, problemsIn, readText } from './example';

describe('a project file', () => {
  it('becomes a project with units, defaults and absolute paths', async () => {
    const project = await readText(example);
    expect(project).toMatchObject({
      name: 'orders',
      file: '/p/lambda.config.yaml',
      root: '/p',
      stage: null,
      place: { region: 'eu-west-1', account: null, profile: null, assumeRole: null },
      layers: [],
      secrets: [],
      guard: { maxErrorRate: 5, minInvocations: 20 },
      local: { seed: '/p/local.yaml' },
      rollouts: {
        careful: { kind: 'canary', weight: 10, bake: 600_000, bakeAfter: 0 },
        steady: { kind: 'linear', weight: 10, every: 60_000, bakeAfter: 0 },
        preset: { kind: 'linear', weight: 10, every: 120_000, bakeAfter: 0 },
        ladder: {
          kind: 'steps',
          steps: [
            { weight: 1, bake: 120_000 },
            { weight: 25, bake: 300_000 },
          ],
          bakeAfter: 300_000,
        },
      },
    });
    expect(project.functions).toEqual([
      {
        key: 'api',
        name: 'orders-api',
        alias: 'live',
        manage: 'all',
        code: filesAt('/p/dist/api'),
        image: null,
        config: {
          runtime: 'nodejs24.x',
          handler: 'index.handler',
          role: 'arn:aws:iam::123456789012:role/orders',
          memorySize: 256,
          timeout: 10,
          environment: { TABLE: 'orders' },
        },
        settings: {},
        role: null,
        alarms: ['orders-api-errors'],
        ...unwatched,
        testEvents: ['/p/events/api/a.json', '/p/events/api/b.json'],
        rollout: 'careful',
        where: expect.objectContaining({
          key: 'lambda.config.yaml:9:3',
          handler: 'lambda.config.yaml:12:14',
          memorySize: 'lambda.config.yaml:5:15',
          'alarms.0': 'lambda.config.yaml:15:14',
          rollout: 'lambda.config.yaml:17:10',
        }),
      },
    ]);
  });

  it('may say next to nothing: what is absent is left alone', async () => {
    const project = await readText(minimal());
    expect(project).toMatchObject({ place: { region: null }, rollouts: {}, local: { seed: null } });
    expect(project.guard).toEqual(guardOf({}));
    expect(project.functions[0]).toMatchObject({
      name: 'orders-api',
      alias: 'live',
      config: {},
      alarms: [],
      testEvents: [],
      rollout: null,
    });
  });

  it('says null for the default of AWS', async () => {
    const text = minimal('    memorySize: null\n    timeout: ~\n    environment:\n');
    const [api] = (await readText(text)).functions;
    expect(api?.config).toEqual({ memorySize: 128, timeout: 3, environment: {} });
  });

  it('merges maps of the defaults by key and replaces lists', async () => {
    const defaults = 'defaults:\n  environment: { A1: one, B1: two }\n  alarms: [x, y]\n  memorySize: 512\n';
    const text = minimal('    environment: { B1: three }\n    alarms: [z]\n', defaults);
    const [api] = (await readText(text)).functions;
    expect(api?.config).toEqual({ environment: { A1: 'one', B1: 'three' }, memorySize: 512 });
    expect(api?.alarms).toEqual(['z']);
  });

  it('lets a function say null against a default', async () => {
    const defaults = 'defaults: { environment: { A1: one }, memorySize: 512 }\n';
    const [api] = (await readText(minimal('    environment: null\n    memorySize: null\n', defaults)))
      .functions;
    expect(api?.config).toEqual({ environment: {}, memorySize: 128 });
  });

  it('sorts functions by key and lets each name its rollout', async () => {
    const text = `project: p\nrollout: AllAtOnce\nfunctions:\n  b: { code: b }\n  a: { code: a, rollout: Canary10Percent5Minutes }\n`;
    const { functions } = await readText(text);
    expect(functions.map(({ key, rollout }) => [key, rollout])).toEqual([
      ['a', 'Canary10Percent5Minutes'],
      ['b', 'AllAtOnce'],
    ]);
  });

  it('may be JSON, with tabs', async () => {
    const text = JSON.stringify({ project: 'orders', functions: { api: { code: 'dist' } } }, null, '\t');
    expect((await readText(text, 'lambda.config.json')).name).toBe('orders');
    expect(await problemsIn(minimal(), 'lambda.config.json')).toEqual([
      'lambda.config.json:1:1  not valid JSON  (or name the file .yaml)',
    ]);
  });

  it('may share an anchor between 500 functions', async () => {
    const shared = 'defaults: { environment: &env { A1: a, B1: b } }\n';
    const first = 'functions:\n  f0: &one\n    code: dist\n    environment: *env\n    alarms: [x, y]\n';
    const keys = Array.from({ length: 499 }, (_, index) => `f${index + 1}`);
    const named = keys.map((key) => `  ${key}: { code: dist, environment: *env }\n`).join('');
    const project = await readText(`project: p\n${shared}${first}${named}`);
    expect(project.functions).toHaveLength(500);
    expect(project.functions[7]?.config).toEqual({ environment: { A1: 'a', B1: 'b' } });
    const whole = keys.map((key) => `  ${key}: *one\n`).join('');
    expect((await readText(`project: p\n${shared}${first}${whole}`)).functions).toHaveLength(500);
  });
});

describe('a refused project file', () => {
  it('is refused with every problem at once, in the order of the file', async () => {
    const text = example
      .replace('memorySize: 256', 'memorysize: 256')
      .replace('timeout: 10s', 'timeout: 10')
      .replace('rollout: careful', 'rollout: carful')
      .replace('canary: 10%', 'canary: 10')
      .replace('weight: 25%', 'weight: 1%');
    expect(await problemsIn(text)).toEqual([
      'lambda.config.yaml:5:3  defaults: unknown key `memorysize`  (did you mean `memorySize`?)',
      'lambda.config.yaml:13:14  functions.api.timeout: `10` has no unit  (write `10s` for seconds, `10m` for minutes)',
      'lambda.config.yaml:17:10  rollout: there is no rollout `carful`  (did you mean `careful`?)',
      'lambda.config.yaml:19:22  rollouts.careful.canary: `10` has no unit  (write `10%`)',
      'lambda.config.yaml:22:58  rollouts.ladder, step 2 (1%), weight: `1%` does not rise; the step before has `1%`  (let every step have more than the one before)',
    ]);
  });

  it('has the first problem as its message and a way out', async () => {
    const error = await readText('project: [').catch((caught: unknown) => caught);
    expect(ShipitError.is(error, 'badConfig')).toBe(true);
    expect(error).toMatchObject({ hint: expect.stringContaining('shipit validate') });
    expect((error as ShipitError).message).toBe((error as ShipitError).problems[0]);
  });

  it('does not repeat what an environment variable holds', async () => {
    const text = minimal('    environment: { PIN: 4711, KEY: [hunter2], OTHER: { a: hunter2 } }\n');
    const problems = await problemsIn(text);
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).not.toMatch(/4711|hunter2/);
    expect((await problemsIn(minimal('    environment: PIN=hunter2\n'))).join()).not.toContain('hunter2');
  });
});
