import { type ChildProcess, spawn } from 'node:child_process';
import { isCredential } from '../core/credentials';
import { ShipitError } from '../core/errors';
import type { Clock, Processes, Ran, RunOptions } from '../core/ports';
import { hearLines } from './heard';

type Environment = Readonly<{ [name: string]: string | undefined }>;

type Timers = Pick<Clock, 'after'>;

/** Of each stream; what comes after it is read and dropped, so that the program does not wait for a reader. */
const maxOutputBytes = 1024 * 1024;

/**
 * Programs of this machine, without a shell. They get the given environment, without credentials unless they were
 * promised them: what a program of the project prints or sends must not be able to act as the caller. Each leads a
 * process group of its own, so that what it started ends with it, and Ctrl-C in the terminal does not reach it.
 */
export function createProcesses(env: Environment, clock: Timers): Processes {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !isCredential(name)));
  return {
    async run(argv, options) {
      const child = start(argv, { ...options, env: options.credentials ? env : clean });
      if (child === null) return null;
      const { hear } = options;
      if (hear) for (const stream of [child.stdout, child.stderr]) hearLines(stream, hear);
      const watch = watchEnd(child, argv, { ...options, clock });
      return Promise.race([ended(child), watch.early]).finally(() => {
        watch.end();
        release(child);
      });
    },
  };
}

/** Programs do not outlive shipit, though Ctrl-C in the terminal does not reach them. */
const running = new Set<ChildProcess>();
let watching = false;

function track(child: ChildProcess): void {
  running.add(child);
  if (watching) return;
  watching = true;
  process.once('exit', () => running.forEach(killGroup));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endAll);
}

/** Where nobody else decides what a signal does, it ends this process as it would have, and the programs with it. */
function endAll(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  running.forEach(killGroup);
  process.off(signal, endAll);
  process.kill(process.pid, signal);
}

/** What ends a program before it ends by itself. */
function watchEnd(child: ChildProcess, argv: readonly string[], options: RunOptions & { clock: Timers }) {
  const { clock, stop, timeoutMs } = options;
  const controller = new AbortController();
  const early = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      killGroup(child);
      reject(stop?.aborted ? stopped(argv) : timedOut(argv, options));
    });
  });
  const abort = (): void => controller.abort();
  const cancel = clock.after(timeoutMs, abort);
  stop?.addEventListener('abort', abort);
  track(child);
  if (stop?.aborted) abort();
  const end = (): void => {
    cancel();
    stop?.removeEventListener('abort', abort);
    running.delete(child);
  };
  return { early, end };
}

type Start = RunOptions & { readonly env: Environment };

/** Null when there is no such program: some of Node's errors are thrown here, the others come as events. */
function start(argv: readonly string[], options: Start): ChildProcess | null {
  try {
    return spawned(argv, options);
  } catch (error) {
    if (isAbsent(error as NodeJS.ErrnoException)) return null;
    throw notStarted(error as NodeJS.ErrnoException);
  }
}

function spawned([program = '', ...words]: readonly string[], options: Start): ChildProcess {
  const { cwd, env, variables, input } = options;
  const child = spawn(program, words, {
    cwd,
    env: { ...env, ...variables },
    shell: false,
    detached: true,
    windowsHide: true,
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  // A program may end, or close its input, without having read it.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

function ended(child: ChildProcess): Promise<Ran | null> {
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => (isAbsent(error) ? resolve(null) : reject(notStarted(error))));
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

/** Children of a program may hold its streams open for ever. */
function release({ stdin, stdout, stderr }: ChildProcess): void {
  for (const stream of [stdin, stdout, stderr]) stream?.destroy();
}

/** Also when the program itself has ended and what it started goes on. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left, or this system has no groups.
    child.kill('SIGKILL');
  }
}

const stopped = ([program]: readonly string[]): ShipitError =>
  new ShipitError('interrupted', `stopped while ${program} was running`);

function timedOut([program]: readonly string[], { timeoutMs }: RunOptions): ShipitError {
  const hint = 'Run it by hand to see what it waits for.';
  return new ShipitError('timedOut', `${program} did not end within ${timeoutMs / 1000} s`, { hint });
}

/** Also what is there and may not be run. */
const isAbsent = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  ['ENOENT', 'EACCES', 'ENOTDIR'].includes(code);

function notStarted(error: NodeJS.ErrnoException): unknown {
  const { code = '', syscall = '' } = error;
  if (!syscall.startsWith('spawn')) return error;
  const hint =
    'This machine may be short of memory or of processes, or the words of the program are too long.';
  return new ShipitError('unavailable', `the program could not be started (${code})`, { hint });
}
