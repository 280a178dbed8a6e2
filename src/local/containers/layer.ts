/** Lays one layer of an image over those below it: docs.docker.com and the OCI image specification, "Image Layer Filesystem Changeset". */
import { createWriteStream } from 'node:fs';
import { chmod, link, lstat, mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { folderAt, linkText, stepsOf } from './inside';
import { BadImage } from './problem';

/** What may still be written. */
export interface Room {
  bytes: number;
  entries: number;
}

type Entry = Extract extends AsyncIterable<infer Each> ? Each : never;

type Chunks = AsyncIterable<Uint8Array>;

/** Throws BadImage for what is no layer, leads out of the folder, or has no room. */
export async function layOver(root: string, chunks: Chunks, room: Room): Promise<void> {
  const archive = extract();
  const { all, packed } = await looked(chunks);
  const source = Readable.from(all, { objectMode: false });
  const fed = packed ? pipeline(source, createGunzip(), archive) : pipeline(source, archive);
  fed.catch(() => undefined);
  const layer = new Layer(root, room);
  try {
    for await (const entry of archive) await layer.take(entry);
    await fed;
  } catch (error) {
    throw error instanceof BadImage ? error : new BadImage(`A layer cannot be read: ${told(error)}.`);
  }
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What packed the bytes is told by the bytes, as media types are not always right. */
async function looked(chunks: Chunks): Promise<{ all: Chunks; packed: boolean }> {
  const source = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  for (let next = await source.next(); !next.done; next = await source.next()) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= 4) break;
  }
  if (head.subarray(0, 4).toString('hex') === '28b52ffd')
    throw new BadImage('A layer is packed with zstd, which Lambda does not take.');
  const rest: Chunks = { [Symbol.asyncIterator]: () => source };
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* rest;
  }
  return { all: all(), packed: head.subarray(0, 2).toString('hex') === '1f8b' };
}

class Layer {
  /** What this layer has written: it hides only what was there before. */
  private readonly own = new Set<string>();
  /** Folders that were found, by their names; links that come or go may change where they are. */
  private readonly folders = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly room: Room,
  ) {}

  async take(entry: Entry): Promise<void> {
    const { name, size = 0 } = entry.header;
    this.room.entries -= 1;
    this.room.bytes -= size;
    if (this.room.entries < 0 || this.room.bytes < 0)
      throw new BadImage('Unpacked it is larger than Lambda, or this disk, has room for.');
    const steps = stepsOf(name);
    const last = steps.at(-1) ?? '';
    if (last.startsWith('.wh.')) await this.hide(await this.folder(steps.slice(0, -1)), last);
    else if (steps.length > 0) await this.write(entry, join(await this.folder(steps.slice(0, -1)), last));
    entry.resume();
  }

  private async folder(steps: readonly string[]): Promise<string> {
    const key = steps.join('/');
    const path = this.folders.get(key) ?? (await folderAt(this.root, steps));
    this.folders.set(key, path);
    return path;
  }

  private async hide(folder: string, name: string): Promise<void> {
    if (name === '.wh..wh..opq') return this.empty(folder);
    const hidden = name.slice('.wh.'.length);
    if (hidden.startsWith('.wh.')) return;
    if (['', '.', '..'].includes(hidden)) throw new BadImage('It hides what is no file.');
    if (!this.own.has(join(folder, hidden))) await this.remove(join(folder, hidden));
  }

  /** Of everything that the layers below have put there. */
  private async empty(folder: string): Promise<void> {
    for (const each of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, each.name);
      if (!this.own.has(path)) await this.remove(path);
      else if (each.isDirectory()) await this.empty(path);
    }
  }

  private async remove(path: string): Promise<void> {
    this.folders.clear();
    await rm(path, { recursive: true, force: true });
  }

  /** Devices, pipes and sockets are left out: a function needs none of them. */
  private async write(entry: Entry, path: string): Promise<void> {
    const { type, mode = 0o644, linkname } = entry.header;
    const permissions = mode & 0o777;
    if (type === 'directory') return this.writeFolder(path, permissions | 0o700);
    if (type === 'file' || type === 'contiguous-file') {
      await this.clear(path);
      await pipeline(entry, createWriteStream(path, { flags: 'wx', mode: permissions | 0o600 }));
    } else if (type === 'symlink') {
      const text = linkText(this.root, path, linkname ?? '');
      await this.clear(path);
      await symlink(text, path);
    } else if (type === 'link') await this.writeLink(path, linkname ?? '');
  }

  private async writeFolder(path: string, mode: number): Promise<void> {
    const found = await lstat(path).catch(() => null);
    if (!found?.isDirectory()) await this.clear(path);
    await mkdir(path, { recursive: true });
    await chmod(path, mode);
    this.note(path);
  }

  private async writeLink(path: string, to: string): Promise<void> {
    const steps = stepsOf(to);
    const target = join(await this.folder(steps.slice(0, -1)), steps.at(-1) ?? '.');
    const found = await lstat(target).catch(() => null);
    if (target === path) return;
    if (!found || found.isDirectory()) throw new BadImage(`It has a hard link to ${to}, which is no file.`);
    await this.clear(path);
    if (found.isSymbolicLink()) await symlink(linkText(this.root, path, await this.meant(target)), path);
    else await link(target, path);
  }

  /** Where a link leads, as a path of the image. */
  private async meant(path: string): Promise<string> {
    return `/${relative(this.root, join(dirname(path), await readlink(path)))}`;
  }

  private async clear(path: string): Promise<void> {
    if (await lstat(path).catch(() => null)) await this.remove(path);
    this.note(path);
  }

  /** With all folders that lead to it. */
  private note(path: string): void {
    for (let at = path; at !== this.root && !this.own.has(at); at = dirname(at)) this.own.add(at);
  }
}
