import { AliasRef, Digest } from '../../src/core/values';
import { describeHolder, leaseUntilMs } from '../../src/plan/holder';
import type { Standing } from '../../src/plan/leader';
import { openRecord, release } from './records';
import { live, nowMs } from './scene';

const follower = { functionName: 'orders-worker', alias: 'live' };
const record = { ...openRecord, leader: Digest.short(AliasRef.key(live)) };
const on = (ref: AliasRef, change: Partial<typeof record>): Standing => ({
  ref,
  record: { kind: 'open', record: { ...record, ...change }, text: '' },
});

describe('the lease of a release', () => {
  it('is that of its leader, whatever its followers say', () => {
    const standings = [on(follower, { leaseUntilS: 5 }), on(live, { leaseUntilS: 9 })];
    expect(leaseUntilMs(record, standings)).toBe(9000);
  });

  it.each<[string, Standing[]]>([
    ['nobody looked at the leader', [on(follower, {})]],
    ['the leader is in another release by now', [on(live, { release: '01ARZ3NDEKTSV4RRFFQ69G5FAV' })]],
    ['the leader is closed', [{ ref: live, record: { kind: 'none', text: '' } }]],
  ])('is unknown when %s', (_, standings) => {
    expect(leaseUntilMs(record, standings)).toBeNull();
  });
});

describe('who holds an alias', () => {
  const who = `ann@laptop rolls out release ${release.slice(-6)}, begun 3m ago`;

  it.each<[string, Standing[], string]>([
    ['lives', [on(live, {})], ', lease until 2026-11-20T12:01:00.000Z: wait'],
    [
      'seems dead',
      [on(live, { leaseUntilS: nowMs / 1000 })],
      ', and its lease is over, so its owner seems dead',
    ],
    ['is not known to live', [], '; another alias of that release holds its lease: wait'],
  ])('is told when it %s', (_, standings, expected) => {
    const words = { nowMs, where: null, rollback: 'shipit rollback --alias beta' };
    const told = describeHolder(record, standings, words);
    expect(told).toContain(who + expected);
    expect(told).toContain('`shipit rollback --alias beta`');
  });
});
