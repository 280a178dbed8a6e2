/** A file that lines are added to, each handed to the system before the next thing happens: whoever is killed leaves whole lines. */
import { constants, openSync, writeSync } from 'node:fs';
import { ShipitError } from '../core/errors';
import { codeOf } from './reasons';

/** Without waiting: a pipe that nobody reads is refused, and one that nobody empties is no reason to stand still. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

export interface LogFile {
  /** Throws `badFlag` when it could not; the next write begins a line of its own again. */
  write(text: string): void;
}

/** `badFlag` when it cannot be written. A new file is for its owner alone. */
export function openLogFile(path: string): LogFile {
  const file = told(path, () => openSync(path, flags, 0o600));
  let torn = false;
  return {
    write(text) {
      const bytes = Buffer.from(torn ? `\n${text}` : text);
      let done = 0;
      try {
        while (done < bytes.length) done += told(path, () => writeSync(file, bytes, done));
        torn = false;
      } finally {
        if (done > 0) torn = bytes[done - 1] !== newline;
      }
    },
  };
}

const newline = 0x0a;

function told<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    const hint = 'Nothing was started. Name a file in a folder that is there and that you may write to.';
    const message = `--log-file ${path} cannot be written: ${reasons.get(code) ?? code}`;
    throw new ShipitError('badFlag', message, { hint, cause: error });
  }
}

const reasons = new Map([
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'it is below something that is no folder'],
  ['EISDIR', 'it is a folder'],
  ['ENXIO', 'it is a pipe that nobody reads'],
  ['EAGAIN', 'it is a pipe that nobody empties'],
  ['EACCES', 'this user may not'],
  ['EPERM', 'this user may not'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EROFS', 'the disk may only be read'],
]);
