import type { AliasState, AliasTarget } from '../../src/core/lambda';
import { AliasTargets } from '../../src/release/alias';
import { decideBack } from '../../src/release/back';
import { readPatiently, writeBack } from '../../src/rollout/back';
import { Crews } from '../../src/rollout/crew';
import {
  asTheyAre,
  at,
  error,
  interfere,
  laneOf,
  recordOn,
  refOf,
  routing,
  type Scene,
  setScene,
  standing,
} from './scene';

const spare = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const decide = (alias: AliasState) => decideBack(alias, null, spare);

/** The alias is at 10 %, in a release whose owner goes on. */
async function moving(): Promise<Scene> {
  const set = setScene(['api'], asTheyAre);
  const lane = laneOf(set, 'api');
  lane.versions = { ...lane.versions, previous: '3' };
  await lane.write(() => Crews.open(set.crew, lane, at(1, 10)));
  set.fakes.aliases.did.length = 0;
  return set;
}

const back = (set: Scene, alias: AliasState) =>
  set.clock.runUntil(writeBack(set.fakes, refOf('api'), { alias, decide }));

const closed = (set: Scene, version: string, previous: string | null): AliasTarget => {
  const { release, epoch } = set.crew.owner;
  return AliasTargets.done({ release, epoch, version, previous, bad: null }, '');
};

describe('going back by hand', () => {
  it('is one call when nobody interferes', async () => {
    const set = await moving();
    const from = standing(set, 'api');
    const went = await back(set, from);
    expect(went).toMatchObject({ wrote: true, from, destination: { version: '1' } });
    expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1']);
  });

  it('costs one more pair of calls for each write that came between', async () => {
    const set = await moving();
    const stale = standing(set, 'api');
    const lane = laneOf(set, 'api');
    await lane.write(() => Crews.open(set.crew, lane, at(2, 50)));
    set.fakes.aliases.did.length = 0;
    expect(await back(set, stale)).toMatchObject({ wrote: true });
    expect(set.fakes.aliases.did).toEqual([
      'write orders-api:live 1',
      'read orders-api:live',
      'write orders-api:live 1',
    ]);
    expect(set.clock.monotonicMs()).toBe(0);
    expect(routing(set, 'api')).toBe('1');
  });

  it('of what was promoted in the same moment still leads to its baseline', async () => {
    const set = await moving();
    const stale = standing(set, 'api');
    interfere(set, 'api', { ...closed(set, '2', '1'), additional: null });
    expect(await back(set, stale)).toMatchObject({ wrote: true });
    expect(routing(set, 'api')).toBe('1');
  });

  it('stops where the owner itself went back in the same moment, and not one version before', async () => {
    const set = await moving();
    const stale = standing(set, 'api');
    const theirs = interfere(set, 'api', closed(set, '1', '3'));
    expect(await back(set, stale)).toMatchObject({ wrote: false, now: theirs });
    expect(standing(set, 'api')).toEqual(theirs);
  });

  it('by two people at once goes back once', async () => {
    const set = await moving();
    const alias = standing(set, 'api');
    await Promise.all([back(set, alias), back(set, alias)]);
    expect(routing(set, 'api')).toBe('1');
    expect(recordOn(set, 'api')).toMatchObject({ record: { previous: null } });
  });

  it('is found when only the answer was lost', async () => {
    const set = await moving();
    set.fakes.aliases.failNext('write', error('timedOut'), 'after');
    expect(await back(set, standing(set, 'api'))).toMatchObject({ wrote: true });
    expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1', 'read orders-api:live']);
  });

  it('is tried for as long as AWS may get better', async () => {
    const set = await moving();
    for (let time = 0; time < 100; time += 1)
      set.fakes.aliases.failNext('write', error('throttled'), 'before');
    for (let time = 0; time < 50; time += 1)
      set.fakes.aliases.failNext('read', error('unavailable'), 'before');
    expect(await back(set, standing(set, 'api'))).toMatchObject({ wrote: true });
  });

  it('is stuck after two minutes of a refusal', async () => {
    const set = await moving();
    for (let time = 0; time < 1000; time += 1)
      set.fakes.aliases.failNext('write', error('accessDenied'), 'before');
    await expect(back(set, standing(set, 'api'))).rejects.toMatchObject({
      code: 'stuck',
      message: 'orders-api:live could not be moved: AWS says accessDenied',
    });
    expect(set.clock.monotonicMs()).toBeLessThan(130_000);
  });

  it('is lost when there is nowhere to go any more', async () => {
    const set = await moving();
    const stale = standing(set, 'api');
    interfere(set, 'api', { description: '', additional: null });
    await expect(back(set, stale)).rejects.toMatchObject({ code: 'lost' });
  });

  it('is lost at once when the alias is gone, and not before write and read agree on that', async () => {
    const set = await moving();
    const stale = standing(set, 'api');
    await set.fakes.aliases.remove(refOf('api'));
    set.fakes.aliases.failNext('read', error('unavailable'), 'before');
    const gone = { code: 'lost', message: 'orders-api:live was deleted' };
    await expect(back(set, stale)).rejects.toMatchObject(gone);
    expect(set.clock.monotonicMs()).toBeLessThan(10_000);
  });
});

describe('the first look', () => {
  it('is patient with an AWS that may get better, and with nothing else', async () => {
    const set = await moving();
    const read = () => set.clock.runUntil(readPatiently(set.fakes, refOf('api')));
    for (let time = 0; time < 20; time += 1) set.fakes.aliases.failNext('read', error('throttled'), 'before');
    expect(await read()).toEqual(standing(set, 'api'));
    set.fakes.aliases.failNext('read', error('accessDenied'), 'before');
    await expect(read()).rejects.toMatchObject({ code: 'accessDenied' });
    for (let time = 0; time < 1000; time += 1)
      set.fakes.aliases.failNext('read', error('timedOut'), 'before');
    await expect(read()).rejects.toMatchObject({ code: 'timedOut' });
  });
});
