import type { AlarmReading } from '../../src/core/ports';
import { judge } from '../../src/rollout/judge';
import type { LaneCounts, Observation } from '../../src/rollout/observe';
import { asTheyAre, guard, laneOf, setScene } from './scene';

const standard = { guard, ignored: new Set<string>() };
const ungated = { ...standard, guard: null };

const scene = setScene(['api', 'worker'], asTheyAre);

const alarm = (name: string, state: AlarmReading['state']): AlarmReading => ({
  name,
  state,
  reason: 'Threshold Crossed',
  sinceMs: 0,
  partial: false,
  windowMs: 60_000,
});

/** Requests to the candidate and how many failed; the baseline is quiet. */
const counts = (key: string, invocations: number, errors: number): LaneCounts => ({
  lane: laneOf(scene, key),
  candidate: { invocations, errors },
  baseline: { invocations: 900, errors: 1 },
});

const seen = (change: Partial<Observation>): Observation => ({
  atMs: 0,
  unread: [],
  alarms: [],
  counts: [],
  gone: null,
  ...change,
});

describe('the verdict', () => {
  it.each<[string, Partial<Observation>, string]>([
    ['quiet alarms and nothing to count yet', { alarms: [alarm('a', 'OK')] }, 'pass'],
    [
      'an alarm without data: idle functions live there',
      { alarms: [alarm('a', 'INSUFFICIENT_DATA')] },
      'pass',
    ],
    ['one alarm of several', { alarms: [alarm('a', 'OK'), alarm('b', 'ALARM')] }, 'fail'],
    [
      'an alarm, although something could not be read',
      { alarms: [alarm('a', 'ALARM')], unread: ['m'] },
      'fail',
    ],
    [
      'something that could not be read',
      { alarms: [alarm('a', 'OK')], unread: ['metrics: gone'] },
      'inconclusive',
    ],
    ['no error among enough requests', { counts: [counts('api', 20, 0)] }, 'pass'],
    ['exactly the error rate that is allowed', { counts: [counts('api', 100, 5)] }, 'pass'],
    ['one error more', { counts: [counts('api', 100, 6)] }, 'fail'],
    ['many errors among enough requests', { counts: [counts('api', 20, 2)] }, 'fail'],
    ['only errors, but too few requests to judge', { counts: [counts('api', 19, 19)] }, 'inconclusive'],
    ['no request at all', { counts: [counts('api', 0, 0)] }, 'inconclusive'],
    [
      'one function too quiet to judge',
      { counts: [counts('api', 99, 0), counts('worker', 3, 0)] },
      'inconclusive',
    ],
    [
      'one function bad, another too quiet',
      { counts: [counts('worker', 3, 0), counts('api', 99, 9)] },
      'fail',
    ],
    [
      'too many errors, although alarms could not be read',
      { counts: [counts('api', 99, 9)], unread: ['a'] },
      'fail',
    ],
  ])('on %s', (_, change, status) => {
    expect(judge(seen(change), standard).status).toBe(status);
  });

  it('without a gate passes whatever was counted', () => {
    expect(judge(seen({ counts: [counts('api', 100, 100)] }), ungated)).toMatchObject({ status: 'pass' });
    expect(judge(seen({ unread: ['alias: no answer'] }), ungated)).toMatchObject({ status: 'inconclusive' });
  });

  it('says who, how many and against what, for a person', () => {
    expect(judge(seen({ counts: [counts('api', 100, 20)] }), standard).because).toBe(
      'the guard allows 5% errors: api version 2 failed 20 of 100 (20%), version 1 1 of 900',
    );
    expect(judge(seen({ alarms: [alarm('a', 'ALARM')] }), standard).because).toBe(
      'alarm a is in ALARM: Threshold Crossed',
    );
    const fine = judge(seen({ alarms: [alarm('a', 'OK')], counts: [counts('api', 20, 0)] }), standard);
    expect(fine.because).toBe('1 alarm quiet; api version 2 failed 0 of 20 (0%), version 1 1 of 900');
  });

  it('names every alarm and alias that speaks against the candidates, and nobody else', () => {
    const failing = seen({
      alarms: [alarm('a', 'OK'), alarm('b', 'ALARM')],
      counts: [counts('api', 100, 0), counts('worker', 100, 50)],
    });
    expect(judge(failing, standard).against).toEqual(['b', 'orders-worker:live']);
    expect(judge(seen({ counts: [counts('api', 3, 3)] }), standard).against).toEqual([]);
  });
});
