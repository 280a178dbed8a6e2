/** From the inputs of action.yml to the words of a command. No shell reads them on the way. */
import { ShipitError } from '../src/core/errors';
import type { Env } from './env';

export interface Inputs {
  readonly command: string;
  /** The command with everything that belongs to it. */
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly roleToAssume: string | null;
  readonly comment: boolean;
  readonly token: string | null;
  /** What a comment under a pull request is about, with the working directory; texts are empty for what nobody said. */
  readonly config: string;
  readonly stage: string;
  readonly alias: string;
  /** Sorted; none means all. */
  readonly functions: readonly string[];
}

/** Those that are flags of the same name, with one value. */
const flags = ['config', 'stage', 'canary', 'linear', 'rollout', 'bake', 'until'] as const;

/** By name, since shipit is loaded only after the inputs are read. */
export const knownCommands: readonly string[] = [
  ...[
    'abort',
    'approve',
    'attach',
    'bootstrap',
    'build',
    'completion',
    'config',
    'deploy',
    'destroy',
    'doctor',
  ],
  ...[
    'help',
    'history',
    'init',
    'local',
    'pause',
    'plan',
    'promote',
    'resume',
    'rollback',
    'status',
    'validate',
  ],
  'verify',
];

/** `badFlag` for an input that is none. */
export function readInputs(env: Env): Inputs {
  const input = (name: string): string => inputOf(env, name);
  const command = commandOf(input('command'));
  const typed = flags.flatMap((flag) => (input(flag) === '' ? [] : [`--${flag}=${input(flag)}`]));
  const to = wordsOf(input('to')).map((word) => `--to=${word}`);
  const lines = input('args')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const args = lines.filter((line) => line !== '');
  const yes = command === 'deploy' ? ['--yes'] : [];
  const functions = functionsOf(input('functions'));
  const said = [...typed, ...args];
  return {
    command,
    argv: [command, ...functions, ...typed, ...to, ...args, ...yes],
    workingDirectory: input('working-directory') || '.',
    roleToAssume: input('role-to-assume') || null,
    comment: booleanOf('comment', input('comment')),
    token: input('github-token') || null,
    config: saidOf(env, said, 'config'),
    stage: saidOf(env, said, 'stage'),
    alias: saidOf(env, said, 'alias'),
    functions: [...new Set([...functions, ...args.filter((word) => !word.startsWith('-'))])].sort(),
  };
}

/** By an input, in `args` or in the environment, in the order in which shipit takes them. */
const saidOf = (env: Env, argv: readonly string[], name: string): string =>
  typedOf(argv, name) ?? env[`SHIPIT_${name.toUpperCase()}`] ?? '';

/** As the runner names it: only spaces become something else. */
export const inputOf = (env: Env, name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

/** `--stage=prod`, or `--stage` and `prod` behind it; a value may hold more of `=`. */
export function typedOf(argv: readonly string[], name: string): string | null {
  const at = argv.findLastIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  if (at < 0) return null;
  const word = argv[at] ?? '';
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : (argv[at + 1] ?? null);
}

/** A flag in its place would be another command. */
function commandOf(text: string): string {
  if (text === '') return 'deploy';
  if (knownCommands.includes(text)) return text;
  throw wrong('command', text, `Write one of ${knownCommands.join(', ')}; flags go into \`args\`.`);
}

function functionsOf(text: string): string[] {
  const names = wordsOf(text);
  const flag = names.find((name) => name.startsWith('-'));
  if (flag === undefined) return names;
  throw wrong(
    'functions',
    flag,
    'Functions are named by their keys in the project file; flags go into `args`.',
  );
}

/** With spaces, commas or lines between them. */
const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** The words of YAML 1.2. */
function booleanOf(name: string, text: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(|false|False|FALSE)$/.test(text)) return false;
  throw wrong(name, text, 'Write true or false.');
}

const wrong = (name: string, text: string, hint: string): ShipitError =>
  new ShipitError('badFlag', `input ${name}: ${JSON.stringify(text.slice(0, 200))} will not do`, { hint });
