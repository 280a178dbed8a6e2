import { resolve } from 'node:path';

/** A folder as it was typed, from where we stand; null when it was not. */
export const folderOf = (path: string | undefined): string | null =>
  path === undefined ? null : resolve(path);
