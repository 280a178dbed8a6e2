import { execFileSync } from 'node:child_process';
import * as crypto from 'node:crypto';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import type { Batch, PackedBatch } from '../../src/core/packing';
import { createPacking } from '../../src/disk/packing';
import { workerText, workOn } from '../../src/disk/pieces';
import { testFolder } from './folder';

const folder = testFolder();
const count = 40;

async function batches(): Promise<Batch[]> {
  const all: Batch[] = [];
  for (let index = 0; index < count; index += 1) {
    const path = `f${index}`;
    await writeFile(join(folder.path, path), path.repeat(1 + index * 100));
    const { size, ctimeMs } = fs.statSync(join(folder.path, path));
    all.push([{ path, from: 0, bytes: size, fileBytes: size, stamp: ctimeMs }]);
  }
  return all;
}

async function taken(packed: AsyncIterable<PackedBatch>): Promise<PackedBatch[]> {
  const all: PackedBatch[] = [];
  for await (const one of packed) all.push(one);
  return all;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

describe('reading many files', () => {
  it.each([1, 2, 8])('answers in order, with %s processors', async (processors) => {
    const packing = createPacking(processors);
    const all = await batches();
    packing.expectMany();
    const contents = Array.from({ length: count }, (_, index) => `f${index}`.repeat(1 + index * 100));
    const digests = await packing.digest(folder.path, all);
    expect(digests.map((one) => one.sha256)).toEqual(contents.map(sha256));
    const packed = await taken(packing.deflate(folder.path, all));
    const unpacked = packed.map((one) =>
      one.stored[0] ? Buffer.from(one.packed) : zlib.inflateRawSync(one.packed),
    );
    expect(unpacked.map(String)).toEqual(contents);
    expect(packed.map((one) => one.crc32[0])).toEqual(contents.map((text) => zlib.crc32(text)));
  });

  it('is the same in a worker and here, and on a Node.js whose zlib has no checksum', async () => {
    const all = await batches();
    const old = { crypto, fs, zlib: { ...zlib, crc32: undefined } as unknown as typeof zlib };
    const [packed] = await taken(createPacking(1).deflate(folder.path, all.slice(-1)));
    const here = workOn(old, { folder: folder.path, batch: all.at(-1) ?? [], deflate: true });
    expect({ ...here, packed: [...here.packed] }).toEqual({ ...packed, packed: [...(packed?.packed ?? [])] });
  });

  it('lets several readers take turns, and one that gives up', async () => {
    const packing = createPacking(2);
    const all = await batches();
    const readers = Array.from({ length: 5 }, () => taken(packing.deflate(folder.path, all)));
    for await (const _one of packing.deflate(folder.path, all)) break;
    const read = await Promise.all(readers);
    expect(read.map((one) => one.length)).toEqual([count, count, count, count, count]);
    expect(await taken(packing.deflate(folder.path, all))).toHaveLength(count);
  });

  it('names the file that is not what it was, and goes on with the next reader', async () => {
    const packing = createPacking(2);
    const all = await batches();
    await symlink('f1', join(folder.path, 'link'));
    await mkdir(join(folder.path, 'sub'));
    const wrong = (path: string): Batch[] => [...all, [{ path, from: 0, bytes: 2, fileBytes: 2, stamp: 0 }]];
    for (const [path, text] of [
      ['gone', 'is not there, or went away'],
      ['link', 'became a symbolic link'],
      ['sub', 'is a folder where a file is expected'],
      ['f0', 'f0 changed while it was read'],
    ] as const) {
      const expected = { code: 'badArtifact', message: expect.stringContaining(text) };
      await expect(packing.digest(folder.path, wrong(path))).rejects.toMatchObject(expected);
      await expect(taken(packing.deflate(folder.path, wrong(path)))).rejects.toMatchObject(expected);
    }
    expect(await packing.digest(folder.path, all)).toHaveLength(count);
  });

  it('keeps no process alive once all is read', async () => {
    const all = await batches();
    const text = JSON.stringify(workerText());
    // The worker is a program of its own: it needs nothing but Node.js.
    const program = `const { Worker } = require('node:worker_threads');
      const worker = new Worker(${text}, { eval: true });
      const [piece] = ${JSON.stringify(all[3])};
      worker.on('message', ({ done }) => { console.log(done.sha256); worker.unref(); });
      const numbers = Float64Array.from([piece.from, piece.bytes, piece.fileBytes, piece.stamp]);
      worker.postMessage({ id: 1, folder: ${JSON.stringify(folder.path)}, deflate: false, paths: piece.path, numbers });`;
    expect(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' }).trim()).toBe(
      sha256('f3'.repeat(301)),
    );
  });
});
