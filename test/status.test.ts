import { type OpenRecord, Record } from '../src/core/record';
import { AliasRef, Digest, Percent } from '../src/core/values';
import { status } from '../src/status';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';
import { nowhere } from './forms';
import { doneRecord, openRecord, release } from './plan/records';
import { nowMs, spec } from './plan/scene';

const specs = ['api', 'worker'].map((key) => spec({ key, name: `orders-${key}` }));
const refOf = (key: string) => ({ functionName: `orders-${key}`, alias: 'live' });
const leader = Digest.short(AliasRef.key(refOf('api')));

function setUp() {
  const fakes = fakePorts(new FakeClock(nowMs));
  for (const { name } of specs) fakes.functions.seed(name, [{}, {}, {}]);
  const put = (key: string, weight: number | null, description: string) => {
    const additional = weight === null ? null : { version: '2', weight: Percent.of(weight) };
    fakes.aliases.put(refOf(key), { version: '1', additional, description });
  };
  const read = async (key: string) =>
    (await status(fakes, specs, nowhere)).functions.find((entry) => entry.key === key);
  return { fakes, put, read };
}

const open = (change: Partial<OpenRecord>): string =>
  Record.format({ ...openRecord, leader, candidate: '2', weight: 10, phase: 'bake', ...change }, '');

describe('status', () => {
  it('reads, tells and never writes', async () => {
    const { fakes, put } = setUp();
    put('api', null, 'mine');
    const event = await status(fakes, specs, nowhere);
    expect(fakes.aliases.did).toEqual(['read orders-api:live', 'read orders-worker:live']);
    expect(fakes.report.events).toEqual([event]);
    expect(fakes.journal.did).toEqual([]);
  });

  it.each<[string, number | null, string, object]>([
    ['at rest without a record', null, 'mine', { state: 'idle', version: '1', release: null }],
    ['at rest after a release', null, Record.format(doneRecord, ''), { state: 'idle', release }],
    ['split by nobody', 30, 'mine', { state: 'unowned', version: '1', candidate: '2', weight: 30 }],
    ['split under a closed record', 30, Record.format(doneRecord, ''), { state: 'unowned', weight: 30 }],
    ['unreadable', null, 'shipit/2 what', { state: 'unreadable', version: '1' }],
    [
      'rolling out',
      10,
      open({}),
      { state: 'rollingOut', version: '1', candidate: '2', weight: 10, by: 'ann@laptop', release },
    ],
    [
      'claimed',
      null,
      open({ weight: 0, candidate: null }),
      { state: 'rollingOut', candidate: null, weight: 0 },
    ],
  ])('tells an alias that is %s', async (_, weight, description, expected) => {
    const { put, read } = setUp();
    put('api', weight, description);
    expect(await read('api')).toMatchObject(expected);
  });

  it('tells a function that has no alias', async () => {
    expect(await setUp().read('api')).toMatchObject({ state: 'absent', version: null, weight: 0 });
  });

  it('tells a candidate with all of the traffic from its baseline', async () => {
    const { fakes, read } = setUp();
    const description = open({ weight: 100, phase: 'promoted' });
    fakes.aliases.put(refOf('api'), { version: '2', additional: null, description });
    expect(await read('api')).toMatchObject({ version: '1', candidate: '2', weight: 100 });
  });

  it('believes the alias, not its record, when a stranger moved the weights', async () => {
    const { put, read } = setUp();
    put('api', 33, open({}));
    expect(await read('api')).toMatchObject({ weight: 33 });
    put('api', null, open({}));
    expect(await read('api')).toMatchObject({ version: '1', weight: 0 });
  });

  it('tells the lease of the leader for all: a follower is not dead because its own stands still', async () => {
    const { put, read } = setUp();
    put('api', 10, open({ leaseUntilS: nowMs / 1000 + 100 }));
    put('worker', 10, open({ leaseUntilS: nowMs / 1000 - 500 }));
    expect(await read('worker')).toMatchObject({ leaseUntilMs: nowMs + 100_000 });
    put('api', null, 'gone');
    expect(await read('worker')).toMatchObject({ leaseUntilMs: null });
  });
});
