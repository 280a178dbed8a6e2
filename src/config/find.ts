import { dirname, join, relative, resolve } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Files } from '../core/ports';
import { refuseTooLarge } from './text';

const names = ['lambda.config.yaml', 'lambda.config.yml', 'lambda.config.json'];

export interface Wanted {
  /** What --config says; null when it says nothing. */
  readonly path: string | null;
  /** Absolute. */
  readonly cwd: string;
}

/**
 * The absolute path of the project file: the given one, else the nearest upwards from the working directory.
 * `noProject` when there is none, `badConfig` when it is no plain file or when a folder has two.
 */
export async function findProjectFile(files: Files, { path, cwd }: Wanted): Promise<string> {
  const file = path === null ? await upwards(files, cwd) : resolve(cwd, path);
  const stat = file === null ? null : await files.stat(file);
  if (file === null || stat === null) {
    const what = path === null ? `no lambda.config.yaml in ${cwd} or above` : `${path} is not there`;
    throw new ShipitError('noProject', what);
  }
  const shown = shownPath(file, cwd);
  // A link could make any file of this machine appear in an error message.
  if (stat.kind === 'link') {
    const hint = 'Name the file it leads to with --config.';
    throw new ShipitError('badConfig', `${shown} is a symbolic link`, { hint });
  }
  if (stat.kind !== 'file') {
    const hint = 'Name the project file itself with --config.';
    throw new ShipitError('badConfig', `${shown} is not a file`, { hint });
  }
  refuseTooLarge(shown, stat.size);
  return file;
}

/** As a person in that folder would name the file. */
export function shownPath(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short === '' || short.length > file.length ? file : short;
}

async function upwards(files: Files, cwd: string): Promise<string | null> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const stats = await Promise.all(names.map((name) => files.stat(join(folder, name))));
    const [found, other] = names.filter((_, index) => stats[index] != null);
    if (found !== undefined && other !== undefined) {
      const hint = 'Delete one, or name one with --config.';
      throw new ShipitError('badConfig', `${folder} has both ${found} and ${other}`, { hint });
    }
    if (found !== undefined) return join(folder, found);
    if (dirname(folder) === folder) return null;
  }
}
