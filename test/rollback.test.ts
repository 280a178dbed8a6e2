/** Rollback over fakes: how many calls it takes, what it covers, and where it stops. */
import { ShipitError } from '../src/core/errors';
import type { EventOf } from '../src/core/events';
import { type OpenRecord, Record } from '../src/core/record';
import type { Whereabouts } from '../src/core/told';
import { Ulid } from '../src/core/ulid';
import { Percent } from '../src/core/values';
import { type RollbackRequest, rollback } from '../src/rollback';
import { FakeClock } from './clock';
import { type Fakes, fakePorts } from './fakes';
import { nowhere } from './forms';
import { nowMs, spec } from './plan/scene';
import { keepRelease } from './release/journals';

const [older, newer] = [1, 2].map((days) => Ulid.of(nowMs + days, Array(16).fill(days))) as [string, string];
const keys = ['api', 'mailer', 'worker'];
const specs = keys.map((key) => spec({ key, name: `orders-${key}` }));
const refOf = (key: string) => ({ functionName: `orders-${key}`, alias: 'live' });

function setUp() {
  const clock = new FakeClock(nowMs);
  const fakes = fakePorts(clock);
  for (const { name } of specs) fakes.functions.seed(name, [{}, {}, {}]);
  return { clock, fakes };
}

type Set = ReturnType<typeof setUp>;

/** At 10 % of version 3, from version 2, in a release. */
function moving({ fakes }: Set, key: string, change: Partial<OpenRecord>): void {
  const record: OpenRecord = {
    state: 'open',
    release: newer,
    epoch: 7,
    owner: '01234567',
    leader: '01234567',
    baseline: '2',
    candidate: '3',
    previous: '1',
    step: 1,
    weight: 10,
    phase: 'bake',
    dueS: 0,
    leaseUntilS: 0,
    leaseS: 120,
    until: null,
    plan: '89abcdef',
    wish: null,
    by: 'ann',
    ...change,
  };
  const additional = { version: '3', weight: Percent.of(10) };
  fakes.aliases.put(refOf(key), { version: '2', additional, description: Record.format(record, 'mine') });
}

/** Closed: version 3 serves, version 2 was good before. */
function promoted({ fakes }: Set, key: string, change: { release?: string; previous?: string | null }): void {
  const record = { state: 'done', release: newer, epoch: 7, version: '3', previous: '2', bad: null } as const;
  const description = Record.format({ ...record, ...change }, 'mine');
  fakes.aliases.put(refOf(key), { version: '3', additional: null, description });
}

const run = async (
  { clock, fakes }: Set,
  change: {
    named?: string[];
    to?: [string, string][];
    toRelease?: string;
    account?: string;
    where?: Whereabouts;
  },
) => {
  const { named = [], to = [], toRelease = null, account = null, where = nowhere } = change;
  fakes.aliases.did.length = 0;
  const request: RollbackRequest = {
    all: specs,
    named: specs.filter(({ key }) => named.includes(key)),
    to: new Map(to),
    toRelease,
    by: 'bob@desk',
    from: 'tower',
    account,
    where,
  };
  return clock.runUntil(rollback(fakes, request));
};

const standing = ({ fakes }: Set) =>
  keys.map((key) => {
    const alias = fakes.aliases.peek(refOf(key));
    return alias && (alias.additional ? `${alias.version}+${alias.additional.version}` : alias.version);
  });

const written = ({ fakes }: { fakes: Fakes }) =>
  fakes.report.events.filter((event): event is EventOf<'alias.written'> => event.type === 'alias.written');

const lost = (code: ShipitError['code']) => new ShipitError(code, `AWS says ${code}`);

describe('a rollback', () => {
  it('of one function is one read and one write', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const finished = await run(set, { named: ['api'] });
    expect(set.fakes.aliases.did).toEqual(['read orders-api:live', 'write orders-api:live 2']);
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 0, problems: [], release: newer });
    expect(finished.functions).toEqual([
      {
        key: 'api',
        name: 'orders-api',
        alias: 'live',
        baseline: '3',
        candidate: '2',
        outcome: 'rolledBack',
        because: 'back to 2 by hand; undo with `shipit rollback --to api@3`',
      },
    ]);
  });

  it('says how to undo it, with the flags that say where', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const where = { ...nowhere, config: 'my file.yaml', stage: 'prod', local: { port: 4600 } };
    const { functions } = await run(set, { named: ['api'], where });
    expect(functions[0]?.because).toBe(
      "back to 2 by hand; undo with `shipit rollback --config 'my file.yaml' --stage prod --local --port 4600 --to api@3`",
    );
  });

  it('goes to the good version of the record, not to the number before', async () => {
    const set = setUp();
    promoted(set, 'api', { previous: '1' });
    await run(set, { named: ['api'] });
    expect(standing(set)[0]).toBe('1');
  });

  it('keeps the text of the user and journals the write in its release', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    await run(set, { named: ['api'] });
    const alias = set.fakes.aliases.peek(refOf('api'));
    expect(Record.parse(alias?.description ?? '')).toMatchObject({
      text: 'mine',
      record: { release: newer, epoch: 8, version: '2', previous: null },
    });
    const journal = await set.fakes.journal.read(newer);
    expect(journal.map(({ type }) => type)).toEqual(['alias.written', 'release.finished']);
    expect(written(set)).toEqual([
      expect.objectContaining({ fromRevision: 'a1', toRevision: 'a2', baseline: '2', weight: 0, epoch: 8 }),
    ]);
  });

  it('a second time refuses and names the way: it never returns to what was bad', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    await run(set, { named: ['api'] });
    const again = await run(set, { named: ['api'] });
    expect(again).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(again.problems).toEqual([
      'api: its record names no good version before 2',
      'Name the version yourself: `shipit rollback --to <function>@<version>`.',
    ]);
    expect(standing(set)[0]).toBe('2');
  });

  it('costs one more pair when somebody writes in between', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    set.fakes.aliases.failNext('write', lost('preconditionFailed'), 'before');
    await run(set, { named: ['api'] });
    expect(set.fakes.aliases.did).toHaveLength(4);
    expect(standing(set)[0]).toBe('2');
  });

  it('is journalled once when only its answer was lost', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    set.fakes.aliases.failNext('write', lost('timedOut'), 'after');
    expect(await run(set, { named: ['api'] })).toMatchObject({ outcome: 'rolledBack' });
    expect(written(set)).toHaveLength(1);
  });

  it('that AWS refuses for two minutes is stuck, exit 5, while the others go back', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    promoted(set, 'worker', {});
    const write = set.fakes.aliases.write.bind(set.fakes.aliases);
    set.fakes.aliases.write = (ref, target, revision) =>
      ref.functionName === 'orders-api' ? Promise.reject(lost('accessDenied')) : write(ref, target, revision);
    const finished = await run(set, {});
    expect(finished).toMatchObject({ outcome: 'stuck', exitCode: 5 });
    expect(finished.problems).toEqual(['orders-api:live could not be moved: AWS says accessDenied']);
    expect(standing(set)).toEqual(['3', null, '2']);
  });
});

describe('a rollback of a project that names its account', () => {
  it('writes nothing in another one, where the functions have the same names', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const finished = await run(set, { account: '999999999999' });
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems[0]).toMatch(/for account 999999999999, but .* calls for account 123456789012/);
    expect(standing(set)[0]).toBe('3');
    expect(await run(set, { account: '123456789012' })).toMatchObject({ outcome: 'rolledBack' });
  });

  it('is not held up when nobody says which one it is', async () => {
    for (const silent of [() => Promise.reject(lost('unavailable')), () => new Promise<never>(() => {})]) {
      const set = setUp();
      promoted(set, 'api', {});
      set.fakes.identity.whoami = silent;
      expect(await run(set, { account: '999999999999' })).toMatchObject({ outcome: 'rolledBack' });
    }
  });
});

describe('in the middle of a release', () => {
  it('covers the whole of it, also what was not named', async () => {
    const set = setUp();
    moving(set, 'api', {});
    moving(set, 'worker', {});
    promoted(set, 'mailer', { release: older });
    const finished = await run(set, { named: ['api'] });
    expect(finished.functions.map(({ key }) => key).sort()).toEqual(['api', 'worker']);
    expect(standing(set)).toEqual(['2', '3', '2']);
  });

  it('covers what of it is closed already', async () => {
    const set = setUp();
    moving(set, 'api', {});
    promoted(set, 'worker', {});
    await run(set, { named: ['api'] });
    expect(standing(set)).toEqual(['2', null, '2']);
  });

  it('takes along every release under way when nothing is named, and no other', async () => {
    const set = setUp();
    moving(set, 'api', { release: older });
    moving(set, 'worker', { release: newer });
    promoted(set, 'mailer', {});
    await run(set, {});
    expect(standing(set)[0]).toBe('2');
    expect(standing(set)[2]).toBe('2');
  });

  it('raises the epoch, so that the owner knows whose hand it was', async () => {
    const set = setUp();
    moving(set, 'api', { epoch: 41 });
    await run(set, {});
    const alias = set.fakes.aliases.peek(refOf('api'));
    expect(Record.parse(alias?.description ?? '')).toMatchObject({ record: { release: newer, epoch: 42 } });
  });

  it('writes nothing more when its owner went back in the same moment', async () => {
    const set = setUp();
    moving(set, 'api', {});
    const write = set.fakes.aliases.write.bind(set.fakes.aliases);
    set.fakes.aliases.write = (ref, target, revision) => {
      set.fakes.aliases.write = write;
      const record = {
        state: 'done',
        release: newer,
        epoch: 7,
        version: '2',
        previous: '1',
        bad: null,
      } as const;
      set.fakes.aliases.put(ref, { version: '2', additional: null, description: Record.format(record, '') });
      return write(ref, target, revision);
    };
    expect(await run(set, {})).toMatchObject({ outcome: 'rolledBack' });
    expect(standing(set)[0]).toBe('2');
    expect(written(set)).toEqual([]);
  });

  it('leaves a release alone that began on the alias in the same moment', async () => {
    const set = setUp();
    promoted(set, 'api', { release: older });
    const write = set.fakes.aliases.write.bind(set.fakes.aliases);
    set.fakes.aliases.write = (ref, target, revision) => {
      set.fakes.aliases.write = write;
      moving(set, 'api', { baseline: '2' });
      return write(ref, target, revision);
    };
    expect(await run(set, { named: ['api'] })).toMatchObject({ outcome: 'lost', exitCode: 4 });
    expect(standing(set)[0]).toBe('2+3');
  });
});

describe('without names', () => {
  it('goes back with the last release, and leaves those before alone', async () => {
    const set = setUp();
    promoted(set, 'api', { release: older });
    promoted(set, 'mailer', {});
    promoted(set, 'worker', {});
    await run(set, {});
    expect(standing(set)).toEqual(['3', '2', '2']);
  });

  it('is not held up by a function that was new in that release, or is back already', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    promoted(set, 'worker', { previous: null });
    expect(await run(set, {})).toMatchObject({ outcome: 'rolledBack' });
    expect(standing(set)).toEqual(['2', null, '3']);
  });

  it('refuses when shipit has released nothing', async () => {
    const set = setUp();
    set.fakes.aliases.put(refOf('api'), { version: '2', additional: null, description: 'by hand' });
    const finished = await run(set, {});
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2, release: null });
    expect(finished.problems[0]).toBe('shipit has not released any of these functions yet');
    expect(set.fakes.aliases.did.filter((call) => call.startsWith('write'))).toEqual([]);
  });
});

describe('--to', () => {
  it('goes to the version that was named', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    expect(await run(set, { named: ['api'], to: [['api', '1']] })).toMatchObject({ outcome: 'rolledBack' });
    expect(standing(set)[0]).toBe('1');
  });

  it('decides a split that nobody owns, which is refused without it', async () => {
    const set = setUp();
    const additional = { version: '3', weight: Percent.of(30) };
    set.fakes.aliases.put(refOf('api'), { version: '2', additional, description: 'by hand' });
    const refused = await run(set, { named: ['api'] });
    expect(refused).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(refused.problems[0]).toBe('api: it is split between 2 and 3 and no release owns it');
    expect(await run(set, { named: ['api'], to: [['api', '2']] })).toMatchObject({ outcome: 'rolledBack' });
    const alias = set.fakes.aliases.peek(refOf('api'));
    expect(alias).toMatchObject({ version: '2', additional: null });
    expect(Record.parse(alias?.description ?? '')).toMatchObject({ kind: 'done', text: 'by hand' });
  });

  it('a version that does not exist is refused at once, before anything is written', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const finished = await run(set, { named: ['api'], to: [['api', '99']] });
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems[0]).toBe('api: orders-api has no version 99');
    expect(set.fakes.aliases.did).toEqual(['read orders-api:live']);
  });

  it('is not held up when that version cannot be looked at', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    set.fakes.functions.failNext('look', lost('throttled'), 'before');
    expect(await run(set, { named: ['api'], to: [['api', '1']] })).toMatchObject({ outcome: 'rolledBack' });
  });
});

describe('--to a release', () => {
  const sha = 'c0ffee0'.padEnd(40, '1');
  const then = async (set: Set, change: { outcome?: 'aborted' } = {}) =>
    keepRelease(set.fakes.journal, 1, { api: '1', worker: '2' }, { commit: sha, ...change });

  it('takes all its functions to what they were, each by one write', async () => {
    const set = setUp();
    for (const key of ['api', 'worker', 'mailer']) promoted(set, key, {});
    const release = await then(set);
    const finished = await run(set, { toRelease: release.slice(-6) });
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 0, problems: [] });
    expect(standing(set)).toEqual(['1', '3', '2']);
    expect([...set.fakes.aliases.did].sort()).toEqual([
      ...['read orders-api:live', 'read orders-worker:live'],
      ...['write orders-api:live 1', 'write orders-worker:live 2'],
    ]);
  });

  it('takes those that were named, by the commit it was made of', async () => {
    const set = setUp();
    for (const key of ['api', 'worker']) promoted(set, key, {});
    await then(set);
    await run(set, { named: ['worker'], toRelease: sha.slice(0, 7) });
    expect(standing(set)).toEqual(['3', null, '2']);
  });

  it('leaves alone what serves that version already, and remembers what was good before', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const additional = null;
    const record = {
      state: 'done',
      release: older,
      epoch: 7,
      version: '2',
      previous: '1',
      bad: null,
    } as const;
    set.fakes.aliases.put(refOf('worker'), {
      version: '2',
      additional,
      description: Record.format(record, ''),
    });
    await then(set);
    const finished = await run(set, { toRelease: sha });
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 0, problems: [], release: newer });
    expect(finished.functions.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['api', 'rolledBack'],
      ['worker', 'unchanged'],
    ]);
    expect(set.fakes.aliases.did).not.toContain('write orders-worker:live 2');
    expect(await run(set, { toRelease: sha })).toMatchObject({ outcome: 'unchanged', exitCode: 0 });
  });

  it('is refused when it was not promoted, or when nobody knows it, and reads no alias', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    const release = await then(set, { outcome: 'aborted' });
    const finished = await run(set, { toRelease: release });
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems[0]).toBe(`release ${release.slice(-6)} was aborted`);
    expect((await run(set, { toRelease: 'ZZZZZZ' })).problems).toEqual([
      'no release and no commit is known as ZZZZZZ',
      'See `shipit history` for the releases that are kept.',
    ]);
    expect(set.fakes.aliases.did).toEqual([]);
  });

  it('says to each release that it moves away from who did it, from where', async () => {
    const set = setUp();
    promoted(set, 'api', {});
    promoted(set, 'worker', { release: older });
    await then(set);
    const finished = await run(set, { toRelease: sha });
    expect(finished).toMatchObject({ byHand: true, by: 'bob@desk', from: 'tower' });
    for (const [release, key] of [
      [newer, 'api'],
      [older, 'worker'],
    ] as const) {
      const told = (await set.fakes.journal.read(release)).at(-1);
      const who = { release, byHand: true, by: 'bob@desk', from: 'tower' };
      expect(told).toMatchObject({ type: 'release.finished', ...who, functions: [{ key }] });
    }
    expect(set.fakes.report.did.filter((type) => type === 'release.finished')).toHaveLength(1);
  });
});

describe('a function that was named', () => {
  it('and has no alias is refused', async () => {
    const set = setUp();
    const finished = await run(set, { named: ['api'] });
    expect(finished).toMatchObject({ outcome: 'refused' });
    expect(finished.problems[0]).toBe('api: orders-api has no alias live');
  });

  it('and cannot be read for long is refused with the reason', async () => {
    const set = setUp();
    set.fakes.aliases.failNext('read', lost('accessDenied'), 'before');
    const finished = await run(set, { named: ['api'] });
    expect(finished.problems[0]).toBe('AWS says accessDenied');
  });

  it('does not hide a bug', async () => {
    const set = setUp();
    set.fakes.aliases.failNext('read', new TypeError('x is undefined'), 'before');
    await expect(run(set, { named: ['api'] })).rejects.toThrow(TypeError);
  });
});
