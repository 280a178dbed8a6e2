/** Releases on the local AWS through the real command, each in a process of its own, for a page to look at. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFolder, saidBy } from '../stories/command';

/** Slow enough for an owner on a busy machine to answer within three of its polls. */
const speed = 15;

export interface Running {
  readonly child: ChildProcess;
  readonly code: Promise<number | null>;
  /** All that it said. */
  readonly said: () => string;
}

const project = `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
  testEvents: events/*.json
functions:
  api: { code: api, handler: index.handler }
  jobs: { code: jobs, handler: index.handler }
rollouts:
  asked: { steps: [ { weight: 10%, bake: 30s, approval: true }, { weight: 50%, bake: 2h } ] }
`;

export class Releases {
  readonly folder = new CommandFolder();
  private version = 0;
  private readonly running = new Set<Running>();

  constructor() {
    for (const name of ['api', 'jobs', 'events']) mkdirSync(join(this.folder.path, name));
    this.folder.write('lambda.config.yaml', project);
    this.folder.write('events/order.json', '{}');
  }

  /** New code of both functions; a share of the requests to it fails, after so many. */
  change(failing: number, after = 1): void {
    this.version += 1;
    const code = `let n = 0;\nexports.handler = async () => {\n  n += 1;\n  if (n > ${after} && n % 100 < ${failing}) throw new Error('no stock');\n  return ${this.version};\n};\n`;
    for (const name of ['api', 'jobs']) this.folder.write(`${name}/index.js`, code);
  }

  start(words: string): Running {
    const child = this.folder.start(`${words} --json --local --speed ${speed}`);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    const code = new Promise<number | null>((done) => child.on('close', done));
    const running = { child, code, said: () => said };
    this.running.add(running);
    void code.then(() => this.running.delete(running));
    return running;
  }

  /** One that has told this. */
  async saying(words: string, what: RegExp): Promise<Running & { readonly found: string }> {
    const running = this.start(words);
    return { ...running, found: await saidBy(running.child, 'stdout', what) };
  }

  /** A page beside the release that moves. */
  watched(): Promise<Running & { readonly found: string }> {
    return this.saying('status --watch --web', /"url":"([^"]+)"/);
  }

  /** What somebody sees who asks with the command. */
  async wish(): Promise<string | null> {
    const { stdout } = await this.folder.run(`status --json --local --speed ${speed}`);
    return JSON.parse(stdout.split('\n')[0] ?? '').functions[0].wish ?? null;
  }

  /** As on a machine that has no part in it. */
  hideJournal(): void {
    renameSync(join(this.folder.path, '.shipit/journal'), join(this.folder.path, '.shipit/elsewhere'));
  }

  async end(): Promise<void> {
    for (const { child } of this.running) child.kill('SIGTERM');
    await Promise.all([...this.running].map(({ code }) => code));
    this.folder.remove();
  }
}
