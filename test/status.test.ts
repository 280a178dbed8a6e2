import { type OpenRecord, Record } from '../src/core/record';
import { AliasRef, Digest, Percent } from '../src/core/values';
import { status } from '../src/status';
import { statusText } from '../src/ui/status';
import { plainText } from '../src/ui/style';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';
import { nowhere } from './forms';
import { doneRecord, openRecord, release } from './plan/records';
import { nowMs, spec } from './plan/scene';
import { examples } from './ui/examples';

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

const asked = { functions: ['api'], stage: 'prod', alias: null, profile: 'ci', gated: false } as const;
const canary = { strategy: { kind: 'canary', weight: 10, bake: 60_000 } };

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

  it('tells of a release that was left until when it is kept, of all its functions alike', async () => {
    const { fakes, put, read } = setUp();
    const bakedS = nowMs / 1000 - 1;
    const hold = { what: 'hold', step: 1, nonce: 'abcdef01' };
    put('api', 10, open({ wish: hold, dueS: nowMs / 1000 + 86_400 }));
    put('worker', 10, open({ dueS: bakedS }));
    const kept = { wish: 'held', dueMs: nowMs + 86_400_000 };
    expect([await read('api'), await read('worker')]).toMatchObject([kept, kept]);
    const told = statusText(await status(fakes, specs, nowhere)).map(plainText);
    expect(told.filter((line) => line.startsWith('release '))).toHaveLength(1);
    put('api', 10, open({ wish: { ...hold, what: 'paused' }, dueS: nowMs / 1000 + 60 }));
    expect(await read('worker')).toMatchObject({ wish: 'paused', dueMs: bakedS * 1000 });
  });

  it('gives the approve of a release that was left the flags of its deploy, as the journal has them, from here', async () => {
    const { fakes, put } = setUp();
    const hold = { what: 'hold', step: 1, nonce: 'abcdef01' };
    put('api', 10, open({ wish: hold, dueS: nowMs / 1000 + 60 }));
    const where = { ...nowhere, stage: 'prod', profile: null };
    const said = async () =>
      statusText(await status(fakes, specs, where))
        .map(plainText)
        .at(-1);
    const id = release.slice(-6);
    expect(await said()).toContain(
      `\`shipit approve --stage prod --release ${id}\` goes on (with the strategy flags of its deploy, if it had any), \`shipit abort`,
    );
    const started = { ...examples['release.started'], release, asked: { ...asked, choice: canary } };
    await fakes.journal.append(release, started);
    expect(await said()).toContain(
      `\`shipit approve --stage prod --canary 10%/1m --no-gate --release ${id}\` goes on, \`shipit abort`,
    );
  });
});
