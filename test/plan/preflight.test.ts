import { Record } from '../../src/core/record';
import { preflight, refusalOf } from '../../src/plan/preflight';
import { check, noOptions, titles } from './checking';
import { openRecord } from './records';
import { live, noChoice, planScene, seed, spec, version, world } from './scene';

describe('a release with nothing against it', () => {
  it('passes every check by name and writes nothing', async () => {
    const { checks, fakes } = await check({});
    expect(checks.map(({ title }) => title)).toEqual(Object.values(titles));
    expect(checks.flatMap(({ problems, warnings }) => [...problems, ...warnings])).toEqual([]);
    expect(refusalOf(checks)).toBeNull();
    expect([...fakes.aliases.did, ...fakes.functions.did].join()).not.toMatch(/write|create|update|publish/);
  });

  it('asks nothing about functions that do not change', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    const specs = [spec({ alarms: ['gone'] })];
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' });
    expect(refusalOf(await preflight(fakes, plan, noOptions))).toBeNull();
    expect([...fakes.alarms.did, ...fakes.triggers.did, ...fakes.journal.did]).toEqual([]);
  });
});

describe('several refusals', () => {
  it('are told together, under one error', async () => {
    const { checks } = await check({
      spec: { alarms: ['gone'] },
      description: Record.format(openRecord),
      prepare: (fakes) => fakes.triggers.set(live, { provisioned: true }),
    });
    const refused = refusalOf(checks);
    expect(refused?.code).toBe('preflight');
    expect(refused?.problems).toHaveLength(3);
    expect(refused?.message).toBe(refused?.problems[0]);
  });
});
