import type { Batch, BatchDigest, PackedBatch, Piece, Sink } from '../core/packing';
import type { FileStat } from '../core/ports';
import { joinedCrc32 } from './checksum';
import { directoryHeader, type EntryRecord, endRecords, localHeader } from './records';

/**
 * Writes a zip of batches as they come and holds no more of it than one of them and the directory. For trees of many
 * files, where archiver spends most of its time on its streams, and for large ones, which it would hold in memory.
 * Answers with what was in the batches.
 */
export async function writeThinZip(
  files: readonly FileStat[],
  batches: readonly Batch[],
  { packed, sink }: { readonly packed: AsyncIterable<PackedBatch>; readonly sink: Sink },
): Promise<BatchDigest[]> {
  const writer = new ThinWriter(files);
  const digests: BatchDigest[] = [];
  for await (const done of packed) {
    const batch = batches[digests.length] ?? [];
    const parts = writer.take(batch, done, sink.bytes);
    // Large pieces are not copied once more.
    for (const part of batch.length === 1 ? parts : [Buffer.concat(parts)]) await sink.write(part);
    for (const { at, header } of writer.patches.splice(0)) await sink.patch(at, header);
    digests.push({ sha256: done.sha256, armored: done.armored });
  }
  await sink.write(Buffer.concat(writer.end(sink.bytes)));
  return digests;
}

class ThinWriter {
  /** Headers that were written before the end of their file was known. */
  readonly patches: { readonly at: number; readonly header: Buffer }[] = [];
  private readonly directory: Buffer[] = [];
  private entry: EntryRecord | null = null;
  private entryAt = 0;

  constructor(private readonly files: readonly FileStat[]) {}

  /** What comes next in the zip. */
  take(batch: Batch, done: PackedBatch, zipBytes: number): Buffer[] {
    const parts: Buffer[] = [];
    let at = zipBytes;
    let from = 0;
    for (const [index, piece] of batch.entries()) {
      const bytes = done.bytes[index] ?? 0;
      const packed = done.packed.subarray(from, from + bytes);
      const crc32 = done.crc32[index] ?? 0;
      const header = this.next(piece, { at, crc32, stored: done.stored[index] ?? false, packedBytes: bytes });
      parts.push(header, Buffer.from(packed.buffer, packed.byteOffset, packed.length));
      at += header.length + bytes;
      from += bytes;
    }
    return parts;
  }

  end(zipBytes: number): Buffer[] {
    const bytes = this.directory.reduce((sum, { length }) => sum + length, 0);
    return [...this.directory, endRecords(this.directory.length, { at: zipBytes, bytes })];
  }

  /** The header that stands before the piece: none where it goes on with a file. */
  private next(piece: Piece, { at, ...done }: Packed): Buffer {
    const before = piece.from === 0 ? null : this.entry;
    const entry = before === null ? this.begin(piece, done, at) : joined(before, piece, done);
    this.entry = entry;
    const header = localHeader(entry);
    const isLast = piece.from + piece.bytes === piece.fileBytes;
    if (isLast) this.directory.push(directoryHeader(entry, this.entryAt));
    if (before === null) return header;
    if (isLast) this.patches.push({ at: this.entryAt, header });
    return Buffer.alloc(0);
  }

  private begin({ path, fileBytes }: Piece, done: Omit<Packed, 'at'>, at: number): EntryRecord {
    this.entryAt = at;
    const executable = this.files[this.directory.length]?.executable ?? false;
    return { path, executable, bytes: fileBytes, ...done };
  }
}

interface Packed {
  readonly at: number;
  readonly crc32: number;
  readonly stored: boolean;
  readonly packedBytes: number;
}

const joined = (
  entry: EntryRecord,
  { bytes }: Piece,
  { crc32, packedBytes }: Omit<Packed, 'at'>,
): EntryRecord => ({
  ...entry,
  crc32: joinedCrc32(entry.crc32, crc32, bytes),
  packedBytes: entry.packedBytes + packedBytes,
});
