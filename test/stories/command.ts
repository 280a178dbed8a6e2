/** The command itself in a folder of its own: no credentials, no profile, no region but what a story gives. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bin = resolve(__dirname, '../../bin/run.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
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
    const bare = { PATH: process.env.PATH, HOME: this.path, AWS_EC2_METADATA_DISABLED: 'true', ...env };
    return spawn(process.execPath, [bin, ...words.split(' ')], { cwd: this.path, env: bare });
  }

  async run(words: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = this.start(words, env);
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
  async served(work: (endpoint: string) => Promise<void>): Promise<void> {
    const server = this.start('local --port 0 --json');
    const ended = new Promise((done) => server.on('close', done));
    try {
      const endpoint = await new Promise<string>((done, fail) => {
        server.stdout?.on('data', (chunk) => {
          const found = /"endpoint":"([^"]+)"/.exec(String(chunk))?.[1];
          if (found) done(found);
        });
        server.on('close', () => fail(new Error('the local AWS ended before it was ready')));
      });
      await work(endpoint);
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
