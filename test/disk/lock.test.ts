import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '../../src/disk/lock';
import { testFolder } from './folder';

const folder = testFolder();

/** Whoever waits gets a turn of the event loop, and is told that the time has passed. */
const hurry = () => {
  const clock = {
    waitedMs: 0,
    nowMs: () => clock.waitedMs,
    monotonicMs: () => clock.waitedMs,
    after(ms: number, then: () => void) {
      const turn = setImmediate(() => {
        clock.waitedMs += ms;
        then();
      });
      return () => clearImmediate(turn);
    },
  };
  return clock;
};

describe('a lock between processes', () => {
  test('lets one work at a time, and goes away after a failure too', async () => {
    const path = join(folder.path, 'lock');
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      await new Promise<void>((resolve) => setImmediate(resolve));
      const seen = inside;
      inside -= 1;
      return seen;
    };
    const all = Array.from({ length: 5 }, () => withFileLock(path, hurry(), work));
    expect(await Promise.all(all)).toEqual([1, 1, 1, 1, 1]);
    await expect(withFileLock(path, hurry(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withFileLock(path, hurry(), work)).toBe(1);
  });

  test('of a process that lives is respected, and waited for ten seconds', async () => {
    const clock = hurry();
    const path = join(folder.path, 'lock');
    // The parent of this process lives as long as this test.
    await writeFile(path, String(process.ppid));
    await expect(withFileLock(path, clock, async () => 'in')).rejects.toMatchObject({ code: 'conflict' });
    expect(clock.waitedMs).toBe(10_000);
  });
});
