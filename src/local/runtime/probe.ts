/** What the machine has and allows: asked by looking, and by doing it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Clock } from '../../core/ports';
import type { Command } from './process';

/** Bounds the question; there is no reason to take as long. */
const probeMs = 30_000;

export async function onPath(name: string, path: string): Promise<string | null> {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, name);
    const there = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder.startsWith('/') && there) return file;
  }
  return null;
}

export function succeeds({ file, args }: Command, real: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'ignore' });
    const cancel = real.after(probeMs, () => child.kill('SIGKILL'));
    const over = (well: boolean): void => {
      cancel();
      resolve(well);
    };
    child.on('error', () => over(false));
    child.on('exit', (code) => over(code === 0));
  });
}
