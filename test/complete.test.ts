import { shapes } from '../commands/base/shapes.gen';
import { complete } from '../src/complete';
import { ShipitError } from '../src/core/errors';
import type { Files } from '../src/core/files';
import { Ulid } from '../src/core/ulid';
import fc from './property';

const project = `project: orders
functions:
  api: { code: . }
  api-admin: { code: . }
  worker: { code: . }
stages: { dev: {}, prod: { functions: { extra: { code: . } } } }
rollouts: { careful: { canary: 10% } }
defaults: { alias: night }
`;

const id = (minute: number, last: number): string =>
  Ulid.of(Date.UTC(2026, 10, 30, 9, minute), [...Array.from({ length: 15 }, () => 7), last]);
const [older, newer, running] = [id(0, 1), id(5, 2), id(9, 3)];

const ended = (outcome: string) =>
  `{"seq":1,"event":{"v":1,"type":"release.finished","at":"x","release":"y","outcome":"${outcome}"}}\n`;

const disk: Readonly<Record<string, string>> = {
  '/p/lambda.config.yaml': project,
  '/p/other.yaml': 'functions: { other: { code: . } }\n',
  [`/p/.shipit/journal/${older}.jsonl`]: ended('promoted'),
  [`/p/.shipit/journal/${newer}.jsonl`]: ended('rolledBack'),
  [`/p/.shipit/journal/${running}.jsonl`]: '{"seq":0,"event":{"type":"release.started"}}\n',
};

/** Reads what is there; whoever writes, walks or asks for anything else fails. */
const files = {
  read: async (path: string) => Buffer.from(textOf(path)),
  part: async (path: string, from: number, to: number) => Buffer.from(textOf(path)).subarray(from, to),
  stat: async (path: string) =>
    path in disk ? { path, kind: 'file', size: textOf(path).length, executable: false, stamp: 1 } : null,
} as unknown as Files;

function textOf(path: string): string {
  const text = disk[path];
  if (text === undefined) throw new ShipitError('badArtifact', `${path} is not there`);
  return text;
}

const ports = { files, releases: async () => [running, newer, older, 'not-a-release'] };

function answered(line: string, { cwd = '/p', stage = null as string | null } = {}) {
  const words = line.split(' ');
  const asked = {
    words: words.slice(0, -1),
    word: words.at(-1) ?? '',
    cwd,
    fallback: { config: null, stage },
  };
  return complete(ports, { commands: shapes, ...asked });
}
const offered = async (line: string, options = {}) =>
  (await answered(line, options)).offers.map(({ value }) => value);

describe('what may stand where the cursor is', () => {
  test('is a command at first, with what it does', async () => {
    expect(await offered('')).toEqual(
      expect.arrayContaining(['deploy', 'completion', 'status', '--version']),
    );
    const { offers } = await answered('');
    expect(offers.every(({ about }) => about !== '')).toBe(true);
    expect(await offered('nonsense ')).toEqual([]);
  });

  test('is a function by its key, and none that was typed already', async () => {
    expect(await offered('deploy ')).toEqual(['api', 'api-admin', 'worker']);
    expect(await offered('deploy api --canary 10% ')).toEqual(['api-admin', 'worker']);
    expect(await offered('deploy --yes worker api-admin ')).toEqual(['api']);
    expect(await offered('deploy --stage prod ')).toContain('extra');
    expect(await offered('deploy ', { stage: 'prod' })).toContain('extra');
    expect(await offered('deploy --config other.yaml ')).toEqual(['other']);
    expect(await offered('deploy ', { cwd: '/elsewhere' })).toEqual([]);
  });

  test('is a flag behind a dash: not twice, and none that does not go with another', async () => {
    const flags = await offered('deploy -');
    expect(flags).toEqual(expect.arrayContaining(['--canary', '--stage', '--json', '--help']));
    expect(flags.filter((flag) => !flag.startsWith('--'))).toEqual([]);
    const rest = await offered('deploy --stage prod --artifacts dist -y --');
    for (const gone of ['--stage', '--from-alias', '--drift', '--yes'])
      if (gone !== '--drift') expect(rest).not.toContain(gone);
    expect(await offered('rollback --to api@1 --')).toContain('--to');
    expect(await offered('deploy -- --')).toEqual(['api', 'api-admin', 'worker']);
  });

  test('is the value of the flag before it, in one word with it as well', async () => {
    expect(await offered('deploy --stage ')).toEqual(['dev', 'prod']);
    expect(await answered('deploy --stage=p')).toMatchObject({
      prefix: '--stage=',
      offers: [{ value: 'dev' }, {}],
    });
    expect(await offered('destroy --confirm ')).toEqual(['dev', 'prod']);
    expect(await offered('deploy --rollout ')).toEqual(
      expect.arrayContaining(['careful', 'Canary10Percent5Minutes', 'AllAtOnce']),
    );
    expect(await offered('status --alias ')).toEqual(['night', 'live']);
    expect(await offered('deploy --from-alias=')).toEqual(['night', 'live']);
    expect(await offered('build --audit ')).toEqual(['low', 'moderate', 'high', 'critical']);
    expect(await offered('deploy --canary ')).toEqual([]);
  });

  test('is a file or a folder where the shell knows which there are', async () => {
    expect((await answered('deploy --config ')).paths).toBe('files');
    expect((await answered('validate --config=')).paths).toBe('files');
    expect((await answered('deploy --artifacts ')).paths).toBe('folders');
    expect((await answered('deploy ')).paths).toBeNull();
  });

  test('is a release of the journal, the newest first, with how it ended', async () => {
    const { offers } = await answered('status --watch --release ');
    expect(offers).toEqual([
      { value: running.slice(-6), about: '2026-11-30 09:09 UTC, not ended' },
      { value: newer.slice(-6), about: '2026-11-30 09:05 UTC, rolledBack' },
      { value: older.slice(-6), about: '2026-11-30 09:00 UTC, promoted' },
    ]);
    expect(await offered('history ')).toEqual([
      'api',
      'api-admin',
      'worker',
      ...offers.map(({ value }) => value),
    ]);
    expect(await offered(`history ${newer.slice(0, 20)}`)).toContain(newer);
    expect((await answered('rollback --to ')).offers).toContainEqual({
      value: 'api@',
      about: '',
      open: true,
    });
  });

  test('is a shell, a command to read about, or nothing more', async () => {
    expect(await offered('completion ')).toEqual(['bash', 'zsh', 'fish']);
    expect(await offered('completion bash ')).toContain('--help');
    expect(await offered('completion bash ')).not.toContain('zsh');
    expect(await offered('help ')).toEqual(expect.arrayContaining(['deploy', 'exit-codes']));
    expect(await offered('help deploy ')).toEqual([]);
    expect(await offered('validate ')).toContain('--stage');
  });

  test('is known without a journal, or with one that cannot be read', async () => {
    const broken = { files, releases: () => Promise.reject(new Error('no')) };
    const asked = { words: ['history'], word: '', cwd: '/p', fallback: { config: null, stage: null } };
    expect((await complete(broken, { commands: shapes, ...asked })).offers).toHaveLength(3);
  });

  test('is nothing that fails, whatever was typed', async () => {
    const flags = shapes.flatMap((shape) => shape.flags.map(({ name }) => `--${name}`));
    const word = fc.oneof(
      fc.constantFrom(...shapes.map(({ name }) => name), ...flags, '--', '-', '__proto__'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), word, async (words, at) => {
        const asked = { words, word: at, cwd: '/p', fallback: { config: null, stage: 'prod' } };
        const { offers } = await complete(ports, { commands: shapes, ...asked });
        expect(offers.every(({ value }) => value !== '' && !/[\t\n]/.test(value))).toBe(true);
      }),
    );
  });
});
