/** A step of GitHub Actions as its runner runs it: dist/ and nothing else, inputs in the environment, answers in files. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandFolder, type Ended, sharedCache } from '../stories/command';

const built = resolve(__dirname, '../../dist');

/** A project of these functions, a line each. */
export const projectOf = (...functions: string[]): string => `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
functions:
${functions.map((one) => `  ${one}\n`).join('')}`;

export interface Inputs {
  readonly [name: string]: string;
}

export interface Stepped {
  readonly code: number | null;
  /** What the runner reads, both streams as they came. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Files of one step that its runner made for it. */
const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'] as const;

export class ActionStage {
  readonly project = new CommandFolder();
  private readonly home = mkdtempSync(join(tmpdir(), 'shipit-step-'));
  /** Words that lead to the world that is served. */
  private local: string[] = [];
  private codes = 0;
  private end: () => Promise<void> = async () => {};

  constructor() {
    if (!existsSync(join(built, 'action.js')))
      throw new Error('dist/ is not there: run `npm run build` first');
    cpSync(built, join(this.home, 'dist'), { recursive: true });
    mkdirSync(join(this.home, 'temp'));
    // What the command caches lies in the folder that is its home: it is no code.
    mkdirSync(join(this.project.path, 'code'));
  }

  /** Another process serves the local AWS until the stage is closed. */
  async serve(speed: number): Promise<void> {
    const ready = new Promise<string>((done) => {
      const closing = new Promise<void>((close) => {
        const served = this.project.servedAt(speed, async (endpoint) => {
          done(endpoint);
          await closing;
        });
        this.end = async () => {
          close();
          await served;
        };
      });
    });
    const { port } = new URL(await ready);
    this.local = ['--local', `--port=${port}`];
  }

  /** Code that no function has had before. */
  change(): void {
    this.codes += 1;
    this.project.write('code/index.js', `exports.handler = async () => ${this.codes};\n`);
  }

  /** A command of its own, in the same world. */
  shipit(words: string): Promise<Ended> {
    return this.project.run(`${words} ${this.local.join(' ')}`);
  }

  start(inputs: Inputs, more: NodeJS.ProcessEnv = {}): ChildProcess {
    for (const name of files) writeFileSync(this.file(name), '');
    const { args = '', ...others } = inputs;
    const all = { ...others, args: [...this.local, args].join('\n') };
    return this.spawn('action.js', { ...inputEnv(all), ...more });
  }

  async run(inputs: Inputs, more: NodeJS.ProcessEnv = {}): Promise<Stepped> {
    return this.ended(this.start(inputs, more));
  }

  /** The post step, with what the step before it left. */
  async post(more: NodeJS.ProcessEnv = {}): Promise<Stepped> {
    const kept = Object.entries(namedValues(this.read('GITHUB_STATE')));
    const state = Object.fromEntries(kept.map(([name, value]) => [`STATE_${name}`, value]));
    writeFileSync(this.file('GITHUB_STEP_SUMMARY'), '');
    return this.ended(this.spawn('post.js', { ...state, ...more }));
  }

  async ended(child: ChildProcess): Promise<Stepped> {
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        log += chunk;
      });
    const code = await new Promise<number | null>((done) =>
      child.on('close', (exit, signal) => done(signal ? null : exit)),
    );
    const [outputs, summary] = [namedValues(this.read('GITHUB_OUTPUT')), this.read('GITHUB_STEP_SUMMARY')];
    return { code, log, outputs, summary };
  }

  async close(): Promise<void> {
    await this.end();
    this.project.remove();
    rmSync(this.home, { recursive: true, force: true });
  }

  private spawn(entry: string, env: NodeJS.ProcessEnv): ChildProcess {
    const given = Object.fromEntries(files.map((name) => [name, this.file(name)]));
    const runner = {
      PATH: process.env.PATH,
      HOME: this.home,
      ...sharedCache,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: this.project.path,
      GITHUB_ACTOR: 'octocat',
      GITHUB_RUN_ID: '4711',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'octo/orders',
      RUNNER_TEMP: join(this.home, 'temp'),
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const cwd = this.project.path;
    return spawn(process.execPath, [join(this.home, 'dist', entry)], {
      cwd,
      env: { ...runner, ...given, ...env },
    });
  }

  private file(name: string): string {
    return join(this.home, name);
  }

  private read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }
}

/** As the runner names them. */
export const inputEnv = (inputs: Inputs): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

/** As the runner reads such a file (actions/runner, FileCommandManager.cs): `name<<delimiter`, lines, the delimiter. */
export function namedValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    values[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}
