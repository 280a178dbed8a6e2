/** What was released, over fakes. */
import { ShipitError } from '../src/core/errors';
import { history } from '../src/history';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';
import { spec } from './plan/scene';
import { idOf, keepRelease } from './release/journals';

const functions = ['api', 'worker'].map((key) => spec({ key, name: `orders-${key}` }));

async function setUp() {
  const clock = new FakeClock(0);
  const fakes = fakePorts(clock);
  await keepRelease(fakes.journal, 1, { api: '11', worker: '31' });
  await keepRelease(fakes.journal, 2, { api: '12' }, { outcome: 'rolledBack', because: 'too many errors' });
  await keepRelease(fakes.journal, 3, { worker: '33' }, { outcome: null });
  await keepRelease(fakes.journal, 4, { api: '44' }, { stage: 'prod-' });
  const asked = (words: string[], limit = 20, stage: string | null = null) =>
    history(fakes, {
      project: { functions, stage: stage ? { name: stage, protected: false } : null },
      words,
      limit,
    });
  const read = async (...words: Parameters<typeof asked>) => (await asked(...words)).event;
  const told = async (...asked: Parameters<typeof read>) =>
    (await read(...asked)).releases.map(({ release }) => release);
  return { clock, fakes, asked, read, told };
}

describe('history', () => {
  it('tells every release, the newest first, and calls nobody but the journal', async () => {
    const { fakes, read } = await setUp();
    const event = await read([]);
    expect(event.releases.map(({ release, outcome }) => [release, outcome])).toEqual([
      [idOf(4), 'promoted'],
      [idOf(3), null],
      [idOf(2), 'rolledBack'],
      [idOf(1), 'promoted'],
    ]);
    expect(event).not.toHaveProperty('release');
    expect(fakes.report.events).toEqual([event]);
  });

  it('tells so many as were asked for', async () => {
    const { told } = await setUp();
    expect(await told([], 2)).toEqual([idOf(4), idOf(3)]);
  });

  it('tells those of one function, and of one stage', async () => {
    const { told } = await setUp();
    expect(await told(['api'])).toEqual([idOf(2), idOf(1)]);
    expect(await told(['work*'])).toEqual([idOf(3), idOf(1)]);
    expect(await told(['api'], 1)).toEqual([idOf(2)]);
    expect(await told([], 20, 'dev')).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('tells all of one release that is known by the end of its id', async () => {
    const { read } = await setUp();
    for (const word of [idOf(2), idOf(2).slice(-6), idOf(2).slice(-4).toLowerCase()])
      expect(await read([word])).toMatchObject({
        release: idOf(2),
        releases: [{ because: 'too many errors' }],
      });
  });

  it('refuses what is neither a release nor a function, and an end that several have', async () => {
    const { fakes, read } = await setUp();
    await expect(read(['ZZZZZZ'])).rejects.toMatchObject({ code: 'unknownRelease' });
    await expect(read(['mail', 'api'])).rejects.toMatchObject({ code: 'unknownFunction' });
    await expect(read(['no*'])).rejects.toMatchObject({ code: 'unknownFunction' });
    await keepRelease(fakes.journal, 34, { api: '14' });
    await expect(read([idOf(2).slice(-6)])).rejects.toMatchObject({ code: 'unknownRelease' });
  });

  it('tells the others although one journal is broken, and says so', async () => {
    const { fakes, told, read } = await setUp();
    const whole = fakes.journal.read.bind(fakes.journal);
    const broken = new ShipitError('journalBroken', 'line 2 does not follow');
    fakes.journal.read = (id) => (id === idOf(3) ? Promise.reject(broken) : whole(id));
    expect(await told([])).toEqual([idOf(4), idOf(2), idOf(1)]);
    expect(fakes.report.events).toContainEqual(
      expect.objectContaining({ type: 'warning', message: 'line 2 does not follow' }),
    );
    await expect(read([idOf(3)])).rejects.toBe(broken);
  });

  it('tells until when a release was left, and that its end may stand elsewhere', async () => {
    const { clock, fakes, read, asked } = await setUp();
    const because = 'stopped at step 1 as asked';
    const id = await keepRelease(
      fakes.journal,
      5,
      { api: '15' },
      { outcome: 'waiting', because, heldMinutes: 60 },
    );
    const until = '2026-11-21T03:05:00Z';
    const [waiting] = (await read([], 1)).releases;
    expect(waiting).toMatchObject({ outcome: 'waiting', because: `${because}; kept until ${until}` });
    expect((await asked([id.slice(-6)])).elsewhere).toBeNull();

    await clock.advance((waiting?.leftUntilMs ?? 0) - clock.nowMs());
    const told = `left for a person until ${until}; what became of it is not in this journal (\`shipit status\` shows where the aliases stand)`;
    expect((await read([], 1)).releases).toMatchObject([{ outcome: 'waiting', because: told }]);
    const one = await asked([id.slice(-6)]);
    expect(one.event.releases).toMatchObject([{ outcome: 'waiting', because: told }]);
    expect(one.elsewhere).toBe(told);
    expect((await asked([idOf(1).slice(-6)])).elsewhere).toBeNull();
    expect((await asked(['api'])).elsewhere).toBeNull();
  });

  it('of a project that released nothing is empty', async () => {
    const fakes = fakePorts(new FakeClock(0));
    const request = { project: { functions, stage: null }, words: [], limit: 20 };
    expect(await history(fakes, request)).toMatchObject({ event: { releases: [] }, journal: null });
  });
});
