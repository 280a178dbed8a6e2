/** Completion in the shells themselves: what a Tab puts into the line, and that no name in a project file is ever obeyed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandFolder } from './command';

const bin = resolve(__dirname, '../../bin/run.js');
const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** A test of a shell that is not here says so, and counts as skipped. */
function inShell(shell: string): jest.It {
  if (isThere(shell)) return test;
  process.emitWarning(`${shell} is not installed here: its completion is not tested`);
  return test.skip as jest.It;
}

const hostile = `we ird$(touch pwned)\`touch pwned\`;touch pwned;'x"&|<*>?!~#`;
const project = {
  project: 'orders',
  functions: { api: {}, 'api-admin': { description: 'for us' }, worker: {}, [hostile]: {} },
  stages: { dev: {}, prod: { protected: true } },
  rollouts: { careful: { canary: '10%' } },
};

let folder: CommandFolder;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = new CommandFolder();
  const place = join(folder.path, 'bin');
  mkdirSync(place);
  mkdirSync(join(folder.path, 'my dist'));
  folder.write('lambda.config.json', JSON.stringify(project));
  mkdirSync(join(folder.path, '.shipit/journal'), { recursive: true });
  folder.write('.shipit/journal/01KB9Q8Q2N0000000000F7K2M1.jsonl', '{}\n');
  // What is typed in the end is kept, not done.
  const run = `exec '${process.execPath}' '${bin}' "$@"`;
  folder.write(
    'bin/shipit',
    `#!/bin/sh\ncase $1 in __complete|completion) ${run};; esac\nprintf '%s\\n' "$@" > typed\n`,
  );
  chmodSync(join(place, 'shipit'), 0o755);
  env = { PATH: `${place}:${process.env.PATH}`, HOME: folder.path, TERM: 'xterm', LC_ALL: 'C.UTF-8' };
  // They would be written into the folder while that is removed.
  Object.assign(env, { NODE_DISABLE_COMPILE_CACHE: '1', HISTFILE: '/dev/null' });
});
afterEach(() => folder.remove());

const run = (shell: string, args: readonly string[]): string =>
  execFileSync(shell, [...args], { cwd: folder.path, env, encoding: 'utf8', timeout: 20_000 });

/** As bash calls the function: the words it has split, and the line up to the cursor. */
function bash(line: string): string[] {
  const script = [
    'source <(shipit completion bash)',
    "COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDBREAKS=$' \\t\\n\"\\'@><=;|&(:'",
    'IFS=" =" read -ra COMP_WORDS <<< "$1"; [[ $1 == *[=\\ ] ]] && COMP_WORDS+=("")',
    'COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))',
    '_shipit; printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  return run('bash', ['--norc', '-c', script, 'bash', line]).split('\n').filter(Boolean);
}

describe('bash', () => {
  test.each<[string, string[]]>([
    ['shipit dep', ['deploy']],
    ['shipit deploy --can', ['--canary']],
    ['shipit deploy --stage ', ['dev', 'prod']],
    ['shipit deploy --stage=p', ['prod']],
    ['shipit deploy --rollout c', ['careful']],
    ['shipit deploy --rollout Canary10Percent3', ['Canary10Percent30Minutes']],
    ['shipit deploy api --yes w', ['worker', bashQuoted(hostile)]],
    ['shipit deploy --config lam', ['lambda.config.json']],
    ['shipit deploy --artifacts my', ['my\\ dist']],
    ['shipit completion ', ['bash', 'zsh', 'fish']],
    ['shipit nonsense ', []],
  ])('%s', (line, offered) => {
    expect(bash(line)).toEqual(offered);
  });

  test('a Tab in the middle of nonsense says nothing on stderr, writes nothing, and asks nobody', () => {
    folder.write('lambda.config.json', '{ "functions": ');
    const before = readdirSync(folder.path);
    for (const words of [
      [],
      ['bash'],
      ['bash', "shipit deploy 'x"],
      ['zsh'],
      ['fish', 'deploy', '--stage='],
      ['tcsh', 'x'],
    ]) {
      const offline = { ...env, NODE_DISABLE_COMPILE_CACHE: '1', HTTPS_PROXY: 'http://127.0.0.1:9' };
      const ended = spawnSync(process.execPath, [bin, '__complete', ...words], {
        cwd: folder.path,
        env: offline,
      });
      expect([ended.status, String(ended.stderr)]).toEqual([0, '']);
    }
    expect(readdirSync(folder.path)).toEqual(before);
  });
});

function bashQuoted(text: string): string {
  return text.replace(/[^\w@%+=:,./-]/g, '\\$&');
}

/** Keys into a shell on a terminal of its own: what stands in its line when all of them are read. */
function typedInto(begin: string, keys: string, pattern: string): string {
  const script = [
    'zmodload zsh/zpty',
    `zpty shell ${begin}`,
    'zpty -w shell "$2"',
    "zpty -r shell ready '*READY*READY*'",
    'zpty -w -n shell "$1"',
    'zpty -r shell said "$3"',
    'print -r -- "$said"',
    'zpty -d shell',
  ].join('\n');
  const setUp = begin.startsWith('zsh') ? zshSetUp : bashSetUp;
  return run('zsh', ['-f', '-c', script, 'zsh', keys, setUp, pattern]);
}

/** Its line is shown on Ctrl-O, so that no test has to wait and look. */
const zshSetUp =
  'autoload -Uz compinit; compinit -u -D; source <(shipit completion zsh); unsetopt beep; ' +
  'show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey "^O" show; print REA""DY READY';
const bashSetUp =
  'source <(shipit completion bash); bind "set bell-style none"; show() { printf "<<%s>>\\n" "$READLINE_LINE"; }; ' +
  'bind -x \'"\\C-o": show\'; echo REA""DY READY';

const lineIn = (said: string): string => /<<(.*)>>/s.exec(said)?.[1] ?? said;

describe.each([
  ['zsh', 'zsh -f -i'],
  ['bash', 'bash --norc --noprofile -i'],
])('%s on a terminal', (_shell, begin) => {
  const itHas = inShell('zsh');
  const afterTab = (line: string) => lineIn(typedInto(begin, `${line}\t\x0f`, '*<<*>>*'));

  itHas.each([
    ['shipit stat', 'shipit status '],
    ['shipit deploy --stage=p', 'shipit deploy --stage=prod '],
    ['shipit deploy --canary 10% wor', 'shipit deploy --canary 10% worker '],
    ['shipit deploy --artifacts my', 'shipit deploy --artifacts my\\ dist/'],
    ['shipit rollback --to api-a', 'shipit rollback --to api-admin@'],
    ['shipit history F', 'shipit history F7K2M1 '],
  ])('%s', (line, completed) => {
    expect(afterTab(line)).toBe(completed);
  });

  itHas.each(['', "'"])(
    'a key that would run programs is a word like any other, behind [%s] too',
    (quote) => {
      typedInto(begin, `shipit deploy ${quote}we\t\r\x0f`, '*<<*>>*');
      expect(readFileSync(join(folder.path, 'typed'), 'utf8')).toBe(`deploy\n${hostile}\n`);
      expect(existsSync(join(folder.path, 'pwned'))).toBe(false);
    },
  );
});

describe('fish', () => {
  const itHas = inShell('fish');
  const fish = (line: string): string[] =>
    run('fish', ['--no-config', '-c', 'shipit completion fish | source; complete -C $argv[1]', line])
      .split('\n')
      .filter(Boolean);

  itHas('completes with what is said of each', () => {
    expect(fish('shipit deploy --st')).toEqual([
      expect.stringMatching(/^--stage\ta stage of the project file/),
      expect.stringMatching(/^--steps\tany steps/),
    ]);
    expect(fish('shipit deploy api ')).toEqual(['api-admin\tfor us', 'worker', hostile]);
    expect(fish('shipit deploy --stage=p')).toEqual(['--stage=prod\tprotected stage']);
    expect(fish('shipit deploy --artifacts=my')).toEqual([expect.stringMatching(/^--artifacts=my dist\//)]);
    expect(fish('shipit validate --config lam')).toEqual([expect.stringMatching(/^lambda\.config\.json/)]);
    expect(existsSync(join(folder.path, 'pwned'))).toBe(false);
  });
});
