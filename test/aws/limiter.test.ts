import { createLimiter } from '../../src/aws/limiter';
import { FakeClock } from '../clock';

describe('the limiter', () => {
  test('lets fifteen calls of Lambda through in any second, wherever it begins', async () => {
    const clock = new FakeClock(0);
    const limiter = createLimiter(clock);
    const times: number[] = [];
    const take = (): void => {
      void limiter.take('lambda', 'read').then(() => times.push(clock.monotonicMs()));
    };
    for (let count = 0; count < 7; count += 1) take();
    await clock.advance(0);
    await clock.advance(600);
    expect(times).toEqual([0, 0, 0, 0, 0, 0, 0]);
    for (let count = 0; count < 40; count += 1) take();
    await clock.advance(0);
    await clock.advance(10_000);
    expect(times).toHaveLength(47);
    for (const from of times)
      expect(times.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(15);
    expect(times.at(-1)).toBeLessThanOrEqual(3600);
  });

  test('lets restores go first, then writes, then reads, each in the order they came', async () => {
    const clock = new FakeClock(0);
    const limiter = createLimiter(clock);
    const gone: string[] = [];
    for (let count = 0; count < 9; count += 1) await limiter.take('describeAlarms', 'read');
    const waiting = [
      ['read', 'first read'],
      ['write', 'first write'],
      ['restore', 'first restore'],
      ['read', 'second read'],
      ['restore', 'second restore'],
    ] as const;
    for (const [priority, name] of waiting)
      void limiter.take('describeAlarms', priority).then(() => gone.push(name));
    await clock.advance(999);
    expect(gone).toEqual([]);
    await clock.advance(1);
    expect(gone).toEqual(['first restore', 'second restore', 'first write', 'first read', 'second read']);
  });

  test('holds up nobody in one bucket because another is empty', async () => {
    const limiter = createLimiter(new FakeClock(0));
    for (let count = 0; count < 15; count += 1) await limiter.take('lambda', 'read');
    void limiter.take('lambda', 'read');
    for (let count = 0; count < 100; count += 1) await limiter.take('getFunction', 'read');
    await expect(limiter.take('getPolicy', 'read')).resolves.toBeUndefined();
  });
});
