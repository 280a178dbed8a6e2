import { changedFiles } from '../../src/artifact/compare';
import { contentOfZip } from '../../src/artifact/inspect';
import { zipFiles } from '../../src/artifact/zip';
import fc from '../property';
import { rawZip } from './raw-zip';

const contents = fc.dictionary(
  fc.constantFrom('a.js', 'lib/b.js', 'c.json', 'd'),
  fc.constantFrom('1', '2', '3'),
);
const map = (files: Readonly<{ [path: string]: string }>) => new Map(Object.entries(files));

const zipped = async (files: Readonly<{ [path: string]: string }>) => {
  const entries = Object.entries(files).map(([name, content]) => ({ name, content }));
  const content = await contentOfZip(rawZip(entries));
  if (content === null) throw new Error('it is no zip');
  return content;
};

describe('which files of two zips differ', () => {
  it('is each that has to be written, added or taken away to make one into the other, and no other', () => {
    fc.assert(
      fc.property(contents, contents, (from, to) => {
        const after = map(from);
        for (const line of changedFiles(map(from), map(to))) {
          const path = line.slice(2);
          expect(line[0]).toBe(path in from ? (path in to ? '~' : '-') : '+');
          if (line.startsWith('-')) after.delete(path);
          else after.set(path, to[path] ?? '');
        }
        expect(Object.fromEntries(after)).toEqual(to);
        expect(changedFiles(map(from), map(from))).toEqual([]);
      }),
    );
  });

  it('is told by path, in order', async () => {
    const from = await zipped({ 'index.js': 'old', 'gone.js': 'x', 'same.js': 'y' });
    const to = await zipped({ 'same.js': 'y', 'index.js': 'new', 'lib/new.js': 'z' });
    expect(changedFiles(from, to)).toEqual(['- gone.js', '~ index.js', '+ lib/new.js']);
  });

  it('does not depend on how they were packed', async () => {
    const ours = await contentOfZip(
      await zipFiles([{ path: 'index.js', bytes: Buffer.from('exports.a = 1;'), executable: false }]),
    );
    const theirs = await zipped({ 'lib/': '', 'index.js': 'exports.a = 1;' });
    expect(ours && changedFiles(ours, theirs)).toEqual([]);
  });

  it('cannot be said of bytes that are no zip', async () => {
    expect(await contentOfZip(Buffer.from('no zip'))).toBeNull();
    expect(await contentOfZip(new Uint8Array())).toBeNull();
  });
});
