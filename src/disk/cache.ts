import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipAt } from '../core/code';
import type { Cache, CacheLabel, Kept, Sink } from '../core/packing';
import type { Clock, Files, Ids } from '../core/ports';
import { codeOf, explained } from './reasons';
import { type CacheRoom, makeRoom, namesIn } from './room';
import { FileSink, MemorySink } from './sink';
import { Turns } from './turns';

/** Each writer holds the files of a small zip, or the pieces of a large one, in memory. */
const writersAtOnce = 4;

type Machine = { readonly clock: Clock; readonly ids: Pick<Ids, 'nonce'>; readonly files: Files };

/**
 * `<folder>/zip/<sha256>.zip`, each under the digest of its own bytes, and `<folder>/key/<shape>.<content>`, which names
 * the zip of that content. Both appear whole by a rename. A zip is hashed each time before it is used: one that was cut,
 * changed or never reached the disk is as good as none. So nothing here needs a lock, and nothing is waited for on disk.
 */
export function createCache(machine: Machine, room: CacheRoom): Cache {
  const turns = new Turns(writersAtOnce);
  return {
    async knows(folder, shape) {
      const names = await namesIn(join(folder, 'key'));
      return names.some((name) => name.startsWith(`${shape}.`));
    },
    find: (folder, label) => find(machine, folder, label),
    keep: (folder, write) =>
      turns.take(async () => {
        const kept = await keep(machine, folder, write);
        await makeRoom(folder, machine.clock.nowMs(), room);
        return kept;
      }),
  };
}

const keyOf = (folder: string, { shape, content }: CacheLabel): string =>
  join(folder, 'key', `${shape}.${content}`);

async function find({ files, clock }: Machine, folder: string, label: CacheLabel): Promise<Kept | null> {
  const key = keyOf(folder, label);
  const hex = await readFile(key, 'utf8').catch(() => '');
  if (!/^[0-9a-f]{64}$/.test(hex)) return null;
  const path = join(folder, 'zip', `${hex}.zip`);
  try {
    const found = await files.digest(path);
    if (hexOf(found.digest) !== hex) return null;
    const used = new Date(clock.nowMs());
    // Where nothing may be written, nothing is pruned either.
    await Promise.all([utimes(key, used, used), utimes(path, used, used)]).catch(() => undefined);
    return { zip: zipAt(files, path, found), digest: found.digest };
  } catch {
    return null;
  }
}

const hexOf = (digest: string): string => Buffer.from(digest, 'base64').toString('hex');

async function keep(
  { files, ids }: Machine,
  folder: string,
  write: (sink: Sink) => Promise<CacheLabel>,
): Promise<Kept> {
  const temporary = join(folder, 'zip', `${ids.nonce()}.tmp`);
  const sink = await explained(folder, () => openSink(folder, temporary));
  if (sink === null) return inMemory(write);
  try {
    const label = await write(sink);
    await sink.close();
    const written = await files.digest(temporary);
    const hex = hexOf(written.digest);
    const path = join(folder, 'zip', `${hex}.zip`);
    await rename(temporary, path);
    await writeFile(`${temporary}.key`, hex, { mode: 0o600 });
    await rename(`${temporary}.key`, keyOf(folder, label));
    return { zip: zipAt(files, path, written), digest: written.digest };
  } finally {
    await sink.close();
    await rm(temporary, { force: true });
    await rm(`${temporary}.key`, { force: true });
  }
}

const unwritable = ['EROFS', 'EACCES', 'EPERM'];

/** Null where nothing may be written. */
async function openSink(folder: string, temporary: string): Promise<FileSink | null> {
  try {
    await mkdir(join(folder, 'key'), { recursive: true });
    await mkdir(join(folder, 'zip'), { recursive: true });
    return await FileSink.open(temporary);
  } catch (error) {
    if (unwritable.includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}

async function inMemory(write: (sink: Sink) => Promise<CacheLabel>): Promise<Kept> {
  const sink = new MemorySink();
  await write(sink);
  return sink.kept();
}
