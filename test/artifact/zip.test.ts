import { fromBufferPromise } from 'yauzl';
import { type ZipEntry, zipFiles } from '../../src/artifact/zip';
import { Digest } from '../../src/core/values';
import fc from '../property';

const entry = (path: string, text: string, executable = false): ZipEntry => ({
  path,
  bytes: Buffer.from(text),
  executable,
});

async function entriesOf(zip: Uint8Array) {
  const opened = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  const entries = [];
  for await (const found of opened.eachEntry()) entries.push(found);
  return entries;
}

describe('a zip', () => {
  it('has the same bytes for the same files, in whatever order they come', async () => {
    const files = fc.uniqueArray(
      fc.record({
        path: fc.stringMatching(/^[a-z]{1,4}(\/[a-zé]{1,4}){0,2}\.js$/),
        bytes: fc.uint8Array({ maxLength: 5000 }),
        executable: fc.boolean(),
      }),
      { selector: ({ path }) => path, minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        files.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        async ([one, other]) => {
          expect(Digest.of(await zipFiles(other))).toBe(Digest.of(await zipFiles(one)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has other bytes when a byte or a mode changes', async () => {
    const digests = await Promise.all(
      [entry('a.js', 'x'), entry('a.js', 'y'), entry('a.js', 'x', true), entry('b.js', 'x')].map(
        async (one) => Digest.of(await zipFiles([one])),
      ),
    );
    expect(new Set(digests).size).toBe(4);
  });

  it('holds sorted names, modes 644 and 755, 1980 and nothing else', async () => {
    const zip = await zipFiles([
      entry('lib/b.js', 'b'.repeat(1000)),
      entry('run', '#!', true),
      entry('empty', ''),
    ]);
    const entries = await entriesOf(zip);
    expect(entries.map(({ fileName }) => fileName)).toEqual(['empty', 'lib/b.js', 'run']);
    expect(entries.map(({ externalFileAttributes }) => (externalFileAttributes >>> 16).toString(8))).toEqual([
      '100644',
      '100644',
      '100755',
    ]);
    for (const { lastModFileDate, lastModFileTime, extraFieldLength, fileCommentLength } of entries) {
      expect([lastModFileDate, lastModFileTime, extraFieldLength, fileCommentLength]).toEqual([33, 0, 0, 0]);
    }
  });
});
