/** Which version serves, whichever command said it; and what the summary says of a release that only stands. */
import { endingOf, outputsOf } from '../../action/outputs';
import { summaryOf } from '../../action/summary';
import { hear, nothingTold, type Told } from '../../action/told';
import type { Event, EventOf, FunctionResult } from '../../src/core/events';
import { later, release, unlooked } from '../ui/examples';

const told = (...events: Event[]): Told => events.reduce(hear, nothingTold);
const outputs = (one: Told, exitCode = 0) => outputsOf(one, endingOf(one, exitCode), false);
const versions = (one: Told) => JSON.parse(outputs(one).versions ?? '');

const who = (key: string) => ({ key, name: `orders-${key}`, alias: 'live' });
const result = (key: string, more: Partial<FunctionResult>): FunctionResult => ({
  ...{ ...who(key), baseline: '41', candidate: null, outcome: 'unchanged', because: '' },
  ...more,
});
const finished = (outcome: EventOf<'release.finished'>['outcome'], functions: FunctionResult[]) =>
  told(later('release.finished', 9, { release, outcome, exitCode: 0, functions, problems: [] }));

const rest = { candidate: null, weight: 0, by: null, leaseUntilMs: null, state: 'idle' as const };
const held = {
  ...{ candidate: '42', weight: 10, by: 'anna', leaseUntilMs: null, state: 'rollingOut' as const },
  ...{ step: 1, phase: 'watch', dueMs: 1_900_000_000_000, wish: 'held' },
};
const standing = told(
  later('status.read', 1, {
    functions: [
      { ...who('api'), version: '41', release, ...held },
      { ...who('worker'), version: '7', release: '01JD0000000000000000F7K2M1', ...rest },
    ],
    where: { config: null, stage: 'prod', alias: null, region: null, profile: null, local: null },
  }),
);

describe('the version that serves', () => {
  it('is the baseline of what did not change, was refused, or went back', () => {
    const outcomes = ['unchanged', 'refused', 'rolledBack', 'aborted', 'failed'] as const;
    for (const outcome of outcomes)
      expect(versions(finished(outcome, [result('api', { outcome })])).api).toEqual({
        ...{ function: 'orders-api', alias: 'live', baseline: '41', candidate: null },
        ...{ serves: '41', outcome },
      });
  });

  it('is the candidate of what was promoted, and the same one where settings alone were written', () => {
    const both = finished('promoted', [
      result('api', { outcome: 'promoted', candidate: '42' }),
      result('worker', { outcome: 'promoted' }),
    ]);
    expect(versions(both)).toMatchObject({ api: { serves: '42' }, worker: { serves: '41' } });
  });

  it('is none while two do, or somebody else decides', () => {
    for (const outcome of ['waiting', 'lost', 'stuck'] as const)
      expect(
        versions(finished(outcome, [result('api', { outcome, candidate: '42' })])).api.serves,
      ).toBeNull();
  });
});

test('a status has the versions of every alias', () => {
  expect(versions(standing)).toEqual({
    api: {
      ...{ function: 'orders-api', alias: 'live', baseline: '41', candidate: '42' },
      ...{ serves: null, outcome: null },
    },
    worker: {
      ...{ function: 'orders-worker', alias: 'live', baseline: '7', candidate: null },
      ...{ serves: '7', outcome: null },
    },
  });
  expect(outputs(standing)).toMatchObject({ baseline: 'api@41 worker@7', candidate: 'api@42' });
});

test('a plan has what is there, and which of it changes', () => {
  const one = { changes: [], rollout: 'careful', ...unlooked };
  const plan = later('plan.made', 0, {
    functions: [
      { ...who('api'), action: 'update', baseline: '41', ...one },
      { ...who('web'), action: 'create', baseline: null, ...one },
      { ...who('worker'), action: 'none', baseline: '7', ...one },
    ],
    ...{ rollouts: [], layers: [], roles: [] },
  });
  const planned = told(plan);
  expect(versions(planned)).toMatchObject({
    api: { baseline: '41', candidate: null, serves: '41', outcome: 'changes' },
    web: { baseline: null, serves: null, outcome: 'changes' },
    worker: { baseline: '7', serves: '7', outcome: 'unchanged' },
  });
  expect(outputs(planned)).toMatchObject({ baseline: 'api@41', candidate: '' });
});

test('the summary of a status is its table, with commands that mean this stage', () => {
  const where = { stage: 'prod', alias: null };
  const ending = endingOf(standing, 0);
  const ran = { ...{ command: 'status', stage: 'prod', ending, where }, from: 'run' as const };
  const summary = summaryOf(standing, ran);
  expect(summary).toMatch(/^# shipit status of prod: .*\n\n```text\nFUNCTION /);
  expect(summary).toContain('shipit approve --stage prod --release');
  expect(summary).not.toContain('Outcome');
  expect(summary).toMatch(/worker +orders-worker:live +7 +at rest/);
});
