/**
 * How many files become one zip, and where zips are kept that can be made again: ports, under the contracts of ports.ts.
 */
import type { Zip } from './code';
import type { Digest } from './values';

/**
 * Reads many files beside the main thread, a batch at a time. `badArtifact` for one that went away, became something else,
 * or was changed since it was found. Links are never followed.
 */
export interface Packing {
  /** There will be many: whoever has to start for them may do so now. */
  expectMany(): void;
  /** One answer a batch, in their order. */
  digest(folder: string, batches: readonly Batch[]): Promise<BatchDigest[]>;
  /** In their order, a little ahead of whoever takes them. The same version of zlib gives the same bytes. */
  deflate(folder: string, batches: readonly Batch[]): AsyncIterable<PackedBatch>;
}

export type Batch = readonly Piece[];

/** A file, or a part of one that is large. */
export interface Piece {
  /** With `/`, relative to the folder. */
  readonly path: string;
  readonly from: number;
  readonly bytes: number;
  /** Of the whole file, as it was found. */
  readonly fileBytes: number;
  readonly stamp: number;
}

export interface BatchDigest {
  /** Of all its pieces, one after the other, in hex. */
  readonly sha256: string;
  /** Of these pieces, by their number, the file has something in its first 64 KB that begins like a key or a certificate. */
  readonly armored: readonly number[];
}

export interface PackedBatch extends BatchDigest {
  /** One a piece. */
  readonly crc32: readonly number[];
  /** One a piece: a whole file that deflate does not make smaller lies here as it is. */
  readonly stored: readonly boolean[];
  /** One a piece, of what it was packed to. */
  readonly bytes: readonly number[];
  /** All of them, one after the other: raw deflate that ends with a byte. The last piece of a file ends its stream. */
  readonly packed: Uint8Array;
}

/** Zips that were made, below a folder of ours. Any of them may go, since it can be made again. */
export interface Cache {
  /** Whether a zip of that shape is kept. Where none is, there is no point in reading all files to look for one. */
  knows(folder: string, shape: string): Promise<boolean>;
  /** Null when it is not kept, or is no longer what was kept. */
  find(folder: string, label: CacheLabel): Promise<Kept | null>;
  /**
   * Writes whole or not at all; a few at once, the others wait. What was not used for longest goes when there is too much.
   * Where nothing can be written, as on a disk for reading only, it is kept in memory.
   */
  keep(folder: string, write: (sink: Sink) => Promise<CacheLabel>): Promise<Kept>;
}

/** Both in lowercase hex. */
export interface CacheLabel {
  /** Of names and sizes: different for all that could not be the same. */
  readonly shape: string;
  /** Of all that is in it. */
  readonly content: string;
}

export interface Kept {
  readonly zip: Zip;
  readonly digest: Digest;
}

export interface Sink {
  /** How many bytes it was given so far. */
  readonly bytes: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Lays these over bytes that were written. */
  patch(at: number, bytes: Uint8Array): Promise<void>;
}
