import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { joinedCrc32 } from '../../src/artifact/checksum';
import { batchesOf } from '../../src/artifact/content';
import { endRecords } from '../../src/artifact/records';
import { writeThinZip } from '../../src/artifact/thin-zip';
import { needsThinWriter } from '../../src/artifact/zip';
import type { FileStat } from '../../src/core/ports';
import { Digest } from '../../src/core/values';
import { createFiles } from '../../src/disk/files';
import { createPacking } from '../../src/disk/packing';
import { MemorySink } from '../../src/disk/sink';
import { testFolder } from '../disk/folder';
import fc from '../property';

const folder = testFolder();
const files = createFiles({ nonce: () => '0badcafe' });
const packing = createPacking(2);

async function put(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(folder.path, path)), { recursive: true });
  await writeFile(join(folder.path, path), content, { mode });
}

async function zip(found: readonly FileStat[]): Promise<Buffer> {
  const batches = batchesOf(found);
  const sink = new MemorySink();
  await writeThinZip(found, batches, { packed: packing.deflate(folder.path, batches), sink });
  return Buffer.from(await sink.kept().zip.read());
}

async function read(bytes: Buffer) {
  const opened = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = [];
  for await (const entry of opened.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await opened.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    entries.push({ entry, content: Buffer.concat(chunks) });
  }
  return entries;
}

/** What deflate cannot make smaller, the same in each run. */
const noise = (bytes: number): Buffer => {
  const blocks = Array.from({ length: Math.ceil(bytes / 64) }, (_, index) =>
    createHash('sha512').update(`${index}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, bytes);
};

describe('the thin writer', () => {
  it('packs empty, tiny, incompressible and large files so that they can be read', async () => {
    const contents: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      'lib/tiny': Buffer.from('x'),
      'lib/text': Buffer.from('some text '.repeat(1000)),
      noise: noise(5000),
      'one-piece': Buffer.alloc(1024 * 1024, 'abc'),
      'large.txt': Buffer.alloc(3 * 1024 * 1024 + 17, 'some text '),
      'large.bin': noise(2 * 1024 * 1024),
      'umlaut-\u00e4\u{1f600}': Buffer.from('name'),
    };
    for (const [path, content] of Object.entries(contents)) await put(path, content);
    await put('run', '#!/bin/sh\n', 0o755);
    const entries = await read(await zip(await files.walk(folder.path)));
    const digests = entries.map(({ entry, content }) => [entry.fileName, Digest.of(content)]);
    const expected = [...Object.entries(contents), ['run', '#!/bin/sh\n'] as const];
    expect(Object.fromEntries(digests)).toEqual(
      Object.fromEntries(expected.map(([path, content]) => [path, Digest.of(content)])),
    );
    for (const { entry, content } of entries) {
      const { lastModFileDate, lastModFileTime, extraFieldLength, generalPurposeBitFlag } = entry;
      const utf8 = /[^ -~]/.test(entry.fileName) ? 0x800 : 0;
      expect([lastModFileDate, lastModFileTime, extraFieldLength, generalPurposeBitFlag]).toEqual([
        33,
        0,
        0,
        utf8,
      ]);
      expect(entry.externalFileAttributes >>> 16).toBe(entry.fileName === 'run' ? 0o100755 : 0o100644);
      expect(entry.crc32).toBe(crc32(content));
      const isSmaller = /^(lib.text|large|one-piece)/.test(entry.fileName);
      expect(entry.compressionMethod).toBe(isSmaller || entry.fileName === 'large.bin' ? 8 : 0);
    }
  });

  it('gives the same bytes whatever the number of its workers', async () => {
    for (let index = 0; index < 300; index += 1) await put(`f${index}`, `${index} `.repeat(index * 10));
    const found = await files.walk(folder.path);
    const batches = batchesOf(found);
    const sink = new MemorySink();
    await writeThinZip(found, batches, { packed: createPacking(1).deflate(folder.path, batches), sink });
    expect(Buffer.from(await sink.kept().zip.read()).equals(await zip(found))).toBe(true);
  });

  it('writes for more than 200 files, or more than 8 MB, whatever they are called', () => {
    const of = (count: number, size: number) => Array.from({ length: count }, () => ({ size }));
    expect(
      [of(200, 1), of(201, 1), of(2, 4 * 1024 * 1024), of(2, 4 * 1024 * 1024 + 1)].map(needsThinWriter),
    ).toEqual([false, true, false, true]);
  });

  it('counts more files than 16 bits hold', async () => {
    const entries = 70_000;
    const directory = Buffer.concat(
      Array.from({ length: entries }, (_, index) => {
        const header = Buffer.alloc(46 + 5);
        header.writeUInt32LE(0x02014b50, 0);
        header.writeUInt16LE(5, 28);
        header.write(String(10_000 + index), 46);
        return header;
      }),
    );
    const bytes = Buffer.concat([directory, endRecords(entries, { at: 0, bytes: directory.length })]);
    const opened = await fromBufferPromise(bytes, { lazyEntries: true });
    expect(opened.entryCount).toBe(entries);
    let seen = 0;
    for await (const _entry of opened.eachEntry()) seen += 1;
    expect(seen).toBe(entries);
  });
});

describe('the checksum of two texts', () => {
  it('follows from those of each', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }), (one, other) => {
        const joined = joinedCrc32(crc32(one), crc32(other), other.length);
        expect(joined).toBe(crc32(Buffer.concat([one, other])));
      }),
    );
  });
});

describe('parts of one deflate stream', () => {
  it('are no larger than a hundredth more than one part', async () => {
    const content = Buffer.alloc(4 * 1024 * 1024);
    for (let index = 0; index < content.length; index += 64)
      content.write(`line ${index * 7919} of some text\n`, index);
    await put('x', content);
    const whole = deflateRawSync(content, { level: 6 }).length;
    expect((await zip(await files.walk(folder.path))).length).toBeLessThan(1.01 * whole);
  });
});
