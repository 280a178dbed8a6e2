/**
 * Writes trees and zips each by both writers: `make.ts <folder> <trees> <seed> forward|backward`. Says the digests, a line a
 * tree. It is a program of its own because a process has one time zone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchesOf } from '../../../src/artifact/content';
import { writeThinZip } from '../../../src/artifact/thin-zip';
import { writeZip } from '../../../src/artifact/zip';
import type { Kept, Sink } from '../../../src/core/packing';
import type { FileStat } from '../../../src/core/ports';
import { createFiles } from '../../../src/disk/files';
import { createPacking } from '../../../src/disk/packing';
import { MemorySink } from '../../../src/disk/sink';
import { treesOf, writeTree } from './tree';

const [root = '', count = '0', seed = '0', order = 'forward'] = process.argv.slice(2);
const files = createFiles({ nonce: () => '00000000' });
const packing = createPacking(2);

async function zipped(to: string, write: (sink: Sink) => Promise<unknown>): Promise<Kept> {
  const sink = new MemorySink();
  await write(sink);
  const kept = sink.kept();
  writeFileSync(to, await kept.zip.read());
  return kept;
}

/** By archiver, with the files in the order of this run, and by the thin writer. */
async function zips(folder: string, found: readonly FileStat[], name: string): Promise<string> {
  const batches = batchesOf(found);
  const ordered = order === 'forward' ? found : [...found].reverse();
  const usual = await zipped(join(root, 'zips', `${name}-usual.zip`), (sink) =>
    writeZip({ files, packing }, { folder, found: ordered, batches: batchesOf(ordered) }, sink),
  );
  const thin = await zipped(join(root, 'zips', `${name}-thin.zip`), (sink) =>
    writeThinZip(found, batches, { packed: packing.deflate(folder, batches), sink }),
  );
  return `${name} ${usual.digest} ${thin.digest}`;
}

async function main(): Promise<void> {
  mkdirSync(join(root, 'zips'), { recursive: true });
  for (const [index, tree] of treesOf(Number(count), Number(seed)).entries()) {
    const folder = join(root, 'trees', String(index));
    writeTree(folder, tree, order === 'forward' ? 'forward' : 'backward');
    process.stdout.write(`${await zips(folder, await files.walk(folder), String(index))}\n`);
  }
}

void main();
