import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaging } from '../../src/disk/staging';
import { testFolder } from './folder';

const folder = testFolder();
const day = 24 * 3_600_000;
const staging = createStaging({ nowMs: () => 3 * day });
const file = (path: string, text: string, executable = false) => ({
  path,
  from: Buffer.from(text),
  executable,
});
const parent = () => join(folder.path, 'staging');

describe('a folder in which files come together', () => {
  it('is another one each time, and holds what it is given', async () => {
    writeFileSync(join(folder.path, 'own.js'), 'own');
    const [one, two] = [await staging.open(parent()), await staging.open(parent())];
    const copied = { path: 'lib/own.js', from: join(folder.path, 'own.js'), executable: false };
    await staging.fill(one, [file('a/b/run', 'x', true), copied]);
    expect(readFileSync(join(one, 'lib/own.js'), 'utf8')).toBe('own');
    expect(statSync(join(one, 'a/b/run')).mode & 0o777).toBe(0o755);
    expect(statSync(join(one, 'lib/own.js')).mode & 0o777).toBe(0o644);
    expect(readdirSync(two)).toEqual([]);
  });

  it('takes no file twice', async () => {
    const at = await staging.open(parent());
    await expect(staging.fill(at, [file('a', '1'), file('a', '2')])).rejects.toMatchObject({
      code: 'badArtifact',
    });
  });

  it('gets its name whole, and whoever was first keeps it', async () => {
    const [one, two] = [await staging.open(parent()), await staging.open(parent())];
    await staging.fill(one, [file('a', 'first')]);
    await staging.fill(two, [file('a', 'second')]);
    await staging.rename(one, join(folder.path, 'kept'));
    await staging.rename(two, join(folder.path, 'kept'));
    expect(readFileSync(join(folder.path, 'kept/a'), 'utf8')).toBe('first');
    expect(readdirSync(parent())).toEqual([]);
  });

  it('that is kept under a digest goes when nobody used it for a month', async () => {
    const month = createStaging({ nowMs: () => 40 * day });
    const [used, unused] = ['a'.repeat(64), 'b'.repeat(64)];
    for (const name of [used, unused, 'by-hand']) {
      mkdirSync(join(parent(), name), { recursive: true });
      utimesSync(join(parent(), name), day / 1000, day / 1000);
    }
    expect(await month.uses(join(parent(), used))).toBe(true);
    expect(await month.uses(join(parent(), 'c'.repeat(64)))).toBe(false);
    await month.remove(await month.open(parent()));
    expect(readdirSync(parent()).sort()).toEqual([used, 'by-hand']);
  });

  it('goes when a build that was killed left it, and not while one may be in it', async () => {
    for (const [name, ageMs] of [
      ['at-old', 2 * day],
      ['at-new', day / 2],
      ['kept', 2 * day],
    ] as const) {
      mkdirSync(join(parent(), name), { recursive: true });
      const seconds = (3 * day - ageMs) / 1000;
      utimesSync(join(parent(), name), seconds, seconds);
    }
    const fresh = await staging.open(parent());
    expect(readdirSync(parent()).sort()).toEqual(['at-new', fresh.slice(parent().length + 1), 'kept'].sort());
    await staging.remove(fresh);
    await staging.remove(fresh);
  });
});
