/** What CI makes of the answer of `npm audit`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'shipit-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function judged(report: object) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  const argv = [join(root, 'scripts/audit.js'), '--report', path];
  const { status, stdout } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  return { status, stdout };
}

const vulnerable = (name: string, node: string) => ({
  [name]: {
    ...{ name, severity: 'moderate', nodes: [node] },
    via: [{ title: 'Reads too far', url: 'https://example.com/advisory' }],
  },
});

test('a vulnerability of a package that is bundled fails', () => {
  const { status, stdout } = judged({ vulnerabilities: vulnerable('yaml', 'node_modules/yaml') });
  expect(stdout).toMatch(/^BUNDLED: yaml, moderate: Reads too far \(https:\/\/example\.com\/advisory\)$/m);
  expect(status).toBe(1);
});

test('one of a tool is told, and one of another version of a package that is bundled', () => {
  const vulnerabilities = {
    ...vulnerable('jest', 'node_modules/jest'),
    ...vulnerable('minimatch', 'node_modules/jest/node_modules/minimatch'),
  };
  const { status, stdout } = judged({ vulnerabilities });
  expect(stdout).toMatch(/^tool: jest, moderate/m);
  expect(stdout).toMatch(/^tool: minimatch, moderate/m);
  expect(status).toBe(0);
});

test('a registry that does not answer is said, and fails nothing', () => {
  const { status, stdout } = judged({ message: '405 Method Not Allowed' });
  expect(stdout).toMatch(/^NOT CHECKED: .*405 Method Not Allowed/);
  expect(status).toBe(0);
});
