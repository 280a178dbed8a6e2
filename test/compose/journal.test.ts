import type { SharedJournal } from '../../src/aws/journal';
import { awaited, keepBoth, maskedJournal } from '../../src/compose/journal';
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { FakeClock } from '../clock';
import { FakeJournal } from '../fakes/edge';

const release = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const later = '01ARZ3NDEKTSV4RRFFQ69G5FAW';
const held = (because: string): Event => ({ v: 1, type: 'rollout.held', at: 1, rollout: 'careful', because });
const reasons = (events: Event[]): unknown[] => events.map((event) => 'because' in event && event.because);
const refused = (code: ShipitError['code']) => new ShipitError(code, `S3 says ${code}`);

function setUp(change: Partial<SharedJournal> = {}) {
  const clock = new FakeClock(0);
  const [near, far] = [new FakeJournal(), new FakeJournal()];
  const warnings: string[] = [];
  const shared: SharedJournal = {
    append: (id, event) => far.append(id, event),
    read: (id) => far.read(id),
    releases: () => far.releases(),
    rest: async () => {},
    left: () => 0,
    stop: () => undefined,
    ...change,
  };
  const warn = (message: string) => warnings.push(message);
  const kept = keepBoth(near, { journal: shared, name: 's3://journals/team', clock, warn });
  return { clock, near, far, warnings, ...kept };
}

describe('the journal of this machine and that of the team', () => {
  test('both get every event, and each knows releases that the other does not', async () => {
    const { journal, near, far } = setUp();
    await journal.append(release, held('one'));
    expect(await near.read(release)).toEqual(await far.read(release));
    await far.append(later, held('elsewhere'));
    expect(await journal.releases()).toEqual([later, release]);
    expect(reasons(await journal.read(later))).toEqual(['elsewhere']);
  });

  test('of two that know the same release, the longer is told', async () => {
    const { journal, near, far } = setUp();
    await journal.append(release, held('one'));
    await far.append(release, held('by hand, from another machine'));
    expect(await journal.read(release)).toHaveLength(2);
    for (const name of ['two', 'three']) await near.append(release, held(name));
    expect(reasons(await journal.read(release))).toEqual(['one', 'two', 'three']);
  });

  test('one that is broken gives way to the other, and is told when there is no other', async () => {
    const { journal, near, far, warnings } = setUp();
    await journal.append(release, held('one'));
    near.failNext('read', refused('journalBroken'), 'before');
    expect(reasons(await journal.read(release))).toEqual(['one']);
    far.failNext('read', refused('journalBroken'), 'before');
    expect(reasons(await journal.read(release))).toEqual(['one']);
    far.failNext('read', refused('journalBroken'), 'before');
    await expect(journal.read(later)).rejects.toMatchObject({ code: 'journalBroken' });
    expect(warnings).toEqual([]);
  });

  test('nobody waits for S3 to keep an event', async () => {
    const { journal, near } = setUp({ append: () => new Promise(() => undefined) });
    await journal.append(release, held('one'));
    expect(await near.read(release)).toHaveLength(1);
  });

  test('S3 that refuses is said once, and asked no more', async () => {
    const { journal, far, warnings } = setUp({ append: () => Promise.reject(refused('accessDenied')) });
    for (const name of ['one', 'two']) await journal.append(release, held(name));
    far.failNext('releases', refused('accessDenied'), 'before');
    expect(await journal.releases()).toEqual([release]);
    expect(await journal.read(release)).toHaveLength(2);
    expect(warnings).toEqual(['the journal in s3://journals/team cannot be used: S3 says accessDenied']);
    expect(far.did).toEqual(['releases']);
  });

  test('a question waits 15 seconds for S3', async () => {
    const { clock, journal, near, warnings } = setUp({ read: () => new Promise(() => undefined) });
    await near.append(release, held('one'));
    const read = journal.read(release);
    await clock.advance(15_000);
    expect(reasons(await read)).toEqual(['one']);
    expect(warnings).toEqual([
      'the journal in s3://journals/team cannot be used: s3://journals/team does not answer',
    ]);
  });

  test('the end of a command waits for the rest as long as it becomes less, and says what is missing', async () => {
    let left = 9;
    const { clock, close, warnings } = setUp({ rest: () => new Promise(() => undefined), left: () => left });
    let closed = false;
    const closing = close().then(() => {
      closed = true;
    });
    left = 3;
    await clock.advance(29_999);
    expect(closed).toBe(false);
    await clock.advance(1);
    await closing;
    expect(warnings).toEqual(['the journal in s3://journals/team lacks 3 entries']);
  });

  test('the end of a command waits for nothing when all is written', async () => {
    const { close, warnings } = setUp();
    await close();
    expect(warnings).toEqual([]);
  });

  test('without a team there is the journal of this machine', async () => {
    const near = new FakeJournal();
    const { journal, close } = keepBoth(near, null);
    expect(journal).toBe(near);
    await close();
  });

  test('no secret stands in either', async () => {
    const { journal, near, far } = setUp();
    await maskedJournal(journal, ['correct horse']).append(release, held('the key is correct horse'));
    for (const one of [near, far]) expect(JSON.stringify(await one.read(release))).not.toContain('horse');
  });
});

describe('a disk that is slower than a rollout waits', () => {
  const slow = () => {
    const clock = new FakeClock(0);
    const near = new FakeJournal();
    let takes = (): void => undefined;
    const taken = new Promise<void>((resolve) => {
      takes = resolve;
    });
    near.append = () => taken;
    return { clock, takes, kept: awaited(near, clock) };
  };

  test('holds up a rollout for two seconds of this machine, and may take the event yet', async () => {
    const { clock, takes, kept } = slow();
    let ended = '';
    const written = kept.journal.append(release, held('one')).catch((error: unknown) => {
      ended = ShipitError.is(error, 'timedOut') ? error.message : String(error);
    });
    await clock.advance(1999);
    expect(ended).toBe('');
    await clock.advance(1);
    await written;
    expect(ended).toBe('it does not answer');
    takes();
    await kept.close();
  });

  test('leaves no timer behind when it answers', async () => {
    const { clock, takes, kept } = slow();
    const written = kept.journal.append(release, held('one'));
    takes();
    await written;
    await clock.runUntil(kept.close());
    expect(clock.nowMs()).toBe(0);
  });

  test('has taken every event when the command ends', async () => {
    const { clock, takes, kept } = slow();
    let ended = false;
    kept.journal.append(release, held('one')).catch(() => undefined);
    const closed = kept.close().then(() => {
      ended = true;
    });
    await clock.advance(1000);
    expect(ended).toBe(false);
    takes();
    await closed;
  });

  test('does not hold up the end for ever', async () => {
    const { clock, kept } = slow();
    kept.journal.append(release, held('one')).catch(() => undefined);
    await clock.runUntil(kept.close());
    expect(clock.nowMs()).toBe(15_000);
  });
});
