/**
 * What is done to pieces of files, in a worker thread or here. A worker gets these functions as their own text, so that it
 * starts alike from TypeScript in tests, from compiled files and from a bundle of one file, with nothing to be found on
 * disk, and all the same they are typed and can be called here. The price: nothing in them may use what stands outside of
 * them but each other. Modules come as arguments.
 */
import type { Batch, PackedBatch, Piece } from '../core/packing';

export interface Modules {
  readonly crypto: typeof import('node:crypto');
  readonly fs: typeof import('node:fs');
  readonly zlib: typeof import('node:zlib');
  /** What was read last: overwritten by what is read next. */
  scratch?: Buffer;
}

export interface Job {
  readonly folder: string;
  readonly batch: Batch;
  readonly deflate: boolean;
}

/** Without deflate nothing but the digest. Packed bytes change threads without being copied. */
export type Done = Omit<PackedBatch, 'packed'> & { readonly packed: Uint8Array<ArrayBuffer> };

/** The system's code, or ESTALE for a file that changed. */
export interface Failed {
  readonly path: string;
  readonly code: string | null;
  readonly message: string;
}

/** Throws Failed. */
export function workOn(modules: Modules, { folder, batch, deflate }: Job): Done {
  const hash = modules.crypto.createHash('sha256');
  const armored: number[] = [];
  const [crc32, bytes, stored]: [number[], number[], boolean[]] = [[], [], []];
  const parts: Uint8Array[] = [];
  for (let index = 0; index < batch.length; index += 1) {
    const piece = batch[index] as Piece;
    const read = readPiece(modules, folder, piece);
    hash.update(read);
    if (piece.from === 0 && read.subarray(0, 65_536).includes('-----BEGIN ')) armored.push(index);
    if (!deflate) continue;
    const done = deflatePiece(modules, piece, read);
    crc32.push(checksum(modules, read));
    stored.push(done === read);
    bytes.push(done.length);
    // What was read is overwritten by the next piece.
    parts.push(done === read ? Buffer.from(read) : done);
  }
  const packed = new Uint8Array(bytes.reduce((sum, length) => sum + length, 0));
  for (let index = 0, at = 0; index < parts.length; at += bytes[index] ?? 0, index += 1)
    packed.set(parts[index] ?? [], at);
  return { sha256: hash.digest('hex'), armored, crc32, stored, bytes, packed };
}

/** Opened without waiting for the other end of a pipe, and not through a link. */
function readPiece(modules: Modules, folder: string, piece: Piece): Buffer {
  const { fs } = modules;
  let handle: number | null = null;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants;
    handle = fs.openSync(`${folder}/${piece.path}`, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    // One buffer for all: what is thrown away is only freed when there is much of it.
    if (!modules.scratch || modules.scratch.length < piece.bytes)
      modules.scratch = Buffer.allocUnsafeSlow(Math.max(piece.bytes, 1_048_576));
    const read = modules.scratch.subarray(0, piece.bytes);
    const got = fs.readSync(handle, read, 0, piece.bytes, piece.from);
    const after = fs.fstatSync(handle);
    const isSame = after.isFile() && after.size === piece.fileBytes && after.ctimeMs === piece.stamp;
    if (got !== piece.bytes || !isSame)
      throw Object.assign(new Error('changed while it was read'), { code: 'ESTALE' });
    return read;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const failed: Failed = { path: piece.path, code: code ?? null, message };
    throw failed;
  } finally {
    if (handle !== null) fs.closeSync(handle);
  }
}

/** Parts of a file are joined by a flush, which ends with a byte; each begins without memory of the one before. */
function deflatePiece({ zlib }: Modules, { from, fileBytes }: Piece, bytes: Buffer): Uint8Array {
  const isLast = from + bytes.length === fileBytes;
  const { Z_FINISH, Z_SYNC_FLUSH } = zlib.constants;
  const finishFlush = isLast ? Z_FINISH : Z_SYNC_FLUSH;
  // The result of most files fits into one buffer of their own length; the usual one costs more than it gives.
  const chunkSize = bytes.length + (bytes.length >> 10) + 64;
  const packed = zlib.deflateRawSync(bytes, { level: 6, finishFlush, chunkSize });
  return isLast && from === 0 && packed.length >= bytes.length ? bytes : packed;
}

/** CRC-32 as zips have it. zlib gives it from Node.js 20.15 on. */
function checksum({ zlib }: Modules, bytes: Uint8Array): number {
  if (typeof zlib.crc32 === 'function') return zlib.crc32(bytes);
  const table = Array.from({ length: 256 }, (_, index) => {
    let row = index;
    for (let bit = 0; bit < 8; bit += 1) row = row & 1 ? 0xedb88320 ^ (row >>> 1) : row >>> 1;
    return row;
  });
  let crc = -1;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** A job on its way to a worker: copying an object for each piece would cost more than the rest of the message. */
export interface Letter extends Omit<Job, 'batch'> {
  readonly id: number;
  readonly paths: string;
  readonly numbers: Float64Array;
}

export function toLetter(id: number, { batch, ...job }: Job): Letter {
  const numbers = batch.flatMap(({ from, bytes, fileBytes, stamp }) => [from, bytes, fileBytes, stamp]);
  const paths = batch.map(({ path }) => path).join('\0');
  return { ...job, id, paths, numbers: Float64Array.from(numbers) };
}

function fromLetter({ paths, numbers, folder, deflate }: Letter): Job {
  const batch = paths.split('\0').map((path, index) => {
    const [from = 0, bytes = 0, fileBytes = 0, stamp = 0] = numbers.subarray(4 * index, 4 * index + 4);
    return { path, from, bytes, fileBytes, stamp };
  });
  return { folder, deflate, batch };
}

/** In the worker: answers each job with what came of it, under its number. */
function serve(modules: Modules, port: import('node:worker_threads').MessagePort): void {
  port.on('message', (letter: Letter) => {
    const { id } = letter;
    try {
      const done = workOn(modules, fromLetter(letter));
      port.postMessage({ id, done }, [done.packed.buffer]);
    } catch (failed) {
      port.postMessage({ id, failed: String(failed) === '[object Object]' ? failed : String(failed) });
    }
  });
}

/** The program of a worker. */
export function workerText(): string {
  const functions = [workOn, readPiece, deflatePiece, checksum, fromLetter, serve].map(String).join('\n');
  const modules = ['crypto', 'fs', 'zlib'].map((name) => `${name}: require('node:${name}')`).join(', ');
  return `${functions}\n${serve.name}({ ${modules} }, require('node:worker_threads').parentPort);`;
}
