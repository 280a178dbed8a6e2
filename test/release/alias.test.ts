import type { AliasTarget } from '../../src/core/lambda';
import { Record, type Wish } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { AliasTargets, sight } from '../../src/release/alias';
import { course, done, open, owner, release, state, versions } from './records';

describe('the routing of an alias under way', () => {
  it.each([
    [0, '2', null],
    [10, '2', { version: '3', weight: 10 }],
    [99.9, '2', { version: '3', weight: 99.9 }],
    [100, '3', null],
  ])(
    'at %d %% keeps the baseline primary until all of the traffic has moved',
    (weight, version, additional) => {
      expect(open(weight, '')).toMatchObject({ version, additional });
    },
  );

  it('sends nothing anywhere while there is no candidate yet', () => {
    const claimed = { owner, versions: { ...versions, candidate: null }, wish: null, userText: 'mine' };
    const target = AliasTargets.open({ ...claimed, course: course(0, { step: 0, phase: 'claim' }) });
    expect(target).toMatchObject({ version: '2', additional: null });
    expect(Record.parse(target.description)).toMatchObject({
      text: 'mine',
      record: { release, owner: owner.nonce, baseline: '2', candidate: null, previous: '1', phase: 'claim' },
    });
  });

  it('says in its record what it does', () => {
    expect(Record.parse(open(10, '').description)).toMatchObject({
      record: { weight: 10, step: 1, phase: 'bake', wish: null, epoch: owner.epoch },
    });
  });
});

describe('two targets', () => {
  it('are the same when versions, weight and description are', () => {
    expect(AliasTargets.same(open(10, ''), open(10, ''))).toBe(true);
    expect(AliasTargets.same(open(10, ''), { ...open(10, ''), description: '' })).toBe(false);
    expect(AliasTargets.same(open(10, ''), { ...open(10, ''), additional: null })).toBe(false);
    expect(AliasTargets.same(open(0, ''), { ...open(0, ''), version: '3' })).toBe(false);
    const other = { version: '4', weight: Percent.of(10) };
    expect(AliasTargets.same(open(10, ''), { ...open(10, ''), additional: other })).toBe(false);
  });
});

describe('what the owner sees on its alias', () => {
  const userText = 'the orders API of the shop, owned by team checkout; '.repeat(3);
  const known = state(open(10, userText), 'r1');
  const seen = (change: Partial<AliasTarget>) => sight({ ...known, ...change, revisionId: 'r2' }, known, []);
  const wished = (target: AliasTarget, wish: Wish): AliasTarget => {
    const parsed = Record.parse(target.description);
    if (parsed.kind !== 'open') throw new Error('no open record');
    return { ...target, description: Record.format({ ...parsed.record, wish }, parsed.text) };
  };
  const pause: Wish = { what: 'pause', step: 1, nonce: 'abcdef01' };

  it('is the same while the revision is', () => {
    expect(sight({ ...known, description: 'late news' }, known, [])).toBe('same');
  });

  it('is its own write when that had no answer and landed after all', () => {
    const target = open(50, '');
    expect(sight(state(target, 'r2'), known, [open(25, ''), target])).toBe('own');
  });

  it('is a touch when somebody saved it unchanged in the console', () => {
    expect(seen({})).toBe('touched');
  });

  it('is a touch when only a wish was written', () => {
    expect(seen(wished(known, pause))).toBe('touched');
  });

  it('is a touch when the wish left less room for the text of the user', () => {
    const shorter = Record.parse(wished(known, pause).description);
    const before = Record.parse(known.description);
    expect('text' in shorter && 'text' in before && shorter.text.length < before.text.length).toBe(true);
    expect(seen(wished(known, pause))).toBe('touched');
  });

  it('is its own write when a wish came on top of one that had no answer', () => {
    const target = open(50, userText);
    expect(sight(state(wished(target, pause), 'r3'), known, [target])).toBe('own');
  });

  it.each<[string, Partial<AliasTarget>]>([
    ['another weight under our own record', { additional: { version: '3', weight: Percent.of(33) } }],
    ['a cleared split under our own record', { additional: null }],
    ['another version under our own record', { version: '1' }],
    ['a wiped description', { description: '' }],
    ['a description by hand', { description: 'hands off' }],
    ['another record of the same release', { description: open(50, '').description }],
  ])('is foreign: %s', (_, change) => {
    expect(seen(change)).toBe('foreign');
  });

  it('is foreign when a wish comes with another weight', () => {
    const additional = { version: '3', weight: Percent.of(11) };
    expect(seen({ ...wished(known, pause), additional })).toBe('foreign');
  });

  it('is foreign when the wish belongs to another text of the user', () => {
    const { description } = wished(open(10, 'another text'), pause);
    expect(seen({ description })).toBe('foreign');
  });

  it('is a rollback by hand when the release is closed with a higher epoch', () => {
    expect(sight(state(done('2', '1', owner.epoch + 1), 'r2'), known, [])).toBe('byHand');
  });

  it('is a rollback by hand also after our own last record', () => {
    const closed = state(done('3', '2', owner.epoch), 'r1');
    expect(sight(state(done('2', null, owner.epoch + 1), 'r2'), closed, [])).toBe('byHand');
  });

  it.each([
    ['no higher epoch', done('2', '1', owner.epoch)],
    ['a split', { ...done('2', '1', owner.epoch + 1), additional: { version: '3', weight: Percent.of(1) } }],
  ])('is no rollback by hand with %s', (_, target) => {
    expect(sight(state(target, 'r2'), known, [])).toBe('foreign');
  });

  it('is no rollback by hand when it closes another release', () => {
    const record = { release: '01ARZ3NDEKTSV4RRFFQ69G5FAV', epoch: 9_999_999_999, version: '2' };
    const target = AliasTargets.done({ ...record, previous: null, bad: null }, '');
    expect(sight(state(target, 'r2'), known, [])).toBe('foreign');
  });
});
