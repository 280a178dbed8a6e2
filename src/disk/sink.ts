import { type FileHandle, open } from 'node:fs/promises';
import { zipOfBytes } from '../core/code';
import type { Kept, Sink } from '../core/packing';
import { Digest } from '../core/values';
import { explained } from './reasons';

/** Small writes are joined: a call for each header and each tiny file would cost more than the packing. */
const joinedBytes = 1024 * 1024;

/** A new file that nobody else may read: what was allowed into a zip by name can be a secret. */
export class FileSink implements Sink {
  bytes = 0;
  private joined: Uint8Array[] = [];
  private joinedLength = 0;
  private closed = false;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async open(path: string): Promise<FileSink> {
    return new FileSink(path, await open(path, 'wx+', 0o600));
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (bytes.length >= joinedBytes / 2) await this.flush();
    this.joined.push(bytes);
    this.joinedLength += bytes.length;
    this.bytes += bytes.length;
    if (this.joinedLength >= joinedBytes / 2) await this.flush();
  }

  async patch(at: number, bytes: Uint8Array): Promise<void> {
    await this.flush();
    await explained(this.path, () => this.handle.write(bytes, 0, bytes.length, at));
  }

  /** May be called again. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    try {
      await this.flush();
    } finally {
      await this.handle.close();
    }
  }

  private async flush(): Promise<void> {
    if (this.joinedLength === 0) return;
    const at = this.bytes - this.joinedLength;
    const [first] = this.joined;
    const isOne = first !== undefined && this.joined.length === 1;
    const all = isOne ? first : Buffer.concat(this.joined, this.joinedLength);
    this.joined = [];
    this.joinedLength = 0;
    for (let done = 0; done < all.length; ) {
      const { bytesWritten } = await explained(this.path, () =>
        this.handle.write(all, done, all.length - done, at + done),
      );
      done += bytesWritten;
    }
  }
}

/** For where nothing can be written. */
export class MemorySink implements Sink {
  bytes = 0;
  private readonly parts: Uint8Array[] = [];

  async write(bytes: Uint8Array): Promise<void> {
    this.parts.push(bytes);
    this.bytes += bytes.length;
  }

  async patch(at: number, bytes: Uint8Array): Promise<void> {
    const all = Buffer.concat(this.parts.splice(0), this.bytes);
    all.set(bytes, at);
    this.parts.push(all);
  }

  kept(): Kept {
    const all = Buffer.concat(this.parts, this.bytes);
    return { zip: zipOfBytes(all), digest: Digest.of(all) };
  }
}
