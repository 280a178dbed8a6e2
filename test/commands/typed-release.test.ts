import { holdTime, releaseSuffix, stepNumber, untilWeight } from '../../commands/base/typed-release';

describe('what is typed about a release under way', () => {
  it('is read', () => {
    expect(releaseSuffix(undefined)).toBeNull();
    expect(releaseSuffix('3f7k2m')).toBe('3F7K2M');
    expect(stepNumber('2')).toBe(2);
    expect(untilWeight('10%')).toBe(10);
    expect(untilWeight('0.5%')).toBe(0.5);
    expect(holdTime('2h')).toBe(7_200_000);
  });

  it.each<[string, () => unknown]>([
    ['--release 12', () => releaseSuffix('12')],
    ['--release ../../x', () => releaseSuffix('../../x')],
    ['--step 0', () => stepNumber('0')],
    ['--step one', () => stepNumber('one')],
    ['--until 10', () => untilWeight('10')],
    ['--until 100%', () => untilWeight('100%')],
    ['--until 0%', () => untilWeight('0%')],
    ['--hold-for 2', () => holdTime('2')],
    ['--hold-for 0s', () => holdTime('0s')],
    ['--hold-for 49h', () => holdTime('49h')],
  ])('is refused by name: %s', (text, read) => {
    expect(read).toThrow(text);
  });
});
