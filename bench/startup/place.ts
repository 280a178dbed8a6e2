/** A project in a folder, and a server that takes the place of AWS: it answers that nothing is there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from './cases';

const root = join(__dirname, '..', '..');
const run = join(root, 'bin', 'run.js');

export class Place {
  private readonly home = mkdtempSync(join(tmpdir(), 'shipit-startup-'));
  private readonly folders = { project: join(this.home, 'project'), nowhere: join(this.home, 'nowhere') };
  private asked: () => void = () => {};

  constructor(
    private readonly server: Server,
    private readonly bare: boolean,
  ) {
    cpSync(join(root, 'examples', 'orders'), this.folders.project, { recursive: true });
    mkdirSync(this.folders.nowhere);
    server.on('request', (_request, response) => {
      this.asked();
      response
        .writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException' })
        .end('{"Message":"not here"}');
    });
  }

  /** Milliseconds until what is waited for; then it is ended. */
  async time(one: Case, kept: boolean): Promise<number> {
    const args = one.words === null ? ['-e', '0'] : [run, ...one.words];
    const startedMs = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: this.folders[one.where],
      env: this.environment(kept),
    });
    const ended = new Promise<void>((done) => child.on('close', () => done()));
    const happened = await this.whenItBegins(child, one);
    const tookMs = performance.now() - startedMs;
    // It is to end by itself, so that V8's work is kept.
    const cancel = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(cancel);
    if (!happened) throw new Error(`${one.title} ended without it`);
    return tookMs;
  }

  async close(): Promise<void> {
    await new Promise((done) => this.server.close(done));
    rmSync(this.home, { recursive: true, force: true });
  }

  private whenItBegins(child: ChildProcess, { until }: Case): Promise<boolean> {
    return new Promise((done) => {
      if (until === 'request') this.asked = () => done(true);
      if (until === 'line')
        for (const stream of [child.stdout, child.stderr]) stream?.once('data', () => done(true));
      child.on('close', () => done(until === 'end'));
    });
  }

  /** Of whoever measures, but for credentials and settings; `bare` leaves out what makes Node.js itself start slower. */
  private environment(kept: boolean): NodeJS.ProcessEnv {
    const { port } = this.server.address() as AddressInfo;
    const theirs = Object.entries(process.env).filter(
      ([name]) => !/^(AWS|SHIPIT|XDG|GITHUB)_|^(CI|HOME)$/.test(name),
    );
    const rest = this.bare ? { PATH: process.env.PATH } : Object.fromEntries(theirs);
    return {
      ...rest,
      HOME: this.home,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'none',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...(kept ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
    };
  }
}

export async function openPlace(bare: boolean): Promise<Place> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return new Place(server, bare);
}
