/**
 * Generated trees: each becomes the same bytes in another order and another time zone, and unzip, Python and the local
 * Lambda read them all. `npm run trees -- --trees 1000 --seed 7`. Readers that are not installed are named and left out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Digest } from '../../../src/core/values';
import { unzip } from '../../../src/local/lambda/unzip';
import { type Tree, treesOf } from './tree';

const { values } = parseArgs({
  options: { trees: { type: 'string', default: '100' }, seed: { type: 'string', default: '7' } },
});
const [count, seed] = [Number(values.trees), Number(values.seed)];

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const runs = [
  { name: 'one', order: 'forward', zone: 'Pacific/Kiritimati' },
  { name: 'other', order: 'backward', zone: 'America/St_Johns' },
] as const;

/** The digests of all zips, as a process of that time zone made them. */
function made(root: string, { name, order, zone }: (typeof runs)[number]): string {
  const argv = [join(__dirname, 'make.ts'), join(root, name), String(count), String(seed), order];
  const env = { ...process.env, TZ: zone };
  const options = { env, encoding: 'utf8', maxBuffer: 1e9 } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, ...argv], options);
  if (status !== 0) throw new Error(`trees in ${zone}: ${stderr}`);
  return stdout;
}

const python = `
import sys, zipfile, pathlib
wrong = 0
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    bad = zipfile.ZipFile(path).testzip()
    if bad is not None:
        wrong += 1
        print(path, bad)
sys.exit(1 if wrong else 0)
`;

/** One process reads all. Null where the program is not installed. */
function readBy(argv: readonly string[]): boolean | null {
  const [program = '', ...rest] = argv;
  const { error, status, stdout } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 1e9 });
  if (error) return null;
  if (status !== 0) say(stdout.split('\n').slice(-20).join('\n'));
  return status === 0;
}

/** Each file as it was written, and runnable where it was. */
async function readByLambda(folder: string, trees: readonly Tree[]): Promise<boolean> {
  for (const name of readdirSync(folder)) {
    const to = join(folder, '..', 'unzipped', name);
    mkdirSync(to, { recursive: true });
    await unzip(readFileSync(join(folder, name)), to);
    const wrong = (trees[Number.parseInt(name, 10)] ?? []).find((file) => {
      const isExecutable = (statSync(join(to, file.path)).mode & 0o100) !== 0;
      return (
        Digest.of(readFileSync(join(to, file.path))) !== Digest.of(file.bytes) ||
        isExecutable !== file.executable
      );
    });
    if (wrong === undefined) continue;
    say(`${name}: ${wrong.path} is not what it was`);
    return false;
  }
  return true;
}

async function check(root: string): Promise<boolean> {
  const [one = '', other = ''] = runs.map((run) => made(root, run));
  const lines = one.split('\n').filter((line) => line !== '');
  const results = [one === other && lines.length === count];
  say(
    `${lines.length} trees, each by both writers: ${results[0] ? 'the same bytes' : 'OTHER BYTES'} in another order and time zone`,
  );
  const zips = join(root, 'one', 'zips');
  const readers: [string, boolean | null][] = [
    ['unzip -t', readBy(['unzip', '-tqq', join(zips, '*.zip')])],
    ["Python's zipfile", readBy(['python3', '-c', python, zips])],
    ['the local Lambda', await readByLambda(zips, treesOf(count, seed))],
  ];
  for (const [name, result] of readers) {
    const said =
      result === null ? 'is not installed: left out' : `${result ? 'reads' : 'FAILS on'} ${2 * count} zips`;
    say(`${name} ${said}`);
    results.push(result !== false);
  }
  return !results.includes(false);
}

async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'shipit-trees-'));
  try {
    if (!(await check(root))) process.exitCode = 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

void main();
