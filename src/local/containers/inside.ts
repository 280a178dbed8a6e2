/** Places inside of an unpacked image: whatever a name or a link says, nothing is reached that is not below its root. */
import { lstat, mkdir, readlink } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { BadImage } from './problem';

/** As Linux has it. */
const mostLinks = 40;
const mostBytes = 4096;

/** The steps of a name in an archive. Throws BadImage for one that leads out, or is none. */
export function stepsOf(name: string): readonly string[] {
  const steps = name.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..') || name.includes('\0') || Buffer.byteLength(name) > mostBytes)
    throw new BadImage(`It has an entry with the name ${JSON.stringify(name.slice(0, 200))}.`);
  return steps;
}

/** A path as the image means it, on this machine: `..` does not lead above the root. */
export const placeOf = (root: string, path: string): string => join(root, posix.normalize(`/${path}`));

/** The folder behind these steps, which is made where it is missing; links are followed below the root. */
export async function folderAt(root: string, steps: readonly string[]): Promise<string> {
  let at: string[] = [];
  const ahead = [...steps];
  let links = 0;
  for (let step = ahead.shift(); step !== undefined; step = ahead.shift()) {
    const path = join(root, ...at, step);
    const target = await linkOrFolder(path);
    if (target === null) at = step === '..' ? at.slice(0, -1) : [...at, step];
    else {
      links += 1;
      if (links > mostLinks) throw new BadImage(`Too many links lead to ${steps.join('/')}.`);
      if (target.startsWith('/')) at = [];
      ahead.unshift(...target.split('/').filter((each) => each !== '' && each !== '.'));
    }
  }
  return join(root, ...at);
}

/** The target of a link; null for a folder, which is made when nothing is there. */
async function linkOrFolder(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null);
  if (found?.isSymbolicLink()) return readlink(path);
  if (found && !found.isDirectory()) throw new BadImage(`A file is in the way of a folder: ${path}.`);
  if (!found) await mkdir(path, { mode: 0o755 });
  return null;
}

/**
 * What a link at `path`, whose folder is no link, is made to say: the same place, but from here and never above the
 * root, so that it means on this machine what it means in the image.
 */
export function linkText(root: string, path: string, target: string): string {
  if (target === '' || target.includes('\0') || Buffer.byteLength(target) > mostBytes)
    throw new BadImage('It has a link that leads nowhere.');
  const from = dirname(path);
  const meant = target.startsWith('/') ? target : posix.join(posix.sep, relative(root, from), target);
  return relative(from, placeOf(root, meant)) || '.';
}
