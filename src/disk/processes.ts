import { type ChildProcess, spawn } from 'node:child_process';
import { isCredential } from '../core/credentials';
import { ShipitError } from '../core/errors';
import type { Clock, Processes, Ran, RunOptions } from '../core/ports';

type Environment = Readonly<{ [name: string]: string | undefined }>;

/** Of each stream; what comes after it is read and dropped, so that the program does not wait for a reader. */
const maxOutputBytes = 1024 * 1024;

/**
 * Programs of this machine, without a shell and without anything to read. They get the given environment but for
 * credentials: what a program of the project prints or sends must not be able to act as the caller.
 */
export function createProcesses(env: Environment, clock: Pick<Clock, 'after'>): Processes {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !isCredential(name)));
  return {
    async run([program = '', ...words], options) {
      const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
      const child = spawn(program, words, { cwd: options.cwd, env: clean, shell: false, stdio });
      const cancel = { timer: () => {} };
      const late = new Promise<never>((_, reject) => {
        cancel.timer = clock.after(options.timeoutMs, () => reject(timedOut(program, options)));
      });
      return Promise.race([ended(child), late]).finally(() => {
        cancel.timer();
        release(child);
      });
    },
  };
}

function ended(child: ChildProcess): Promise<Ran | null> {
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => (isAbsent(error) ? resolve(null) : reject(error)));
    // A program that a signal ended has no code of its own; shells say 128 and more for it.
    child.once('close', (code) => resolve({ code: code ?? 128, stdout: stdout(), stderr: stderr() }));
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  let left = maxOutputBytes;
  stream?.on('data', (chunk: Buffer) => {
    if (left > 0) chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Children of a program that was stopped may hold its streams open for ever. */
function release(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function timedOut(program: string, { timeoutMs }: RunOptions): ShipitError {
  const hint = 'Run it by hand to see what it waits for.';
  return new ShipitError('timedOut', `${program} did not end within ${timeoutMs / 1000} s`, { hint });
}

/** Also what is there and may not be run. */
const isAbsent = (error: NodeJS.ErrnoException): boolean => ['ENOENT', 'EACCES'].includes(error.code ?? '');
