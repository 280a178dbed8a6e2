/**
 * The process of one execution environment. It leads a process group of its own, so that Ctrl-C in the terminal does
 * not reach it and whatever it started ends with it.
 */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Clock } from '../../core/ports';
import { bootstrapSource } from './bootstrap';

export interface FunctionProcess {
  kill(): void;
}

export interface ProcessOptions {
  readonly nodePath: string;
  readonly folder: string;
  readonly variables: { readonly [name: string]: string };
  readonly heapMb: number;
  readonly real: Clock;
  readonly output: (bytes: Buffer) => void;
  /** After the last output. The way it ended, as Lambda says it: `exit status 1`, `signal: killed`. */
  readonly ended: (how: string) => void;
}

/** Output of a process that has ended arrives within this, unless something that left its group holds the pipe. */
const drainMs = 200;

export function startProcess(options: ProcessOptions): FunctionProcess {
  const child = spawn(options.nodePath, [`--max-old-space-size=${options.heapMb}`, '-'], {
    cwd: options.folder,
    env: options.variables,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  }) as ChildProcessWithoutNullStreams;
  const { stdin, stdout, stderr } = child;
  stdin.on('error', () => undefined);
  child.stdio[3]?.on('error', () => undefined);
  stdin.end(bootstrapSource);
  stdout.on('data', options.output);
  stderr.on('data', options.output);
  watchEnd(child, options);
  return { kill: () => killGroup(child) };
}

function watchEnd(child: ChildProcess, { real, ended }: ProcessOptions): void {
  let how: string | null = null;
  let cancel: () => void = () => undefined;
  let told = false;
  const tell = (): void => {
    cancel();
    if (!told) ended(how ?? 'exit status 1');
    told = true;
  };
  child.on('error', (error) => {
    how ??= error.message;
    if (child.pid === undefined) tell();
  });
  child.on('exit', (code, signal) => {
    how = signal === null ? `exit status ${code}` : `signal: ${signals[signal] ?? signal}`;
    killGroup(child);
    cancel = real.after(drainMs, tell);
  });
  child.on('close', tell);
}

const signals: { readonly [name: string]: string } = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGINT: 'interrupt',
  SIGTRAP: 'trace/breakpoint trap',
};

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // No such group: everything in it has ended, or the system (Windows) has no groups.
    child.kill('SIGKILL');
  }
}
