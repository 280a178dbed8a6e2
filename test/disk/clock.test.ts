import { createClock } from '../../src/disk/clock';

const dayMs = 86_400_000;

describe('the clock of this machine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('calls back once, after the time asked for', () => {
    const called: string[] = [];
    createClock().after(1500, () => called.push('now'));
    jest.advanceTimersByTime(1499);
    expect(called).toEqual([]);
    jest.advanceTimersByTime(dayMs);
    expect(called).toEqual(['now']);
  });

  test('does not call back what was cancelled', () => {
    const called: string[] = [];
    createClock().after(1000, () => called.push('now'))();
    jest.advanceTimersByTime(dayMs);
    expect(called).toEqual([]);
  });

  test('can wait for months, where Node alone would not wait at all', () => {
    const called: string[] = [];
    const clock = createClock();
    clock.after(60 * dayMs, () => called.push('kept'));
    const cancel = clock.after(60 * dayMs, () => called.push('cancelled'));
    jest.advanceTimersByTime(59 * dayMs);
    expect(called).toEqual([]);
    cancel();
    jest.advanceTimersByTime(dayMs);
    expect(called).toEqual(['kept']);
  });

  test('tells wall time in epoch milliseconds, and measures without going back', () => {
    const clock = createClock();
    jest.setSystemTime(1_800_000_000_000);
    expect(clock.nowMs()).toBe(1_800_000_000_000);
    const before = clock.monotonicMs();
    jest.setSystemTime(1_000_000_000_000);
    jest.advanceTimersByTime(5);
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(before);
  });
});
