/** A release as it is seen from outside, over fakes: what is read, what is told, and how it ends. */
import { ShipitError } from '../src/core/errors';
import type { EventOf } from '../src/core/events';
import { watch } from '../src/watch';
import { nowMs } from './plan/scene';
import { refOf, release, Steering } from './steering';

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
    expect(world.fakes.journal.did).toEqual([]);
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
