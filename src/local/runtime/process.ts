/**
 * The process of one execution environment. It leads a process group of its own, so that Ctrl-C in the terminal does
 * not reach it and whatever it started ends with it.
 */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type MemoryWatch, type MemoryWatchOf, openMemory } from './memory';

export interface FunctionProcess extends Pick<MemoryWatch, 'peakKb' | 'watch'> {
  kill(): void;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

export interface ProcessOptions extends Omit<MemoryWatchOf, 'pid'> {
  readonly command: Command;
  /** What it reads from its standard input. */
  readonly input: string;
  readonly folder: string;
  readonly variables: { readonly [name: string]: string };
  readonly output: (bytes: Buffer) => void;
  /** After the last output. The way it ended, as Lambda says it: `exit status 1`, `signal: killed`. */
  readonly ended: (how: string) => void;
}

/** Output of a process that has ended arrives within this, unless something that left its group holds the pipe. */
const drainMs = 200;

/** Descriptor 3 is the lifeline: it closes when this process ends, however it ends. */
export function startProcess(options: ProcessOptions): FunctionProcess {
  const { command, input, folder, variables } = options;
  const child = spawn(command.file, command.args, {
    cwd: folder,
    env: variables,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  }) as ChildProcessWithoutNullStreams;
  const { stdin, stdout, stderr } = child;
  stdin.on('error', () => undefined);
  child.stdio[3]?.on('error', () => undefined);
  stdin.end(input);
  stdout.on('data', options.output);
  stderr.on('data', options.output);
  const memory = openMemory({ ...options, pid: child.pid ?? null });
  memory.watch();
  watchEnd(child, {
    ...options,
    ended(how) {
      memory.close();
      options.ended(how);
    },
  });
  return { ...memory, kill: () => killGroup(child) };
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
