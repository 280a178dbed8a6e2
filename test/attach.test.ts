/** Following a release and taking it over, over fakes. What a take-over does then is told in test/simulation. */
import { attach } from '../src/attach';
import { control } from '../src/control';
import { ShipitError } from '../src/core/errors';
import type { Event, EventOf } from '../src/core/events';
import { nowMs } from './plan/scene';
import { refOf, release, Steering } from './steering';

const run = (world: Steering) => world.clock.runUntil(attach(world.fakes, world.request));

/** When it was taken over, seconds after the beginning; null when it was not. */
function takenAt({ fakes }: Steering): number | null {
  const taken = fakes.report.events.find(
    (event): event is EventOf<'release.takenOver'> => event.type === 'release.takenOver',
  );
  return taken ? (taken.at - nowMs) / 1000 : null;
}

const served = (world: Steering) =>
  ['api', 'worker'].map((key) => world.alias(key).additional?.version ?? world.alias(key).version);

describe('a release that somebody attaches to', () => {
  it('is only followed while its owner lives, and ends with its result', async () => {
    const world = new Steering();
    for (const seconds of [40, 80, 120, 160, 200]) world.later(seconds, () => world.answer(null));
    world.later(220, () => world.closeAll('3'));
    expect(await run(world)).toMatchObject({ exitCode: 0, outcome: 'promoted' });
    expect([world.writes, takenAt(world)]).toEqual([[], null]);
    expect(world.told[0]).toBe('control.sent');
  });

  it('is taken over when its leader stood still for one lease, whatever the wall clock says of it', async () => {
    const world = new Steering();
    world.open('api', { leaseUntilS: nowMs / 1000 - 3600 });
    world.later(50, () => world.open('api', { leaseUntilS: nowMs / 1000 - 3500 }));
    const finished = await run(world);
    // A change seen at 60 s begins the watch anew; the project file here leads to another course, so it goes back.
    expect(takenAt(world)).toBe(180);
    expect(finished).toMatchObject({ exitCode: 3, outcome: 'rolledBack' });
    expect(served(world)).toEqual(['2', '2']);
  });

  it('is not taken over on silence of AWS: only reads that were answered count', async () => {
    const world = new Steering();
    world.later(10, () => {
      for (let index = 0; index < 10; index += 1)
        world.fakes.aliases.failNext('read', new ShipitError('unavailable', 'no answer'), 'before');
    });
    world.later(161, () => world.answer(null));
    world.later(170, () => world.closeAll('3'));
    expect(await run(world)).toMatchObject({ outcome: 'promoted' });
    expect(takenAt(world)).toBeNull();
  });

  it('is followed further when somebody else was faster', async () => {
    const world = new Steering();
    const { write } = world.fakes.aliases;
    world.fakes.aliases.write = async (...args) => {
      if (takenAt(world) === null && world.writes.length === 0) world.open('api', { epoch: 999_999_999_999 });
      return write.apply(world.fakes.aliases, args);
    };
    world.later(200, () => world.closeAll('3'));
    expect(await run(world)).toMatchObject({ outcome: 'promoted' });
    expect(takenAt(world)).toBeNull();
  });

  it('is left to its person while it is held, and taken back when nobody came', async () => {
    const world = new Steering();
    const wish = { what: 'hold', step: 1, nonce: 'aaaaaaaa' };
    world.open('api', { wish, dueS: nowMs / 1000 + 3600, leaseUntilS: nowMs / 1000 });
    expect(await run(world)).toMatchObject({ exitCode: 3 });
    expect(takenAt(world)).toBe(3600);
  });

  it('is taken over where its owner died after it had closed the leader', async () => {
    const world = new Steering();
    world.close('api', '3');
    world.open('worker', { weight: 100 });
    expect(await run(world)).toMatchObject({ exitCode: 0, outcome: 'promoted' });
    expect(served(world)).toEqual(['3', '3']);
  });

  it('takes back what could not be restored when the others were released without it', async () => {
    const world = new Steering();
    world.close('api', '3');
    expect(await run(world)).toMatchObject({ exitCode: 3, outcome: 'rolledBack' });
    expect(served(world)).toEqual(['3', '2']);
  });

  it('goes on without whoever looked on, after Ctrl-C', async () => {
    const world = new Steering();
    world.later(20, () => world.stopping.abort());
    expect(await run(world)).toEqual({
      exitCode: 130,
      problems: ['stopped following; the release goes on without you'],
    });
  });
});

/** Its journal until somewhere in the middle. */
async function begun({ fakes }: Steering, ...events: readonly Event[]): Promise<void> {
  const functions = ['api', 'worker'].map((key) => ({
    key,
    ...refOf(key),
    name: `orders-${key}`,
    description: '',
  }));
  const started = {
    type: 'release.started',
    by: 'ann@laptop',
    ungated: null,
    reason: null,
    functions,
  } as const;
  await fakes.journal.append(release, { v: 1, at: nowMs, release, ...started });
  for (const event of events) await fakes.journal.append(release, event);
}

const written = (world: Steering, key: string): Event => ({
  ...{
    v: 1,
    type: 'alias.written',
    at: nowMs,
    key,
    name: `orders-${key}`,
    alias: 'live',
    fromRevision: null,
  },
  ...{
    toRevision: world.alias(key).revisionId,
    baseline: '2',
    candidate: '3',
    weight: 10,
    phase: 'bake',
    epoch: 7,
  },
});

const takenOverIn = async ({ fakes }: Steering): Promise<EventOf<'release.takenOver'> | undefined> =>
  (await fakes.journal.read(release)).find(
    (event): event is EventOf<'release.takenOver'> => event.type === 'release.takenOver',
  );

describe('a write that took effect while its writer died', () => {
  it('is told by whoever takes the release over', async () => {
    const world = new Steering();
    await begun(world, written(world, 'api'));
    const { revisionId } = world.alias('worker');
    await run(world);
    expect((await takenOverIn(world))?.found).toEqual([
      ...[{ key: 'worker', name: 'orders-worker', alias: 'live', revision: revisionId }].map((found) => ({
        ...found,
        ...{ version: '2', weight: 10, phase: 'bake' },
      })),
    ]);
  });

  it('is told of an alias that was closed already, too', async () => {
    const world = new Steering();
    world.close('api', '3');
    const { revisionId } = world.alias('api');
    await begun(world, written(world, 'worker'));
    await run(world);
    expect((await takenOverIn(world))?.found).toMatchObject([
      { key: 'api', revision: revisionId, version: '3', phase: 'done' },
    ]);
  });
});

describe('a release whose owner died between its last write and its last word', () => {
  it('gets its last word from whoever attaches and has its beginning, once its owner was silent for a lease', async () => {
    const world = new Steering();
    await begun(world);
    world.closeAll('3');
    expect(await run(world)).toMatchObject({ exitCode: 0, outcome: 'promoted', release });
    expect([takenAt(world), world.writes]).toEqual([120, []]);
    expect((await takenOverIn(world))?.found).toMatchObject([
      { key: 'api', version: '3', phase: 'done' },
      { key: 'worker', version: '3', phase: 'done' },
    ]);
    await expect(run(world)).rejects.toThrow('no release moves');
  });

  it('is told as rolled back where the baseline serves', async () => {
    const world = new Steering();
    await begun(world);
    for (const key of ['api', 'worker']) world.close(key, '2', { bad: '00000000' });
    expect(await run(world)).toMatchObject({ exitCode: 3, outcome: 'rolledBack' });
  });

  it('is left to its owner while that still says something', async () => {
    const world = new Steering();
    await begun(world);
    world.closeAll('3');
    const last = { outcome: 'promoted', exitCode: 0, functions: [], problems: [] } as const;
    world.later(100, () => void world.fakes.journal.append(release, written(world, 'api')));
    const finished: Event = { v: 1, type: 'release.finished', at: nowMs, release, ...last };
    world.later(200, () => void world.fakes.journal.append(release, finished));
    expect(await run(world)).toEqual(finished);
    expect(takenAt(world)).toBeNull();
  });

  it('has the exit code of its end: the signal was meant for its owner', async () => {
    const world = new Steering();
    await begun(world);
    world.closeAll('2');
    const last = { outcome: 'aborted', exitCode: 130, functions: [], problems: [] } as const;
    const finished: Event = { v: 1, type: 'release.finished', at: nowMs, release, ...last };
    world.later(20, () => void world.fakes.journal.append(release, finished));
    expect(await run(world)).toEqual({ ...finished, exitCode: 3 });
  });

  it('is none for a machine that has nothing of it in its journal', async () => {
    const world = new Steering();
    world.closeAll('3');
    await expect(run(world)).rejects.toThrow('no release moves');
    expect(await world.fakes.journal.read(release)).toEqual([]);
  });

  it('stays without it after Ctrl-C', async () => {
    const world = new Steering();
    await begun(world);
    world.closeAll('3');
    world.later(20, () => world.stopping.abort());
    await expect(run(world)).rejects.toThrow('stopped before anything was written');
  });
});

describe('a release that was left for a person', () => {
  const held = () => {
    const world = new Steering();
    const wish = { what: 'hold', step: 1, nonce: 'aaaaaaaa' };
    world.open('api', { wish, dueS: nowMs / 1000 + 3600, leaseUntilS: nowMs / 1000 });
    return world;
  };
  const ask = (world: Steering, what: 'abort' | 'pause') =>
    world.clock.runUntil(control(world.fakes, { ...world.request, what, step: null, drives: true }));

  it('is taken back at once by whoever aborts it', async () => {
    const world = held();
    expect(await ask(world, 'abort')).toEqual({ exitCode: 0, problems: [] });
    expect(served(world)).toEqual(['2', '2']);
    expect(world.told.filter((type) => type !== 'alias.written')).toEqual([
      'control.sent',
      'release.takenOver',
      'release.finished',
    ]);
  });

  it('cannot be paused', async () => {
    await expect(ask(held(), 'pause')).rejects.toThrow('it is held at step 1, and nobody moves it');
  });

  it('is not driven by who only looks on: that is refused with the command that would, and writes nothing', async () => {
    const world = held();
    const looking = { ...world.request, what: 'abort', step: null, drives: false } as const;
    const refusal = await control(world.fakes, looking).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('nobody drives it who could be asked'),
      hint: expect.stringMatching(/^Run `shipit abort --release \w{6}`/),
    });
    expect(world.writes).toEqual([]);
  });
});
