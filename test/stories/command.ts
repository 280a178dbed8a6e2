/** The command itself in a folder of its own: no credentials, no profile, no region but what a story gives. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bin = resolve(__dirname, '../../bin/run.js');

/** Each has a home of its own, but what V8 made of the command need not be made anew for each. */
export const sharedCache = { XDG_CACHE_HOME: join(tmpdir(), 'shipit-tests') };

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As soon as a process has said this, in however many parts: the first group, else all of what was found. */
export function saidBy(child: ChildProcess, stream: 'stdout' | 'stderr', what: RegExp): Promise<string> {
  let said = '';
  return new Promise((done, fail) => {
    child[stream]?.on('data', (chunk) => {
      said += chunk;
      const found = what.exec(said);
      if (found) done(found[1] ?? found[0]);
    });
    child.on('close', () => fail(new Error(`it ended without ${what}: ${said}`)));
  });
}

export class CommandFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'shipit-command-'));

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  folder(name: string): void {
    mkdirSync(join(this.path, name), { recursive: true });
  }

  start(words: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
    const bare = { PATH: process.env.PATH, HOME: this.path, AWS_EC2_METADATA_DISABLED: 'true' };
    const all = { ...bare, ...sharedCache, ...env };
    return spawn(process.execPath, [bin, ...words.split(' ')], { cwd: this.path, env: all });
  }

  run(words: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return this.ended(this.start(words, env));
  }

  async ended(child: ChildProcess): Promise<Ended> {
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, stdout, stderr };
  }

  /** Until the work is done, another process serves the local AWS of this folder. */
  served(work: (endpoint: string) => Promise<void>): Promise<void> {
    return this.servedAt(1, work);
  }

  /** The same with time that runs so fast, for commands that leave it as it is: those that set it set it for each other. */
  async servedAt(speed: number, work: (endpoint: string) => Promise<void>): Promise<void> {
    const server = this.start(`local --port 0 --speed ${speed} --json`);
    const ended = new Promise((done) => server.on('close', done));
    try {
      await work(await saidBy(server, 'stdout', /"endpoint":"([^"]+)"/));
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
