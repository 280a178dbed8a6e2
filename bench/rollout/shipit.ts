/** The built CLI in a process of its own, as a user runs it, and what that process uses. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Usage {
  /** User and system, since its start. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** The most it ever had. */
  readonly peakBytes: number;
}

export interface Shipit {
  /** Rejects when it ends, or so many milliseconds later, without having said it so many times. */
  said(words: string, times: number, patienceMs: number): Promise<void>;
  usage(): Promise<Usage>;
  /** All that it has said. */
  text(): string;
  kill(): Promise<void>;
}

const root = join(__dirname, '..', '..');

/** Nothing of the environment but what a program needs to start: no CI that would change what it shows. */
export function startShipit(cwd: string, args: readonly string[]): Shipit {
  const { PATH, HOME } = process.env;
  const child = fork(join(root, 'bin', 'run.js'), args, {
    cwd,
    env: { PATH, HOME },
    execArgv: ['-r', join(__dirname, 'probe.js')],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return {
    async said(words, times, patienceMs) {
      const untilMs = performance.now() + patienceMs;
      while (text.split(words).length <= times) {
        const late = performance.now() > untilMs;
        if (late || child.exitCode !== null) throw new Error(`never said "${words}": ${text.slice(-2000)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage as Usage;
    },
    text: () => text,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
