/** What the system says of a file, in words, as `badArtifact`. */
import { basename } from 'node:path';
import { ShipitError } from '../core/errors';

/** Runs the work; what the system refuses of the path is told with it. */
export async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(path, error);
  }
}

/** The error itself when it is none of the system. */
export function explain(path: string, error: unknown): unknown {
  const why = reasons.get(codeOf(error) ?? '');
  return why === undefined ? error : bad(`${basename(path)} (${path}) ${why}`, error);
}

const reasons = new Map([
  ['ENOENT', 'is not there, or went away while it was read'],
  ['ENOTDIR', 'is below something that is no folder'],
  ['EISDIR', 'is a folder where a file is expected'],
  ['ELOOP', 'became a symbolic link while it was read'],
  ['ESPIPE', 'became something that is no file while it was read'],
  ['ENXIO', 'became something that is no file while it was read'],
  ['EACCES', 'may not be used by this user'],
  ['EPERM', 'may not be used by this user'],
  ['ENAMETOOLONG', 'has a name that is too long'],
  ['ENOSPC', 'does not fit: the disk is full'],
  ['EROFS', 'is on a disk that may only be read'],
  ['EEXIST', 'is below something that is no folder'],
]);

export function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

export const bad = (message: string, cause?: unknown): ShipitError =>
  new ShipitError('badArtifact', message, cause === undefined ? {} : { cause });
