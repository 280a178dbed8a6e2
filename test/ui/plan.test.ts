import type { EventOf, FunctionPlan } from '../../src/core/events';
import { describe as describeEvent, emptyMemory } from '../../src/ui/describe';
import { planText } from '../../src/ui/plan';
import { type Line, plainText } from '../../src/ui/style';
import { examples, later, startMs, unlooked } from './examples';

type Plan = EventOf<'plan.made'>;

const words = (plan: Plan, details: boolean): string[] =>
  planText(plan, details).map((line: Line) => plainText(line));
const plan = (change: Partial<Plan>): Plan => later('plan.made', 0, { layers: [], roles: [], ...change });

/** One that is rolled out by `careful`. */
const update = (key: string, change: Partial<FunctionPlan> = {}): FunctionPlan => ({
  key,
  name: `orders-${key}`,
  alias: 'live',
  action: 'update',
  baseline: '41',
  changes: ['~ memorySize 128 -> 256'],
  rollout: 'careful',
  ...unlooked,
  ...change,
});

const same = (key: string): FunctionPlan => update(key, { action: 'none', changes: [], rollout: '' });
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at));

describe('the text of a plan', () => {
  it('has one line a function, then layers and roles, the steps, what a person should know, and where there is more', () => {
    expect(words(examples['plan.made'], false)).toEqual([
      '        FUNCTION  ALIAS            CHANGES           HOW',
      'update  api       orders-api:live  code, memorySize  from version 41, by careful',
      'create  new       orders-api:live  2 settings        new, all requests at once',
      'layer deps  a new version of orders-deps, 4.1 kB',
      'role orders-api-role',
      '    + Allow sqs:SendMessage on *',
      '1 unchanged',
      '',
      'rollout careful  2 steps, 10m in all, over at 02:23:05Z if it begins now',
      '    1. 10%, watch for 10m',
      '    2. 100%, no wait',
      '',
      'note: new: first release: all requests at once, because there is no version to go back to',
      '',
      'Every change: `shipit plan --details`.',
    ]);
  });

  it('names the old versions of layers that go', () => {
    const surplus = [{ key: 'deps', name: 'orders-deps', versions: [2, 1] }];
    expect(words(plan({ functions: [update('api', {})], surplus }), false)).toContain(
      'layer deps  2 old versions of orders-deps removed at the end: 2, 1',
    );
    expect(describeEvent(plan({ functions: [], rollouts: [], surplus }), emptyMemory)).toContain(
      'plan: layer deps: old versions go: 2, 1',
    );
  });

  it('names a few of many changes, and each key of the environment as one', () => {
    const changes = [
      '~ code 1 -> 2',
      '+ environment.A (1)',
      '~ timeout 3 -> 9',
      '- layers x',
      '+ layers y',
      '~ role a -> b',
    ];
    expect(words(plan({ functions: [update('api', { changes })] }), false)[1]).toContain(
      'code, environment.A, timeout, layers and 1 more',
    );
  });

  it('says of a version that is there already that only the alias moves', () => {
    expect(words(plan({ functions: [update('api', { changes: [] })] }), false)[1]).toContain(
      'moves to a version that is there',
    );
  });

  it('says of settings of the function as a whole that no version is made for them', () => {
    const functions = [
      update('api', { action: 'settings', changes: ['~ reservedConcurrency 1 -> 2'], rollout: '' }),
    ];
    expect(words(plan({ functions, rollouts: [] }), false)[1]).toBe(
      'settings  api       orders-api:live  reservedConcurrency  no new version',
    );
  });

  it('has one line for 498 functions that do not change', () => {
    const functions = [update('api'), update('web'), ...many(498, (index) => same(`f${index}`))];
    const lines = words(plan({ functions, rollouts: [] }), false);
    expect(lines.filter((line) => /unchanged/.test(line))).toEqual(['498 unchanged']);
    expect(lines.length).toBeLessThan(10);
  });

  it('is one line when there is nothing to do', () => {
    for (const details of [false, true])
      expect(
        words(plan({ functions: many(500, (index) => same(`f${index}`)), rollouts: [] }), details),
      ).toEqual(['Nothing to release: 500 functions unchanged.']);
  });

  it('is not idle when only a role changes', () => {
    const roles = [{ name: 'orders-role', changes: ['- orders-role: Allow s3:GetObject on *'] }];
    expect(words(plan({ functions: [same('api')], rollouts: [], roles }), false)).toEqual([
      'role orders-role',
      '    - Allow s3:GetObject on *',
      '1 unchanged',
    ]);
  });

  it('says of a step that it waits for a person, and with details what else it asks', () => {
    const approval = { expiresMs: 14_400_000, otherwise: 'rollback' } as const;
    const asking = { weight: 5, bakeMs: 300_000, hooks: ['run npm', 'smoke'], alarms: ['burn'], approval };
    const going = { weight: 50, bakeMs: 0, approval: { ...approval, otherwise: 'continue' } as const };
    const rollouts = [{ name: 'careful', steps: [asking, going], totalMs: 0, endsAtMs: startMs }];
    const told = plan({ functions: [update('api')], rollouts });
    expect(words(told, true)).toEqual(
      expect.arrayContaining([
        '    1. 5%, watch for 5m, wait for approval, 4h at most, then go back',
        '        asks run npm, smoke',
        '        alarms burn',
        '    2. 50%, no wait, wait for approval, 4h at most, then go on',
      ]),
    );
    expect(words(told, false).join('\n')).not.toMatch(/asks|alarms/);
    expect(words(told, false)).toContain('    2. 50%, no wait, wait for approval, 4h at most, then go on');
    expect(describeEvent(told, emptyMemory)).toContain(
      'plan: careful: 5% for 5m and an approval, 50% and an approval; 0s in all',
    );
  });

  it('promises no end where nothing is waited for', () => {
    const rollouts = [
      { name: 'all at once', steps: [{ weight: 100, bakeMs: 0 }], totalMs: 0, endsAtMs: startMs },
    ];
    expect(words(plan({ functions: [update('api')], rollouts }), false).join('\n')).not.toContain('over at');
  });
});

describe('the details of a plan', () => {
  it('show each change, and of the code its size and files', () => {
    expect(words(examples['plan.made'], true).slice(0, 8)).toEqual([
      'update api  orders-api:live  from version 41, by careful',
      '    ~ code 1a2b3c4d -> 5e6f7a8b  (1.2 MB -> 1.2 MB)',
      '        ~ index.js',
      '        + lib/new.js',
      '    ~ memorySize 128 -> 256',
      'create new  orders-api:live  new, all requests at once',
      '    + code 5e6f7a8b  (2.0 kB)',
      '    + memorySize 128',
    ]);
  });

  it('do not ask for themselves', () => {
    expect(words(examples['plan.made'], true).join('\n')).not.toContain('--details');
  });

  it('count the files of a new dependency instead of listing hundreds', () => {
    const files = many(321, (index) => `+ node_modules/f${index}.js`);
    const code = { fromBytes: 1000, toBytes: 2000, files };
    const lines = words(plan({ functions: [update('api', { changes: ['~ code 1 -> 2'], code })] }), true);
    expect(lines.filter((line) => line.includes('node_modules'))).toHaveLength(20);
    expect(lines).toContain('        and 301 more files');
  });

  it('say no size of an image, which nobody weighs', () => {
    const code = { fromBytes: 0, toBytes: 0, files: null };
    const lines = words(plan({ functions: [update('api', { changes: ['~ code 1 -> 2'], code })] }), true);
    expect(lines).toContain('    ~ code 1 -> 2');
  });
});

describe('what a person should know', () => {
  const notes = ['settings of the function as a whole hold at once'];

  it('is said once for all functions that it holds for', () => {
    const functions = ['api', 'job', 'web'].map((key) => update(key, { notes }));
    const lines = words(plan({ functions }), false).filter((line) => line.startsWith('note:'));
    expect(lines).toEqual(['note: api, job, web: settings of the function as a whole hold at once']);
  });

  it('counts functions when there are many of them, and names each with details', () => {
    const functions = many(30, (index) => update(`f${index}`, { notes }));
    const noted = (details: boolean) =>
      words(plan({ functions }), details).filter((line) => line.startsWith('note:'));
    expect(noted(false)).toEqual(['note: 30 functions: settings of the function as a whole hold at once']);
    expect(noted(true)[0]).toContain('f0, f1, f2');
  });
});

describe('drift', () => {
  it('is not spoken of when nobody looked', () => {
    expect(words(plan({ functions: [same('api')] }), false).join('\n')).not.toMatch(/drift/i);
  });

  it('is shown below the plan, also when there is nothing to release', () => {
    const drift = ['~ reservedConcurrency 10 -> 20', '~ code 1 -> 2 in $LATEST, not released'];
    const functions = [
      { ...same('api'), drift },
      { ...same('web'), drift: [] },
    ];
    expect(words(plan({ functions, rollouts: [] }), false)).toEqual([
      'Nothing to release: 2 functions unchanged.',
      '',
      'drift  live settings that differ from what was released last',
      '  api',
      '    ~ reservedConcurrency 10 -> 20',
      '    ~ code 1 -> 2 in $LATEST, not released',
    ]);
  });

  it('that nobody made is said in so many words', () => {
    const functions = [{ ...same('api'), drift: [] }];
    expect(words(plan({ functions, rollouts: [] }), false).at(-1)).toBe(
      'No drift: 1 function as it was released last.',
    );
  });
});
