import { resolve } from 'node:path';
import { disk } from '../../src/compose/disk';
import { ShipitError } from '../../src/core/errors';

/** What is kept in a file replaces a file, and nothing else. Asked before the work is done. */
export async function refuseUnwritable(
  path: string,
  { what, example }: { readonly what: string; readonly example: string },
): Promise<void> {
  const stat = path === '' ? null : await disk.files.stat(resolve(path));
  if (path !== '' && (stat === null || stat.kind === 'file')) return;
  throw new ShipitError('badFlag', `--out ${path || '""'}: that is no file that ${what} may be kept in`, {
    hint: `Name a new file: --out ${example}.`,
  });
}
