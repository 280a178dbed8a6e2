/** Asking something of a release from another machine, over fakes. */
import { type ControlRequest, control } from '../src/control';
import { ShipitError } from '../src/core/errors';
import { Ulid } from '../src/core/ulid';
import { nowMs } from './plan/scene';
import { release, Steering } from './steering';

const ask = (world: Steering, what: ControlRequest['what'], change: Partial<ControlRequest> = {}) =>
  world.clock.runUntil(control(world.fakes, { ...world.request, what, step: null, drives: true, ...change }));

const refusal = async (asked: Promise<unknown>): Promise<ShipitError> => {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  if (ShipitError.is(error)) return error;
  throw new Error('it was not refused');
};

const trouble = (code: 'timedOut' | 'preconditionFailed' | 'unavailable') =>
  new ShipitError(code, `AWS: ${code}`);

describe('a wish that its owner obeys', () => {
  it('is one write to the leader, is kept in the journal, and ends with 0', async () => {
    const world = new Steering();
    world.later(12, () => world.answer('paused'));
    const worker = world.alias('worker');
    expect(await ask(world, 'pause')).toEqual({ exitCode: 0, problems: [] });
    expect(world.writes).toEqual(['write orders-api:live 2+3@10%']);
    expect(world.alias('worker')).toEqual(worker);
    expect(world.told).toEqual(['control.sent', 'wish.obeyed']);
    expect(world.fakes.report.events[0]).toMatchObject({ what: 'pause', release, step: 1, by: 'ben@desk' });
    expect(world.fakes.journal.did).toEqual([
      `append ${release} alias.written`,
      `append ${release} control.sent`,
    ]);
    const [written] = await world.fakes.journal.read(release);
    expect(written).toMatchObject({ key: 'api', weight: 10, phase: 'bake', epoch: 7, candidate: '3' });
    expect(world.clock.nowMs() - nowMs).toBeLessThanOrEqual(15_000);
  });

  it.each<[ControlRequest['what'], string | null]>([
    ['resume', 'paused'],
    ['approve', 'wait'],
    ['promote', 'wait'],
    ['abort', 'paused'],
  ])('may be %s', async (what, before) => {
    const world = new Steering();
    world.answer(before);
    world.later(12, () => world.answer(null));
    expect(await ask(world, what)).toEqual({ exitCode: 0, problems: [] });
  });

  it('may end the release before anybody looks again', async () => {
    const world = new Steering();
    world.later(3, () => world.closeAll('3'));
    expect(await ask(world, 'promote')).toEqual({ exitCode: 0, problems: [] });
    const other = new Steering();
    other.later(3, () => other.closeAll('2'));
    expect(await ask(other, 'abort')).toEqual({ exitCode: 0, problems: [] });
  });
});

describe('a wish that is not obeyed', () => {
  it('stays asked for after 45 seconds, with 6', async () => {
    const world = new Steering();
    const { exitCode, problems } = await ask(world, 'pause');
    expect([exitCode, problems[0]]).toEqual([6, 'ann@laptop has not come to it yet; it stays asked for']);
    expect(world.clock.nowMs() - nowMs).toBe(45_000);
    expect(world.wish?.what).toBe('pause');
  });

  it('says so when its owner seems dead, and who can do what', async () => {
    const world = new Steering();
    world.open('api', { leaseUntilS: nowMs / 1000 - 60 });
    expect(await ask(world, 'pause')).toEqual({
      exitCode: 6,
      problems: [
        'ann@laptop does not answer: its lease ended 1m45s ago, so it seems dead',
        `\`shipit attach --release ${release.slice(-6)}\` takes the release over, \`shipit rollback\` ends it.`,
      ],
    });
  });

  it.each<[ControlRequest['what'], string, number, string]>([
    ['pause', '3', 2, 'too late for pause: it was released meanwhile'],
    ['abort', '3', 2, 'too late for abort: it was released meanwhile'],
    ['promote', '2', 3, 'too late for promote: it went back meanwhile'],
    ['pause', '4', 4, 'too late for pause: somebody else moved it meanwhile'],
  ])('%s comes too late when version %s serves by then', async (what, version, exitCode, problem) => {
    const world = new Steering();
    world.later(3, () => world.closeAll(version));
    expect(await ask(world, what)).toEqual({ exitCode, problems: [problem] });
  });

  it('is told when a stronger one came after it', async () => {
    const world = new Steering();
    world.later(3, () => world.answer('abort'));
    expect(await ask(world, 'pause')).toMatchObject({
      exitCode: 6,
      problems: [expect.stringContaining('after you')],
    });
  });

  it('is waited for no longer after Ctrl-C, and stays asked for', async () => {
    const world = new Steering();
    world.later(3, () => world.stopping.abort());
    expect(await ask(world, 'pause')).toEqual({
      exitCode: 130,
      problems: ['stopped waiting; pause stays asked for'],
    });
    expect(world.wish?.what).toBe('pause');
  });
});

describe('a wish that is refused', () => {
  it('writes nothing and keeps nothing', async () => {
    const world = new Steering();
    const error = await refusal(ask(world, 'resume'));
    expect([error.code, error.message]).toEqual([
      'refused',
      `release ${release.slice(-6)}: it is not paused`,
    ]);
    expect([world.writes, world.fakes.journal.did, world.told]).toEqual([[], [], []]);
  });

  it('finds no release, or more than one', async () => {
    const world = new Steering();
    const other = Ulid.of(nowMs + 1, Array(16).fill(4));
    world.open('worker', { release: other });
    expect((await refusal(ask(world, 'pause'))).message).toMatch(/^2 releases move: .* by ann@laptop .*api/);
    world.later(12, () => world.answer('paused'));
    expect(await ask(world, 'pause', { release: release.slice(-6).toLowerCase() })).toMatchObject({
      exitCode: 0,
    });
    expect((await refusal(ask(world, 'pause', { release: 'ABCDEF' }))).message).toMatch(
      /^no release ABCDEF moves; there is/,
    );
    world.closeAll('3');
    expect((await refusal(ask(world, 'pause'))).message).toBe('no release moves');
  });

  it('is told when the project file does not know the leader', async () => {
    const world = new Steering();
    const [, worker] = world.request.project.functions;
    if (!worker) throw new Error('there are two functions');
    const project = { ...world.request.project, functions: [worker] };
    expect((await refusal(ask(world, 'pause', { project }))).message).toMatch(
      /^the leader of release .* is no function/,
    );
  });

  it('is for the account that the project file names', async () => {
    const world = new Steering();
    const { project } = world.request;
    const elsewhere = { ...project, place: { ...project.place, account: '999999999999' } };
    expect((await refusal(ask(world, 'abort', { project: elsewhere }))).message).toContain('999999999999');
    expect(world.writes).toEqual([]);
  });

  it('is refused for the step that does not wait', async () => {
    const world = new Steering();
    world.answer('wait');
    const { message, hint } = await refusal(ask(world, 'approve', { step: 2 }));
    expect(message).toContain('step 1 waits for approval, not step 2');
    expect(hint).toBe(`Approve it with \`shipit approve --release ${release.slice(-6)} --step 1\`.`);
  });
});

describe('a function that is named', () => {
  it('stands for its release, whichever alias leads it', async () => {
    const world = new Steering();
    const named = world.request.project.functions.filter(({ key }) => key === 'worker');
    world.later(12, () => world.answer('paused'));
    expect(await ask(world, 'pause', { named })).toMatchObject({ exitCode: 0 });
    expect(world.writes).toEqual(['write orders-api:live 2+3@10%']);
  });
});

describe('a write that goes wrong', () => {
  it('is decided again when somebody came between', async () => {
    const world = new Steering();
    world.fakes.aliases.failNext('write', trouble('preconditionFailed'), 'before');
    world.later(12, () => world.answer('paused'));
    expect(await ask(world, 'pause')).toMatchObject({ exitCode: 0 });
    expect(world.writes).toHaveLength(2);
  });

  it('is not repeated when only its answer was lost', async () => {
    const world = new Steering();
    world.fakes.aliases.failNext('write', trouble('timedOut'), 'after');
    world.later(12, () => world.answer('paused'));
    expect(await ask(world, 'pause')).toMatchObject({ exitCode: 0 });
    expect(world.writes).toHaveLength(1);
    expect(world.fakes.journal.did).toHaveLength(2);
  });

  it('is given up after a few tries, and says so', async () => {
    const world = new Steering();
    for (let index = 0; index < 6; index += 1)
      world.fakes.aliases.failNext('write', trouble('unavailable'), 'before');
    const { message } = await refusal(ask(world, 'abort'));
    expect(message).toBe('abort could not be asked for: AWS: unavailable');
    expect(world.writes).toHaveLength(6);
  });
});
