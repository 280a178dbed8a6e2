import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '../../src/disk/lock';
import { FakeClock } from '../clock';
import { testFolder } from './folder';

const folder = testFolder();

describe('a lock between processes', () => {
  test('lets one work at a time, and goes away after a failure too', async () => {
    const clock = new FakeClock(0);
    const path = join(folder.path, 'lock');
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      await new Promise<void>((resolve) => setImmediate(resolve));
      const seen = inside;
      inside -= 1;
      return seen;
    };
    const all = Promise.all(Array.from({ length: 5 }, () => withFileLock(path, clock, work)));
    expect(await untilDone(all, clock)).toEqual([1, 1, 1, 1, 1]);
    await expect(withFileLock(path, clock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withFileLock(path, clock, work)).toBe(1);
  });

  test('of a process that lives is respected, and waited for ten seconds', async () => {
    const clock = new FakeClock(0);
    const path = join(folder.path, 'lock');
    // The parent of this process lives as long as this test.
    await writeFile(path, String(process.ppid));
    const refused = withFileLock(path, clock, async () => 'in').catch((error: unknown) => error);
    expect(await untilDone(refused, clock)).toMatchObject({ code: 'conflict' });
    expect(clock.monotonicMs()).toBe(10_000);
  });
});

/** Moves the clock only to let somebody poll again; the disk takes real turns of the event loop. */
async function untilDone<T>(work: Promise<T>, clock: FakeClock): Promise<T> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  while (!over) await clock.advance(20);
  return done;
}
