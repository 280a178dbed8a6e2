/** The layers of a function, laid over each other in their order: a later one wins. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface LayerOptions {
  /** Made when first needed. */
  readonly folder: string;
  /** The unpacked contents of one layer version. */
  readonly layers: (arn: string) => Promise<string>;
}

/** Answers the folder for a list of layers, each made once; null for none. */
export function createLayerFolders({
  folder,
  layers,
}: LayerOptions): (arns: readonly string[]) => Promise<string | null> {
  const made = new Map<string, Promise<string>>();
  return async (arns) => {
    if (arns.length === 0) return null;
    const key = createHash('sha256').update(JSON.stringify(arns)).digest('hex');
    const path = made.get(key) ?? laid(arns, layers, join(folder, key));
    made.set(key, path);
    path.catch(() => made.delete(key));
    return path;
  };
}

async function laid(arns: readonly string[], layers: LayerOptions['layers'], path: string): Promise<string> {
  const [first, ...others] = await Promise.all(arns.map(layers));
  if (first !== undefined && others.length === 0) return first;
  const half = `${path}.part`;
  for (const old of [half, path]) await rm(old, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  for (const layer of [first ?? '', ...others]) await lay(layer, half);
  await rename(half, path);
  return path;
}

async function lay(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    const there = await lstat(target).catch(() => null);
    if (there && there.isDirectory() !== entry.isDirectory()) await rm(target, { recursive: true });
    if (entry.isDirectory()) {
      await mkdir(target, { recursive: true, mode: 0o700 });
      await lay(source, target);
    } else {
      if (there) await rm(target, { force: true });
      await copyFile(source, target, constants.COPYFILE_FICLONE);
    }
  }
}
