import type { Aliases } from '../../src/core/lambda';
import { Record } from '../../src/core/record';
import { AliasTargets } from '../../src/release/alias';
import { claim } from '../../src/rollout/claim';
import { Crews, insist } from '../../src/rollout/crew';
import { keepLease } from '../../src/rollout/keeper';
import { nowhere } from '../forms';
import {
  asTheyAre,
  at,
  error,
  interfere,
  laneOf,
  recordOn,
  routing,
  type Scene,
  setScene,
  standing,
  toldOf,
} from './scene';

async function kept(between: (aliases: Aliases) => Aliases) {
  const set = setScene(['api', 'worker'], between);
  await set.clock.runUntil(claim(set.crew, nowhere));
  set.fakes.aliases.did.length = 0;
  return { set, stop: keepLease(set.crew) };
}

function leaseS(set: Scene, key: string): number | null {
  const parsed = Record.parse(standing(set, key).description);
  return parsed.kind === 'open' ? parsed.record.leaseUntilS - set.clock.nowMs() / 1000 : null;
}

describe('the lease', () => {
  it('is renewed on the leader alone, every 40 seconds, for 120', async () => {
    const { set } = await kept(asTheyAre);
    await set.clock.advance(39_999);
    expect(set.fakes.aliases.did).toEqual([]);
    await set.clock.advance(1);
    expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1']);
    expect(leaseS(set, 'api')).toBe(120);
    await set.clock.advance(600_000);
    expect(set.fakes.aliases.did).toHaveLength(16);
    expect(leaseS(set, 'worker')).toBe(120 - 640);
  });

  it('leaves step, weight and text as they are', async () => {
    const { set } = await kept(asTheyAre);
    const leader = laneOf(set, 'api');
    await leader.write(() => Crews.open(set.crew, leader, at(1, 10)));
    await set.clock.advance(40_000);
    expect(routing(set, 'api')).toBe('1+2@10%');
    expect(recordOn(set, 'api')).toMatchObject({
      text: 'my api',
      record: { step: 1, weight: 10, phase: 'bake' },
    });
  });

  it('is tried again with the next beat when AWS did not take it', async () => {
    const { set } = await kept(asTheyAre);
    set.fakes.aliases.failNext('write', error('throttled'), 'before');
    await set.clock.advance(40_000);
    expect(leaseS(set, 'api')).toBe(80);
    await set.clock.advance(40_000);
    expect(leaseS(set, 'api')).toBe(120);
  });

  it('is not renewed any more once the release goes back: the limit of calls belongs to the restore', async () => {
    const { set } = await kept(asTheyAre);
    await set.clock.advance(50_000);
    set.crew.goingBack = true;
    await set.clock.advance(600_000);
    expect(set.fakes.aliases.did).toHaveLength(1);
  });

  it('is not renewed any more once it is stopped', async () => {
    const { set, stop } = await kept(asTheyAre);
    stop();
    await set.clock.advance(600_000);
    expect(set.fakes.aliases.did).toEqual([]);
  });

  it('lets the process end when it is stopped in the middle of a beat', async () => {
    const hooks = { duringWrite: () => {} };
    const { set, stop } = await kept((aliases) => ({
      read: (ref) => aliases.read(ref),
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: (ref, target, revision) => {
        hooks.duringWrite();
        return aliases.write(ref, target, revision);
      },
    }));
    hooks.duringWrite = stop;
    let timers = 0;
    const setTimer = set.clock.after.bind(set.clock);
    set.clock.after = (ms, then) => {
      timers += 1;
      return setTimer(ms, then);
    };
    await set.clock.advance(600_000);
    expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1']);
    expect(timers).toBe(0);
  });

  it('is not renewed on an alias that somebody else has', async () => {
    const { set } = await kept(asTheyAre);
    const theirs = interfere(set, 'api', { description: 'hands off' });
    await set.clock.advance(600_000);
    expect(standing(set, 'api')).toEqual(theirs);
    expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1', 'read orders-api:live']);
  });

  it('ends with the record that is closed', async () => {
    const { set } = await kept(asTheyAre);
    const { release, epoch } = set.crew.owner;
    const record = { release, epoch, version: '2', previous: '1', bad: null };
    await laneOf(set, 'api').write(() => AliasTargets.done(record, ''));
    await set.clock.advance(600_000);
    expect(recordOn(set, 'api').kind).toBe('done');
  });

  it('survives a bug of ours, which is told', async () => {
    const { set } = await kept(asTheyAre);
    set.fakes.aliases.failNext('write', new TypeError('x is undefined'), 'before');
    await set.clock.advance(80_000);
    expect(toldOf(set, 'warning')).toEqual([
      expect.objectContaining({ message: 'shipit itself failed to renew the lease: x is undefined' }),
    ]);
    expect(leaseS(set, 'api')).toBe(120);
  });
});

describe('insisting on a write that only needs ownership', () => {
  const back = (set: Scene) => () => {
    const { release, epoch } = set.crew.owner;
    return AliasTargets.done({ release, epoch, version: '1', previous: null, bad: null }, '');
  };

  it('goes on for as long as AWS may get better', async () => {
    const set = setScene(['api'], asTheyAre);
    for (let time = 0; time < 200; time += 1)
      set.fakes.aliases.failNext('write', error(time % 2 ? 'throttled' : 'unavailable'), 'before');
    const written = await set.clock.runUntil(insist(set.crew, laneOf(set, 'api'), back(set)));
    expect(written).toEqual({ kind: 'written' });
    expect(set.clock.monotonicMs()).toBeGreaterThan(300_000);
  });

  it('waits at most four seconds between two tries', async () => {
    const set = setScene(['api'], asTheyAre);
    for (let time = 0; time < 20; time += 1)
      set.fakes.aliases.failNext('write', error('throttled'), 'before');
    await set.clock.runUntil(insist(set.crew, laneOf(set, 'api'), back(set)));
    expect(set.clock.monotonicMs()).toBeLessThan(20 * 4000);
  });

  it.each(['accessDenied', 'expiredCredentials', 'noCredentials', 'invalid', 'notFound'] as const)(
    'gives up after two minutes of %s',
    async (code) => {
      const set = setScene(['api'], asTheyAre);
      for (let time = 0; time < 1000; time += 1) set.fakes.aliases.failNext('write', error(code), 'before');
      const written = await set.clock.runUntil(insist(set.crew, laneOf(set, 'api'), back(set)));
      expect(written).toMatchObject({ kind: 'again', error: { code } });
      expect(set.clock.monotonicMs()).toBeGreaterThan(120_000);
      expect(set.clock.monotonicMs()).toBeLessThan(130_000);
    },
  );

  it('succeeds when credentials are renewed within that time', async () => {
    const set = setScene(['api'], asTheyAre);
    for (let time = 0; time < 10; time += 1)
      set.fakes.aliases.failNext('write', error('expiredCredentials'), 'before');
    const written = await set.clock.runUntil(insist(set.crew, laneOf(set, 'api'), back(set)));
    expect(written).toEqual({ kind: 'written' });
  });

  it('ends at once when the alias is no longer ours', async () => {
    const set = setScene(['api'], asTheyAre);
    interfere(set, 'api', { version: '3' });
    const written = await set.clock.runUntil(insist(set.crew, laneOf(set, 'api'), back(set)));
    expect(written).toMatchObject({ kind: 'foreign' });
  });
});
