/** action.yml, as a runner would run it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly name: string;
  readonly env: { readonly [name: string]: string };
  readonly run: string;
}

const action = parse(readFileSync(join(__dirname, '../action.yml'), 'utf8')) as {
  inputs: { readonly [name: string]: unknown };
  runs: { readonly steps: readonly Step[] };
};
const steps = action.runs.steps;

describe('the GitHub Action', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shipit-action-'));
    // It stands in for shipit and tells, one a line, its process and what it was given.
    writeFileSync(join(folder, 'shipit'), `#!/bin/sh\nprintf '%s\\n' "$PPID" "$@"\n`, { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What shipit is given. */
  function given(inputs: { command?: string; args?: string; config?: string }): string[] {
    const env = {
      PATH: `${folder}:/usr/bin:/bin`,
      INPUT_COMMAND: inputs.command ?? 'deploy',
      INPUT_ARGS: inputs.args ?? '',
      INPUT_CONFIG: inputs.config ?? '',
    };
    const script = steps.at(-1)?.run ?? '';
    const ended = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
      env,
      encoding: 'utf8',
    });
    expect(ended.stderr).toBe('');
    expect(ended.status).toBe(0);
    const [parent, ...words] = ended.stdout.trimEnd().split('\n');
    expect(parent).toBe(String(process.pid));
    return words;
  }

  it('deploys without asking when nothing is said', () => {
    expect(given({})).toEqual(['deploy', '--yes']);
  });

  it('becomes shipit, so that the signal of a cancelled job reaches it', () => {
    expect(steps.at(-1)?.run.trimEnd().split('\n').at(-1)).toMatch(/^exec shipit /);
    expect(given({ command: 'status' })).toEqual(['status']);
  });

  it('takes one argument a line, whatever stands in it', () => {
    const args =
      'api\n  --canary=10%  \r\n\n--reason=alarms are *being* moved\n--to=api@41; $(touch x) `id`\n';
    expect(given({ command: 'rollback', args, config: 'a folder/lambda.config.yaml' })).toEqual([
      'rollback',
      'api',
      '--canary=10%',
      '--reason=alarms are *being* moved',
      '--to=api@41; $(touch x) `id`',
      '--config=a folder/lambda.config.yaml',
    ]);
  });

  it('leaves the variables that shipit itself reads to the job', () => {
    const names = steps.flatMap(({ env }) => Object.keys(env));
    const read = ['stage', 'config', 'region', 'profile', 'alias'].map(
      (flag) => `SHIPIT_${flag.toUpperCase()}`,
    );
    expect(names.filter((name) => read.includes(name))).toEqual([]);
  });

  it('puts no input into a script', () => {
    for (const { run } of steps) expect(run).not.toContain('${{');
    const used = steps.flatMap(({ env }) => Object.values(env)).join(' ');
    for (const input of ['command', 'args', 'config']) expect(used).toContain(`inputs.${input} `);
  });
});
