/** Packing and its cache without threads and without a disk. */

import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { digestOf } from '../../src/artifact/entry-digest';
import { zipOfBytes } from '../../src/core/code';
import type {
  Batch,
  BatchDigest,
  Cache,
  CacheLabel,
  Kept,
  PackedBatch,
  Packing,
  Sink,
} from '../../src/core/packing';
import { Digest } from '../../src/core/values';
import type { FakeFiles } from './edge';
import { Fake } from './fake';

/** Of files that are at most one piece long. */
export class FakePacking extends Fake implements Packing {
  constructor(private readonly files: FakeFiles) {
    super();
  }

  expectMany(): void {}

  async digest(folder: string, batches: readonly Batch[]): Promise<BatchDigest[]> {
    const all = await Promise.all(batches.map((batch) => this.read(folder, batch)));
    return this.call('digest', folder, () =>
      batches.map((batch, at) => digestOf(batch, all[at] ?? new Map())),
    );
  }

  async *deflate(folder: string, batches: readonly Batch[]): AsyncIterable<PackedBatch> {
    for (const batch of batches) {
      const bytesOf = await this.read(folder, batch);
      const contents = [...bytesOf.values()];
      const packed = contents.map((bytes) => deflateRawSync(bytes));
      yield {
        ...digestOf(batch, bytesOf),
        crc32: contents.map((bytes) => crc32(bytes)),
        stored: contents.map(() => false),
        bytes: packed.map(({ length }) => length),
        packed: Buffer.concat(packed),
      };
    }
  }

  private async read(folder: string, batch: Batch): Promise<Map<string, Uint8Array>> {
    const all = batch.map(async ({ path }) => [path, await this.files.read(join(folder, path))] as const);
    return new Map(await Promise.all(all));
  }
}

/** Keeps everything. */
export class FakeCache extends Fake implements Cache {
  private readonly kept = new Map<string, Kept>();

  knows(_folder: string, shape: string): Promise<boolean> {
    return this.call('knows', '', () => [...this.kept.keys()].some((key) => key.startsWith(shape)));
  }

  find(_folder: string, { shape, content }: CacheLabel): Promise<Kept | null> {
    return this.call('find', '', () => this.kept.get(`${shape}.${content}`) ?? null);
  }

  async keep(_folder: string, write: (sink: Sink) => Promise<CacheLabel>): Promise<Kept> {
    const sink = new FakeSink();
    const { shape, content } = await write(sink);
    const bytes = Buffer.concat(sink.parts);
    const kept = { zip: zipOfBytes(bytes), digest: Digest.of(bytes) };
    return this.call('keep', '', () => {
      this.kept.set(`${shape}.${content}`, kept);
      return kept;
    });
  }
}

class FakeSink implements Sink {
  readonly parts: Uint8Array[] = [];

  get bytes(): number {
    return this.parts.reduce((sum, { length }) => sum + length, 0);
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.parts.push(bytes);
  }

  async patch(): Promise<void> {
    throw new RangeError('a fake patches nothing');
  }
}
