import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './reasons';

/** Null when files can be made below this folder; of one that is not there its parent counts. */
export async function unwritable(folder: string): Promise<string | null> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && dirname(folder) !== folder) return unwritable(dirname(folder));
    if (code === null) throw error;
    return code === 'EACCES' || code === 'EPERM' ? 'this user may not write to it' : code;
  }
}
