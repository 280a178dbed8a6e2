import { join } from 'node:path';
import type { Files } from '../core/ports';

/** What is wrong with a path of the project file that must stay below its folder; null when nothing is. */
export function escapes(path: string): string | null {
  if (path.startsWith('/') || /^[a-zA-Z]:/.test(path)) return 'is an absolute path';
  if (path.split('/').includes('..')) return 'leaves the folder of the project file';
  if (path.includes('\\')) return 'contains a backslash; folders are separated by `/`';
  if (/[\t\r\n]/.test(path)) return 'contains a tab or a line end';
  return null;
}

/** The first symbolic link on the way from the root down to a path below it, relative to the root; null without. */
export async function linkOnTheWay(files: Files, root: string, path: string): Promise<string | null> {
  let here = '';
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    here = here === '' ? part : `${here}/${part}`;
    const stat = await files.stat(join(root, here));
    if (stat === null) return null;
    if (stat.kind === 'link') return here;
  }
  return null;
}
