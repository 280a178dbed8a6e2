/** Bytes by digest, below one folder. Keys of objects never become names of files. */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Blob {
  /** In hex. */
  readonly sha256: string;
  readonly size: number;
}

export interface BlobStore {
  /** Writes the bytes and hands them on; until `use` is over they stay, whoever refers to them. */
  keep<T>(bytes: Uint8Array, use: (blob: Blob) => T): Promise<T>;
  /** The same for what comes in pieces and may be large: it is never whole in memory. */
  take<T>(chunks: AsyncIterable<Uint8Array>, use: (blob: Blob) => T): Promise<T>;
  /** Nothing of these is removed while the work lasts. */
  hold<T>(blobs: readonly Blob[], work: () => Promise<T>): Promise<T>;
  read(blobs: readonly Blob[]): Promise<Buffer>;
  /** From the first byte to the last, both included. */
  stream(blobs: readonly Blob[], range: ByteRange): AsyncGenerator<Uint8Array>;
  /** Takes up what lies in the folder; what was half written is removed. */
  open(): void;
  /**
   * Removes what nobody refers to, and did not the time before either. Called with each save: what was let go before the
   * save before this one is no longer referred to on disk, so a process that is killed finds every object whole.
   */
  sweep(live: ReadonlySet<string>): void;
}

export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export function createBlobStore(folder: string): BlobStore {
  return new Blobs(folder);
}

class Blobs implements BlobStore {
  private readonly known = new Set<string>();
  private readonly held = new Map<string, number>();
  private dead = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();
  private taken = 0;

  constructor(private readonly folder: string) {}

  keep<T>(bytes: Uint8Array, use: (blob: Blob) => T): Promise<T> {
    const blob = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength };
    return this.hold([blob], async () => {
      await this.inTurn(() => this.write(blob.sha256, bytes));
      return use(blob);
    });
  }

  async take<T>(chunks: AsyncIterable<Uint8Array>, use: (blob: Blob) => T): Promise<T> {
    this.taken += 1;
    const part = this.pathOf(`taken-${this.taken}.part`);
    try {
      const blob = await this.pour(chunks, part);
      return await this.hold([blob], async () => {
        await this.inTurn(() => this.name(blob.sha256, part));
        return use(blob);
      });
    } finally {
      await rm(part, { force: true });
    }
  }

  async hold<T>(blobs: readonly Blob[], work: () => Promise<T>): Promise<T> {
    for (const { sha256 } of blobs) this.count(sha256, 1);
    try {
      return await work();
    } finally {
      for (const { sha256 } of blobs) this.count(sha256, -1);
    }
  }

  async read(blobs: readonly Blob[]): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (const { sha256 } of blobs) pieces.push(await readFile(this.pathOf(sha256)));
    return Buffer.concat(pieces);
  }

  async *stream(blobs: readonly Blob[], { first, last }: ByteRange): AsyncGenerator<Uint8Array> {
    for (const { sha256 } of blobs) this.count(sha256, 1);
    try {
      let from = 0;
      for (const { sha256, size } of blobs) {
        const start = Math.max(first - from, 0);
        const end = Math.min(last - from, size - 1);
        from += size;
        if (start <= end) yield* createReadStream(this.pathOf(sha256), { start, end });
      }
    } finally {
      for (const { sha256 } of blobs) this.count(sha256, -1);
    }
  }

  open(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.folder))
      if (/^[0-9a-f]{64}$/.test(name)) this.known.add(name);
      else if (name.endsWith('.part')) rmSync(this.pathOf(name), { force: true });
  }

  sweep(live: ReadonlySet<string>): void {
    const dead = [...this.known].filter((sha256) => !live.has(sha256) && !this.held.has(sha256));
    for (const sha256 of dead.filter((one) => this.dead.has(one))) this.remove(sha256);
    this.dead = new Set(dead);
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256);
  }

  /** Writes and removals go one after the other, so that none undoes the other. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async write(sha256: string, bytes: Uint8Array): Promise<void> {
    if (this.known.has(sha256)) return;
    const path = this.pathOf(sha256);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.part`, bytes, { mode: 0o600 });
    await rename(`${path}.part`, path);
    this.known.add(sha256);
  }

  private async pour(chunks: AsyncIterable<Uint8Array>, part: string): Promise<Blob> {
    const hash = createHash('sha256');
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.byteLength;
        yield chunk;
      }
    };
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await pipeline(counted, createWriteStream(part, { mode: 0o600 }));
    return { sha256: hash.digest('hex'), size };
  }

  private async name(sha256: string, part: string): Promise<void> {
    if (!this.known.has(sha256)) await rename(part, this.pathOf(sha256));
    this.known.add(sha256);
  }

  private remove(sha256: string): void {
    this.known.delete(sha256);
    this.inTurn(async () => {
      if (!this.known.has(sha256)) await rm(this.pathOf(sha256), { force: true });
    }).catch(() => undefined);
  }

  private count(sha256: string, change: number): void {
    const count = (this.held.get(sha256) ?? 0) + change;
    if (count > 0) this.held.set(sha256, count);
    else this.held.delete(sha256);
  }
}
