import type { AliasTarget } from '../../src/core/lambda';
import { Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { AliasTargets } from '../../src/release/alias';
import { type Destination, decideBack, isThere, releaseOf } from '../../src/release/back';
import { done, open, otherRelease, owner, release, state } from './records';

const spare = otherRelease;

function destination(target: AliasTarget, to: string | null): Destination {
  const decided = decideBack(state(target, 'r1'), to, spare);
  if (typeof decided === 'string') throw new Error(decided);
  return decided;
}

const refused = (target: AliasTarget): string => {
  const decided = decideBack(state(target, 'r1'), null, spare);
  return typeof decided === 'string' ? decided : 'it was not refused';
};

describe('going back by hand', () => {
  it.each([0, 10, 100])('in the middle of a release (%d %%) leads to its baseline', (weight) => {
    const back = destination(open(weight, 'mine'), null);
    expect(back).toMatchObject({ release, epoch: owner.epoch + 1, version: '2' });
    expect(back.target).toMatchObject({ version: '2', additional: null });
    expect(Record.parse(back.target.description)).toMatchObject({
      text: 'mine',
      record: { release, epoch: owner.epoch + 1, version: '2', previous: null, bad: null },
    });
  });

  it('after a release leads to the good version before, whatever its number', () => {
    expect(destination(done('7', '3', 5), null).version).toBe('3');
  });

  it('leaves nothing to go back to, so that a second one does not return to what was bad', () => {
    const back = destination(done('7', '3', 5), null);
    expect(refused(back.target)).toBe('its record names no good version before 3');
  });

  it('to a version that was named asks no record', () => {
    expect(destination(open(10, ''), '9')).toMatchObject({ release, version: '9' });
    expect(destination(done('7', '3', 5), '9')).toMatchObject({ release, version: '9' });
    const plain = { version: '4', additional: null, description: 'mine' };
    expect(destination(plain, '9')).toMatchObject({ release: spare, epoch: 1, version: '9' });
    expect(Record.parse(destination(plain, '9').target.description)).toMatchObject({ text: 'mine' });
    const newer = { ...plain, description: 'shipit/2 what' };
    expect(destination(newer, '9')).toMatchObject({ release: spare, version: '9' });
  });

  it('is refused where nobody knows a way', () => {
    const plain = { version: '4', additional: null, description: 'mine' };
    expect(refused(plain)).toContain('no good version before is known');
    const split = { ...plain, additional: { version: '5', weight: Percent.of(10) } };
    expect(refused(split)).toBe('it is split between 4 and 5 and no release owns it');
    expect(refused({ ...plain, description: 'shipit/2 what' })).toContain('shipit/2');
  });
});

describe('an alias that somebody else brought back', () => {
  const back = destination(open(10, ''), null);

  it('is there, whether its owner or another hand did it', () => {
    expect(isThere(state(done('2', '1', owner.epoch), 'r2'), back)).toBe(true);
    expect(isThere(state(back.target, 'r2'), back)).toBe(true);
  });

  it.each([
    ['was promoted meanwhile', done('3', '2', owner.epoch)],
    ['still moves', open(10, '')],
    [
      'is in another release',
      AliasTargets.done({ release: otherRelease, epoch: 1, version: '2', previous: null, bad: null }, ''),
    ],
  ])('is not there when it %s', (_, target) => {
    expect(isThere(state(target, 'r2'), back)).toBe(false);
  });
});

describe('the release of an alias', () => {
  it('is the one it is in, or was in last', () => {
    expect(releaseOf(state(open(10, ''), 'r'))).toEqual({ release, open: true, promoted: false });
    expect(releaseOf(state(done('3', '2', 1), 'r'))).toEqual({ release, open: false, promoted: true });
    expect(releaseOf(state(done('2', null, 1), 'r'))).toEqual({ release, open: false, promoted: false });
    expect(releaseOf(state({ version: '1', additional: null, description: 'x' }, 'r'))).toBeNull();
  });
});
