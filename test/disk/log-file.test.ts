import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile } from '../../src/disk/log-file';

const folder = mkdtempSync(join(tmpdir(), 'shipit-log-'));
const at = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each line is there as soon as it was written, behind what was there', () => {
  writeFileSync(at('events'), 'before\n');
  const log = openLogFile(at('events'));
  log.write('one\n');
  expect(readFileSync(at('events'), 'utf8')).toBe('before\none\n');
  log.write('zwei ß\n');
  expect(readFileSync(at('events'), 'utf8')).toBe('before\none\nzwei ß\n');
});

test('a new file is for its owner alone; one that is there keeps its mode', () => {
  openLogFile(at('new'));
  expect(statSync(at('new')).mode & 0o777).toBe(0o600);
  writeFileSync(at('old'), '');
  chmodSync(at('old'), 0o640);
  openLogFile(at('old')).write('x\n');
  expect(statSync(at('old')).mode & 0o777).toBe(0o640);
});

test.each([
  ['', 'its folder is not there'],
  ['nowhere/events', 'its folder is not there'],
  ['.', 'it is a folder'],
  ['file/events', 'it is below something that is no folder'],
  ['pipe', 'it is a pipe that nobody reads'],
])('%j is refused: %s', (name, why) => {
  writeFileSync(at('file'), '');
  if (name === 'pipe') execFileSync('mkfifo', [at(name)]);
  const path = name === '' ? '' : at(name);
  expect(() => openLogFile(path)).toThrow(`--log-file ${path} cannot be written: ${why}`);
});

test('a disk that is full throws', () => {
  const log = openLogFile('/dev/full');
  expect(() => log.write('x\n')).toThrow('--log-file /dev/full cannot be written: the disk is full');
});
