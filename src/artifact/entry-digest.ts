import { createHash } from 'node:crypto';
import type { Batch, BatchDigest } from '../core/packing';
import { searchedBytes } from './private-key';

/** As Packing digests a batch, of files that are in memory. */
export function digestOf(batch: Batch, bytesOf: ReadonlyMap<string, Uint8Array>): BatchDigest {
  const hash = createHash('sha256');
  const armored: number[] = [];
  for (const [index, { path, from, bytes }] of batch.entries()) {
    const piece = (bytesOf.get(path) ?? new Uint8Array()).subarray(from, from + bytes);
    hash.update(piece);
    const start = Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.length, searchedBytes));
    if (from === 0 && start.includes('-----BEGIN ')) armored.push(index);
  }
  return { sha256: hash.digest('hex'), armored };
}
