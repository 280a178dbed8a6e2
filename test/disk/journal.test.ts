import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Event } from '../../src/core/events';
import { createClock } from '../../src/disk/clock';
import { createJournal } from '../../src/disk/journal';
import { testFolder } from './folder';

const folder = testFolder();
const release = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const other = '01ARZ3NDEKTSV4RRFFQ69G5FAW';
const fileOf = (id: string): string => join(folder.path, '.shipit', 'journal', `${id}.jsonl`);
const open = () => createJournal(folder.path, createClock());

const held = (because: string): Event => ({ v: 1, type: 'rollout.held', at: 1, rollout: 'careful', because });
const reasons = (events: Event[]): unknown[] => events.map((event) => 'because' in event && event.because);
const linesOf = async (): Promise<string[]> =>
  (await readFile(fileOf(release), 'utf8')).trimEnd().split('\n');

describe('the journal', () => {
  test('of a release that never was is empty', async () => {
    expect(await open().read(release)).toEqual([]);
  });

  test('keeps events in order, each with the hash of the line before', async () => {
    const journal = open();
    await journal.append(release, held('one'));
    await journal.append(release, held('zwei — ü'));
    await journal.append(other, held('elsewhere'));
    expect(await journal.read(release)).toEqual([held('one'), held('zwei — ü')]);
    const [first = '', second = ''] = await linesOf();
    const hash = createHash('sha256').update(first).digest('hex');
    expect(JSON.parse(first)).toEqual({ seq: 0, prev: null, event: held('one') });
    expect(JSON.parse(second)).toEqual({ seq: 1, prev: hash, event: held('zwei — ü') });
  });

  test('keeps the order of appends that nobody waited for, and of several writers', async () => {
    const [one, two] = [open(), open()];
    const names = Array.from({ length: 20 }, (_, index) => `event ${index}`);
    await Promise.all(
      names.flatMap((name) => [one.append(release, held(name)), two.append(release, held(name))]),
    );
    const read = reasons(await open().read(release));
    expect(read).toHaveLength(40);
    expect([...read].sort()).toEqual([...names, ...names].sort());
    expect(await readdir(join(folder.path, '.shipit', 'journal'))).toEqual([`${release}.jsonl`]);
  });

  test('goes on after a line that a dying process left unfinished', async () => {
    const journal = open();
    await journal.append(release, held('one'));
    await appendFile(fileOf(release), '{"seq":1,"prev":"');
    expect(reasons(await journal.read(release))).toEqual(['one']);
    await journal.append(release, held('two'));
    await open().append(release, held('three'));
    expect(reasons(await journal.read(release))).toEqual(['one', 'two', 'three']);
  });

  test('goes on after the lock of a process that died', async () => {
    // A number that no process has: above the largest that the systems give.
    const pid = '99999999';
    await mkdir(join(folder.path, '.shipit', 'journal'), { recursive: true });
    for (const holder of [pid, String(process.pid), 'nonsense']) {
      await writeFile(`${fileOf(release)}.lock`, holder);
      await open().append(release, held(holder));
    }
    expect(reasons(await open().read(release))).toEqual([pid, String(process.pid), 'nonsense']);
  });

  test.each([
    ['changed', (lines: string[]) => lines.map((line) => line.replace('"two"', '"2"')), 3],
    ['taken out', (lines: string[]) => lines.toSpliced(1, 1), 2],
    ['moved', ([a = '', b = '', c = '']: string[]) => [a, c, b], 2],
    ['added', (lines: string[]) => lines.toSpliced(1, 0, '{"seq":1,"prev":null,"event":{}}'), 2],
    ['damaged', (lines: string[]) => lines.toSpliced(0, 1, 'null'), 1],
    ['emptied', (lines: string[]) => lines.toSpliced(2, 1, ''), 3],
  ])('shows that a line was %s, and can be written to all the same', async (_, change, line) => {
    for (const name of ['one', 'two', 'three']) await open().append(release, held(name));
    await writeFile(fileOf(release), `${change(await linesOf()).join('\n')}\n`);
    const broken = { code: 'journalBroken', message: expect.stringContaining(`line ${line} `) };
    await expect(open().read(release)).rejects.toMatchObject(broken);
    await open().append(release, held('four'));
    await expect(open().read(release)).rejects.toMatchObject(broken);
    expect((await linesOf()).at(-1)).toContain('"four"');
  });

  test('one append that fails does not hold up the next', async () => {
    await mkdir(join(folder.path, '.shipit', 'journal'), { recursive: true });
    await writeFile(join(folder.path, 'elsewhere'), '');
    await symlink(join(folder.path, 'elsewhere'), fileOf(release));
    const journal = open();
    await expect(journal.append(release, held('through a link'))).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(journal.append(other, held('one'))).resolves.toBeUndefined();
    expect(await readFile(join(folder.path, 'elsewhere'), 'utf8')).toBe('');
  });

  test('takes no release id that would be a path', async () => {
    for (const id of ['../x', 'a/b', '', '.'])
      await expect(open().append(id, held('x'))).rejects.toThrow('is no release id');
  });

  test('names its releases, the newest first, a damaged one too and nothing else that lies there', async () => {
    expect(await open().releases()).toEqual([]);
    for (const id of [release, other]) await open().append(id, held('one'));
    await writeFile(fileOf(release), 'nonsense\n');
    for (const name of ['.jsonl', 'notes.txt', `${other}.jsonl.lock`])
      await writeFile(join(folder.path, '.shipit', 'journal', name), '');
    expect(await open().releases()).toEqual([other, release]);
    await expect(open().read(release)).rejects.toMatchObject({ code: 'journalBroken' });
    expect(reasons(await open().read(other))).toEqual(['one']);
  });
});
