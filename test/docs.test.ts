import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../src/config/read';
import { checkOpen } from '../src/config/validate';

test('the page of the local AWS says of every action what its file says', () => {
  const script = join(__dirname, '..', 'scripts', 'local-aws.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  const said = stderr
    .split('\n')
    .filter((line) => line.includes('src/local/actions') || line.includes('in no table'));
  expect(said).toEqual([]);
  expect(status).toBe(0);
});

describe('the page of the project file', () => {
  it('says of every key what the schema says', () => {
    const script = join(__dirname, '..', 'scripts', 'config-docs.js');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('begins with a file that is right', () => {
    const page = readFileSync(join(__dirname, '..', 'docs', 'config.md'), 'utf8');
    const [, file = ''] = /```yaml\n(project: [\s\S]*?)```/.exec(page) ?? [];
    expect(checkOpen(readSource('lambda.config.yaml', Buffer.from(file))).findings).toEqual([]);
  });
});

test('the pages of the commands, and what completion knows of them, say what the commands say', () => {
  const script = join(__dirname, '..', 'scripts', 'command-docs.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

/** The package is `shipit-lambda`: npx would fetch what is called `shipit`, which is somebody else's, into a job with credentials. */
test('no page has npx run what the lockfile does not name', () => {
  const root = join(__dirname, '..');
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ];
  const uses = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\bnpx\b[^`\n|;&']*?shipit[\w-]*/g)].map(([use]) => ({
      page,
      use,
    })),
  );
  expect(uses.length).toBeGreaterThan(5);
  expect(uses.filter(({ use }) => use !== 'npx --no-install shipit')).toEqual([]);
});
