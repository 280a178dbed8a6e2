/**
 * Images unpacked, each into a folder of its own that all functions made of it share. A folder gets its name last, so one
 * that is there is whole.
 */
import { readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kept } from '../kept';
import type { ImageConfig, ImageLibrary, ResolvedImage } from '../registry/book';
import { folderAt } from './inside';
import { layOver } from './layer';

export interface UnpackedImage {
  readonly root: string;
  readonly config: ImageConfig;
}

export interface ContainerStore extends Kept {
  /**
   * Unpacks what is not there yet. Null for an image that the registry does not have. Throws BadImage for one that cannot
   * be unpacked.
   */
  open(uri: string): Promise<UnpackedImage | null>;
  /** Resolves when nothing is being unpacked. */
  settled(): Promise<void>;
}

export interface ContainerOptions {
  /** Made when first needed. */
  readonly folder: string;
  readonly library: Pick<ImageLibrary, 'resolve' | 'readLayer'>;
  /** Addresses with digest of the images that functions are made of. */
  readonly used: () => Iterable<string>;
  readonly limits: ContainerLimits;
}

export interface ContainerLimits {
  readonly bytes: number;
  readonly entries: number;
}

/** Uncompressed (Lambda quotas). Lambda has no bound on files; more would only fill a disk with empty ones. */
export const containerLimits: ContainerLimits = { bytes: 10 * 1024 ** 3, entries: 1_000_000 };

export function createContainerStore(options: ContainerOptions): ContainerStore {
  const opening = new Map<string, Promise<UnpackedImage | null>>();
  let idle: ReadonlySet<string> = new Set();
  const remove = (name: string): void => rmSync(join(options.folder, name), { recursive: true, force: true });
  return {
    open(uri) {
      const name = nameOf(uri);
      const under = opening.get(name) ?? openOnce(options, uri).finally(() => opening.delete(name));
      opening.set(name, under);
      return under;
    },
    async settled() {
      await Promise.allSettled(opening.values());
    },
    /** Removes what no function is made of any more, and was not the time before either. */
    dump() {
      const used = new Set([...options.used()].map(nameOf));
      const spare = namesIn(options.folder).filter((name) => !used.has(name) && !opening.has(name));
      for (const name of spare) if (idle.has(name)) remove(name);
      idle = new Set(spare);
      return null;
    },
    load: () => undefined,
    clear() {
      for (const name of namesIn(options.folder)) if (!opening.has(name)) remove(name);
    },
  };
}

/** The hex digits of the digest. */
const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf(':') + 1);

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function openOnce(options: ContainerOptions, uri: string): Promise<UnpackedImage | null> {
  const folder = join(options.folder, nameOf(uri));
  const known = await readConfig(folder);
  if (known) return { root: join(folder, 'root'), config: known };
  const image = await options.library.resolve(uri);
  if (!image?.config) return null;
  await unpack(options, image, folder);
  return { root: join(folder, 'root'), config: image.config };
}

async function readConfig(folder: string): Promise<ImageConfig | null> {
  const text = await readFile(join(folder, 'image.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ImageConfig);
}

/** A root must have these before it can be entered. */
const needed = ['dev', 'proc', 'tmp', 'var/task', 'opt'];

async function unpack(options: ContainerOptions, image: ResolvedImage, folder: string): Promise<void> {
  const half = `${folder}.part`;
  const root = join(half, 'root');
  for (const old of [half, folder]) await rm(old, { recursive: true, force: true });
  await mkdir(root, { recursive: true, mode: 0o700 });
  try {
    const { bytes, entries } = options.limits;
    const room = { bytes: Math.min(bytes, await spareBytes(root)), entries };
    for (const layer of image.layers) await layOver(root, options.library.readLayer(layer), room);
    for (const place of needed) await folderAt(root, place.split('/'));
    await writeFile(join(half, 'image.json'), JSON.stringify(image.config), { mode: 0o600 });
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}

/** Half of what the disk has free. */
async function spareBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / 2;
}
