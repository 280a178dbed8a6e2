import type { OwnAlarm } from '../../src/config/project';
import { definitionsOf, OwnAlarmName, ownAlarmNames } from '../../src/plan/own-alarms';
import { live, marks } from './scene';

const own = (...kinds: OwnAlarm['kind'][]): OwnAlarm[] => kinds.map((kind) => ({ kind, threshold: null }));

const subject = (alarms: readonly OwnAlarm[]) => ({
  ref: live,
  own: alarms,
  maxErrorRate: 5,
  timeoutS: 10,
  tags: marks,
});

describe('names of alarms that shipit makes', () => {
  it('are of the alias, or of one version behind it', () => {
    expect(ownAlarmNames(live, null, own('p99', 'errors'))).toEqual([
      'shipit-orders-api.live.errors',
      'shipit-orders-api.live.p99',
    ]);
    expect(ownAlarmNames(live, '42', own('throttles'))).toEqual(['shipit-orders-api.live.v42.throttles']);
  });

  it('are never those of another function or alias, whatever their names look like', () => {
    const refs = ['a', 'a-b', 'a_b', 'v1', 'b'].flatMap((functionName) =>
      ['live', 'a-b', 'v1', 'b'].map((alias) => ({ functionName, alias })),
    );
    const names = refs.flatMap((ref) =>
      [null, '1', '11'].flatMap((version) => ownAlarmNames(ref, version, own('errors', 'p99'))),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(OwnAlarmName.is)).toBe(true);
  });

  it.each([
    'shipit-orders-api.live',
    'shipit-orders-api.live.errors.old',
    'shipit-orders-api.errors',
    'orders-api.live.errors',
    'shipit-orders-api.live.v2.latency',
  ])('%s is none of them', (name) => expect(OwnAlarmName.is(name)).toBe(false));

  it('tell those of candidates apart', () => {
    expect(OwnAlarmName.isOfCandidate('shipit-orders-api.live.v2.errors')).toBe(true);
    expect(OwnAlarmName.isOfCandidate('shipit-orders-api.v2.errors')).toBe(false);
  });
});

describe('what they watch', () => {
  it('is as declared, and by default the limit of the guard, any throttle, and nine tenths of the timeout', () => {
    const declared = definitionsOf(subject([{ kind: 'errors', threshold: 0.5 }]), null);
    expect(declared).toMatchObject([{ kind: 'errors', threshold: 0.5, version: null, ...live, tags: marks }]);
    const byDefault = definitionsOf(subject(own('p99', 'throttles', 'errors')), '7');
    expect(byDefault.map(({ name, threshold, version }) => [name, threshold, version])).toEqual([
      ['shipit-orders-api.live.v7.errors', 5, '7'],
      ['shipit-orders-api.live.v7.throttles', 0, '7'],
      ['shipit-orders-api.live.v7.p99', 9000, '7'],
    ]);
  });

  it('is said in its description, with who made it', () => {
    const [alarm] = definitionsOf(subject(own('errors')), '7');
    expect(alarm?.description).toBe(
      'Made by shipit, which writes over it and removes it. orders-api:live, version 7 alone: more than 5% of the requests fail, in 2 of 3 minutes.',
    );
  });
});
