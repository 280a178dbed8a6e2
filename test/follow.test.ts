/** A release as it is seen from outside, over fakes: what is read, what is told, and how it ends. */
import { ShipitError } from '../src/core/errors';
import type { Event, EventOf } from '../src/core/events';
import { emptyMemory, describe as wordsOf } from '../src/ui/describe';
import { watch } from '../src/watch';
import { nowhere } from './forms';
import { nowMs } from './plan/scene';
import { refOf, release, Steering } from './steering';
import { examples, later } from './ui/examples';

const run = (world: Steering) => world.clock.runUntil(watch(world.fakes, world.request));

const readings = ({ fakes }: Steering) =>
  fakes.report.events.filter((event): event is EventOf<'status.read'> => event.type === 'status.read');

describe('a release that is followed', () => {
  it('is told when something changes, and ends with its result', async () => {
    const world = new Steering();
    world.later(20, () => world.answer('paused'));
    world.later(60, () => world.answer('paused'));
    world.later(100, () => world.open('api', { weight: 100, step: 2, phase: 'promoted' }));
    world.later(101, () => world.open('worker', { weight: 100, step: 2, phase: 'promoted' }));
    world.later(110, () => world.closeAll('3'));
    const watched = await run(world);
    expect(watched).toMatchObject({ kind: 'ended', finished: { outcome: 'promoted', exitCode: 0, release } });
    const api = readings(world).map(({ functions: [row] }) => [
      row?.step,
      row?.weight,
      row?.wish,
      row?.state,
    ]);
    expect(api).toEqual([
      [1, 10, null, 'rollingOut'],
      [1, 10, 'paused', 'rollingOut'],
      [2, 100, null, 'rollingOut'],
      [undefined, 0, undefined, 'idle'],
    ]);
    expect(world.told.at(-1)).toBe('release.finished');
    expect(world.writes).toEqual([]);
    expect(world.fakes.journal.did.filter((call) => call.startsWith('append'))).toEqual([]);
  });

  it('is told with the flags by which it is meant', async () => {
    const world = new Steering();
    const where = { ...nowhere, stage: 'prod' };
    world.later(20, () => world.closeAll('3'));
    await world.clock.runUntil(watch(world.fakes, { ...world.request, where }));
    expect(readings(world).map((reading) => reading.where)).toEqual([where, where]);
  });

  it('costs one read a poll while nothing changes', async () => {
    const world = new Steering();
    world.later(601, () => world.closeAll('2'));
    await run(world);
    const reads = world.fakes.aliases.did.filter(
      (call) => call === `read ${refOf('worker').functionName}:live`,
    );
    expect(reads.length).toBeLessThanOrEqual(4);
    expect(world.fakes.aliases.did.length - reads.length).toBeGreaterThan(40);
  });

  it.each<[string, (world: Steering) => void, string, number]>([
    ['went back', (world) => world.closeAll('2'), 'rolledBack', 3],
    ['was promoted', (world) => world.closeAll('3'), 'promoted', 0],
    ['went to a version nobody knew', (world) => world.closeAll('4'), 'lost', 4],
    ['was overwritten', (world) => wipe(world), 'lost', 4],
    ['gave its claim back', (world) => giveBack(world), 'rolledBack', 3],
    ['was promoted, and the next one began', (world) => nextBegins(world), 'promoted', 0],
  ])('that %s', async (_, end, outcome, exitCode) => {
    const world = new Steering();
    world.later(20, () => end(world));
    const watched = await run(world);
    expect(watched).toMatchObject({ kind: 'ended', finished: { outcome, exitCode } });
  });

  it('is not over while one of its aliases is open', async () => {
    const world = new Steering();
    world.later(20, () => world.close('api', '3'));
    world.later(80, () => world.close('worker', '3'));
    await run(world);
    expect(world.clock.nowMs() - nowMs).toBe(90_000);
  });

  it('may have been closed in part before anybody looked', async () => {
    const world = new Steering();
    world.close('worker', '3');
    world.later(20, () => world.close('api', '3'));
    const watched = await run(world);
    const finished = watched.kind === 'ended' ? watched.finished : null;
    expect(finished?.functions.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['api', 'promoted'],
      ['worker', 'promoted'],
    ]);
  });

  it('is followed through reads that fail', async () => {
    const world = new Steering();
    world.later(14, () => {
      for (const code of ['throttled', 'timedOut', 'unavailable'] as const)
        world.fakes.aliases.failNext('read', new ShipitError(code, code), 'before');
    });
    world.later(50, () => world.closeAll('3'));
    expect(await run(world)).toMatchObject({ kind: 'ended', finished: { outcome: 'promoted' } });
  });

  it('is told once more when its lease ends', async () => {
    const world = new Steering();
    world.later(300, () => world.closeAll('2'));
    await run(world);
    expect(readings(world).map(({ at }) => Math.round((at - nowMs) / 1000))).toEqual([0, 120, 300]);
  });

  it('is left alone after Ctrl-C', async () => {
    const world = new Steering();
    world.later(20, () => world.stopping.abort());
    expect(await run(world)).toEqual({ kind: 'stopped' });
  });
});

describe('the end of a release that is followed, where its journal is at hand', () => {
  const end = (change: Partial<EventOf<'release.finished'>>): Event => {
    const functions = ['api', 'worker'].map((key) => ({
      ...{ key, name: `orders-${key}`, alias: 'live', baseline: '2', candidate: '3' },
      ...{ outcome: 'aborted' as const, because: 'aborted from outside' },
    }));
    const word = { release, outcome: 'aborted', exitCode: 3, functions, problems: [] } as const;
    return { v: 1, type: 'release.finished', at: nowMs, ...word, ...change };
  };
  const goingBack = async () => {
    const world = new Steering();
    const started = { by: 'ann@laptop', ungated: null, reason: null, functions: [] };
    await world.fakes.journal.append(release, {
      ...{ v: 1, type: 'release.started', at: nowMs, release },
      ...started,
    });
    world.later(20, () => world.closeAll('2'));
    const says = (seconds: number, change: Partial<EventOf<'release.finished'>>) =>
      world.later(seconds, () => void world.fakes.journal.append(release, end(change)));
    return { world, says };
  };
  const secondsOf = ({ clock }: Steering) => (clock.nowMs() - nowMs) / 1000;

  it('is what its owner says, with its reason', async () => {
    const { world, says } = await goingBack();
    says(20, {});
    const watched = await run(world);
    expect(watched).toEqual({ kind: 'ended', finished: end({}) });
    expect(world.fakes.report.events.at(-1)).toEqual(end({}));
    expect(secondsOf(world)).toBe(30);
  });

  it('is waited for a while, as long as something is told', async () => {
    const { world, says } = await goingBack();
    world.later(45, () => void world.fakes.journal.append(release, later('alarm.kept', 45)));
    says(70, {});
    expect(await run(world)).toMatchObject({ finished: { outcome: 'aborted' } });
    expect(secondsOf(world)).toBeLessThan(72);
  });

  it('has the exit code of how it ended: the signal was meant for its owner', async () => {
    const { world, says } = await goingBack();
    says(20, { exitCode: 130 });
    expect(await run(world)).toMatchObject({ finished: { outcome: 'aborted', exitCode: 3 } });
  });

  it('is what was seen, when nobody says it', async () => {
    const { world } = await goingBack();
    expect(await run(world)).toMatchObject({ finished: { outcome: 'rolledBack', exitCode: 3 } });
    expect(secondsOf(world)).toBe(60);
  });

  it('is what was seen, when nobody waits any more', async () => {
    const { world, says } = await goingBack();
    world.later(35, () => world.stopping.abort());
    says(40, {});
    expect(await run(world)).toMatchObject({ finished: { outcome: 'rolledBack' } });
    expect(secondsOf(world)).toBe(35);
  });

  it('is the last word of its owner, although somebody went back by hand before', async () => {
    const { world, says } = await goingBack();
    says(19, { outcome: 'rolledBack', exitCode: 0, byHand: true, by: 'ben@desk' });
    says(30, { outcome: 'rolledBack', problems: ['gone back'] });
    expect(await run(world)).toMatchObject({ finished: { exitCode: 3, problems: ['gone back'] } });
  });

  it('is the way back by hand, when its owner is dead', async () => {
    const { world, says } = await goingBack();
    says(19, { outcome: 'rolledBack', exitCode: 0, byHand: true, by: 'ben@desk' });
    expect(await run(world)).toMatchObject({
      finished: { outcome: 'rolledBack', exitCode: 3, by: 'ben@desk' },
    });
  });

  it('is not that of a time before somebody took it over, nor a wait for a person', async () => {
    const { world, says } = await goingBack();
    says(1, { outcome: 'waiting' });
    says(2, { outcome: 'lost' });
    world.later(3, () => void world.fakes.journal.append(release, later('release.takenOver', 3)));
    says(22, {});
    expect(await run(world)).toMatchObject({ finished: { outcome: 'aborted' } });
  });
});

test('a release that is left for a person is told with what the command needs that goes on with it', async () => {
  const world = new Steering();
  world.answer('hold');
  const where = { ...nowhere, profile: null };
  const asked = { functions: ['api'], ...where, choice: { rollout: 'slow' }, gated: true };
  await world.fakes.journal.append(release, { ...examples['release.started'], release, asked });
  world.later(60, () => world.closeAll('3'));
  await world.clock.runUntil(watch(world.fakes, { ...world.request, where }));
  expect(readings(world)[0]).toMatchObject({ where, asked: { [release]: asked } });
  const [first] = readings(world);
  expect(first && wordsOf(first, emptyMemory).join()).toContain(
    `\`shipit approve --rollout slow --release ${release.slice(-6)}\` goes on, `,
  );
});

test('where nothing moves there is nothing to wait for', async () => {
  const world = new Steering();
  world.closeAll('3');
  expect(await run(world)).toMatchObject({ kind: 'rests', reading: { type: 'status.read' } });
  expect(world.told).toEqual(['status.read']);
});

function wipe({ fakes }: Steering): void {
  for (const key of ['api', 'worker'])
    fakes.aliases.put(refOf(key), { version: '3', additional: null, description: 'mine' });
}

function giveBack({ fakes }: Steering): void {
  for (const key of ['api', 'worker'])
    fakes.aliases.put(refOf(key), { version: '2', additional: null, description: 'mine' });
}

function nextBegins(world: Steering): void {
  for (const key of ['api', 'worker']) {
    world.open(key, { release: release.replace(/.$/, 'Z'), baseline: '3', candidate: '4', weight: 0 });
    const { description } = world.alias(key);
    world.fakes.aliases.put(refOf(key), { version: '3', additional: null, description });
  }
}
