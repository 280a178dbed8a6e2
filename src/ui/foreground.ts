import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether this process may read keys: the system stops one in the background that does, and a release must not stand still
 * because its terminal is used for something else. Where nobody can tell it may not.
 */
export function isForeground(): boolean {
  if (process.platform === 'win32') return true;
  try {
    const [group, front] = process.platform === 'linux' ? ofLinux() : ofOthers();
    // Without job control, as in a container, there is no background.
    return front !== undefined && (front <= 0 || group === front);
  } catch {
    return false;
  }
}

/** The name in the second field may hold anything, so that the others are counted from its end. */
function ofLinux(): number[] {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [Number(fields[2]), Number(fields[5])];
}

function ofOthers(): number[] {
  const argv = ['-o', 'pgid=,tpgid=', '-p', `${process.pid}`];
  return execFileSync('ps', argv, { encoding: 'utf8' }).trim().split(/\s+/).map(Number);
}
