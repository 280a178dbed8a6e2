/** What is in a zip, as digests: which files may be told apart before they are read, and which only after. */
import { createHash } from 'node:crypto';
import type { Batch, BatchDigest, CacheLabel, Piece } from '../core/packing';
import type { FileStat } from '../core/ports';

/** Large files are read and packed in pieces of so many bytes: several at once, and never a whole one in memory. */
const pieceBytes = 1024 * 1024;
/** 10,000 tiny files one by one would cost more in messages between threads than in work. */
const piecesAtOnce = 64;
const bytesAtOnce = pieceBytes;

/**
 * Raised when the same files would become other bytes. What zlib makes of the same bytes may differ between its versions,
 * so zips of two of them are never taken for each other.
 */
const madeBy = `shipit 1, zlib ${process.versions.zlib}`;

/** All files in pieces, in their order. An empty file has one piece as well, so that every file is opened. */
export function batchesOf(files: readonly FileStat[]): Batch[] {
  const batches: Piece[][] = [];
  let last: Piece[] = [];
  let bytes = 0;
  for (const piece of files.flatMap(piecesOf)) {
    if (last.length === 0 || last.length === piecesAtOnce || bytes + piece.bytes > bytesAtOnce) {
      last = [];
      bytes = 0;
      batches.push(last);
    }
    last.push(piece);
    bytes += piece.bytes;
  }
  return batches;
}

function piecesOf({ path, size, stamp }: FileStat): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from === 0 || from < size; from += pieceBytes)
    pieces.push({ path, from, bytes: Math.min(pieceBytes, size - from), fileBytes: size, stamp });
  return pieces;
}

/** The digests are those of all batches. */
export function labelOf(shape: string, digests: readonly BatchDigest[]): CacheLabel {
  const hash = createHash('sha256').update(shape);
  for (const { sha256 } of digests) hash.update(sha256);
  return { shape, content: hash.digest('hex') };
}

/** Names, sizes and modes. */
export function shapeOf(files: readonly FileStat[]): string {
  const lines = files.map(({ path, size, executable }) => `${path}\0${size}\0${executable}\0`);
  return createHash('sha256').update(madeBy).update(lines.join('')).digest('hex');
}
