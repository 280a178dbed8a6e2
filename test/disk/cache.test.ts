import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sink } from '../../src/core/packing';
import { Digest } from '../../src/core/values';
import { createCache } from '../../src/disk/cache';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import type { CacheRoom } from '../../src/disk/room';
import { testFolder } from './folder';

const folder = testFolder();
const hourMs = 3_600_000;
const plenty: CacheRoom = { bytes: 1e9, keys: 1000, keptMs: hourMs };
/** Of the machine, as the times of its files are. Nothing waits for it. */
const clock = createClock();
const ids = createIds(clock);
const files = createFiles(ids);
const label = (content: string) => ({ shape: 'a'.repeat(64), content: content.repeat(64) });

/** One process; two of them share nothing but the disk. */
const cacheWith = (room: CacheRoom) => createCache({ clock, ids, files }, room);

const writing = (text: string, content: string) => async (sink: Sink) => {
  await sink.write(Buffer.from(text));
  return label(content);
};

const zips = (): Promise<string[]> => readdir(join(folder.path, 'zip'));
const keys = (): Promise<string[]> => readdir(join(folder.path, 'key'));

describe('a cache', () => {
  it('gives back what it kept, and knows of what shape that is', async () => {
    const cache = cacheWith(plenty);
    expect(await cache.knows(folder.path, label('1').shape)).toBe(false);
    const kept = await cache.keep(folder.path, writing('content', '1'));
    expect(kept.digest).toBe(Digest.of('content'));
    const other = cacheWith(plenty);
    expect(await other.knows(folder.path, label('1').shape)).toBe(true);
    expect(await other.knows(folder.path, 'b'.repeat(64))).toBe(false);
    const found = await other.find(folder.path, label('1'));
    expect(found?.digest).toBe(Digest.of('content'));
    expect(Buffer.from((await found?.zip.read()) ?? []).toString()).toBe('content');
    expect(Buffer.from((await found?.zip.part(1, 3)) ?? []).toString()).toBe('on');
    expect(await other.find(folder.path, label('2'))).toBeNull();
  });

  it('writes over what was written, also before that reached the disk', async () => {
    const kept = await cacheWith(plenty).keep(folder.path, async (sink) => {
      await sink.write(Buffer.from('head'));
      await sink.write(Buffer.alloc(3_000_000, 'x'));
      await sink.patch(0, Buffer.from('HE'));
      await sink.write(Buffer.from('end'));
      expect(sink.bytes).toBe(3_000_007);
      return label('1');
    });
    const all = Buffer.from(await kept.zip.read());
    expect([all.subarray(0, 5).toString(), all.subarray(-4).toString(), all.length]).toEqual([
      'HEadx',
      'xend',
      3_000_007,
    ]);
  });

  it('keeps nothing of a write that failed', async () => {
    const failing = cacheWith(plenty).keep(folder.path, async (sink) => {
      await sink.write(Buffer.alloc(2_000_000));
      throw new Error('the disk is gone');
    });
    await expect(failing).rejects.toThrow('the disk is gone');
    expect([await zips(), await keys()]).toEqual([[], []]);
  });

  it('holds one zip for two processes that make the same at once', async () => {
    const [one, other] = [cacheWith(plenty), cacheWith(plenty)];
    const kept = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? one : other).keep(folder.path, writing('same', '1')),
      ),
    );
    expect(new Set(kept.map(({ digest }) => digest)).size).toBe(1);
    expect([(await zips()).length, (await keys()).length]).toEqual([1, 1]);
    for (const { zip } of kept) expect(Buffer.from(await zip.read()).toString()).toBe('same');
  });

  it('lets go what was not used for longest, but nothing that was used within the hour', async () => {
    const room = { bytes: 25, keys: 100, keptMs: hourMs };
    const cache = cacheWith(room);
    for (const content of ['1', '2', '3'])
      await cache.keep(folder.path, writing(content.repeat(10), content));
    expect(await zips()).toHaveLength(3);
    const at = new Date(clock.nowMs() - 2 * hourMs);
    for (const name of await zips()) await utimes(join(folder.path, 'zip', name), at, at);
    // Used again: the hour begins anew.
    expect(await cache.find(folder.path, label('2'))).not.toBeNull();
    await cache.keep(folder.path, writing('4'.repeat(10), '4'));
    expect(await zips()).toHaveLength(2);
    expect(await cache.find(folder.path, label('1'))).toBeNull();
    expect(await cache.find(folder.path, label('2'))).not.toBeNull();
  });

  it('clears away what a process left that died while it wrote', async () => {
    const cache = cacheWith(plenty);
    await cache.keep(folder.path, writing('one', '1'));
    const old = join(folder.path, 'zip', '0badcafe.tmp');
    await writeFile(old, 'half');
    await writeFile(join(folder.path, 'zip', '1badcafe.tmp'), 'half, of one that lives');
    const at = new Date(clock.nowMs() - 2 * hourMs);
    const now = new Date(clock.nowMs());
    await utimes(old, at, at);
    await utimes(join(folder.path, 'zip', '1badcafe.tmp'), now, now);
    await cache.keep(folder.path, writing('two', '2'));
    expect((await zips()).filter((name) => name.endsWith('.tmp'))).toEqual(['1badcafe.tmp']);
  });

  it('takes no key for true that somebody else wrote there', async () => {
    const cache = cacheWith(plenty);
    await cache.keep(folder.path, writing('one', '1'));
    const [key = ''] = await keys();
    for (const text of ['', '../../../etc/passwd', 'f'.repeat(64)]) {
      await writeFile(join(folder.path, 'key', key), text);
      expect(await cache.find(folder.path, label('1'))).toBeNull();
    }
  });

  it('shows what it keeps to nobody else', async () => {
    await cacheWith(plenty).keep(folder.path, writing('one', '1'));
    const [name = ''] = await zips();
    const { mode } = await stat(join(folder.path, 'zip', name));
    expect(mode & 0o077).toBe(0);
    expect(await readFile(join(folder.path, 'zip', name), 'utf8')).toBe('one');
  });

  it('says so when something that is no folder is in its place', async () => {
    await writeFile(join(folder.path, 'zip'), '');
    const keeping = cacheWith(plenty).keep(folder.path, writing('one', '1'));
    await expect(keeping).rejects.toMatchObject({ code: 'badArtifact' });
  });

  it('keeps a zip in memory where nothing may be written', async () => {
    const unwritable = '/sys/shipit-cache';
    const cache = cacheWith(plenty);
    const kept = await cache.keep(unwritable, async (sink) => {
      await sink.write(Buffer.from('one'));
      await sink.patch(0, Buffer.from('O'));
      return label('1');
    });
    expect(Buffer.from(await kept.zip.read()).toString()).toBe('One');
    expect(kept.digest).toBe(Digest.of('One'));
    expect(await cache.find(unwritable, label('1'))).toBeNull();
  });
});
