/** What an object is made of: bytes, their ETag and checksum. */
import { createHash } from 'node:crypto';
import type { Blob, BlobStore } from './blobs';
import type { Algorithm, Checksum, Content, Settings } from './book';
import { checkedSum, createSum } from './checksums';

const plain: Settings = { Metadata: {}, headers: {}, expiresMs: null };

/** An object without anything but its bytes. */
export const plainContent = (bytes: Uint8Array, blob: Blob): Content =>
  contentOf(bytes, blob, { checksum: checkedSum(bytes, {}), settings: plain });

export const contentOf = (
  bytes: Uint8Array,
  blob: Blob,
  rest: Pick<Content, 'checksum' | 'settings'>,
): Content => ({
  etag: createHash('md5').update(bytes).digest('hex'),
  size: blob.size,
  pieces: [blob],
  parts: null,
  ...rest,
});

/** ETag and checksum of bytes in several pieces, as if they had come in one. */
export async function wholeSums(
  blobs: BlobStore,
  pieces: readonly Blob[],
  algorithm: Algorithm,
): Promise<{ etag: string; checksum: Checksum }> {
  const md5 = createHash('md5');
  const sum = createSum(algorithm);
  for await (const chunk of blobs.stream(pieces, { first: 0, last: Number.MAX_SAFE_INTEGER })) {
    md5.update(chunk);
    sum.update(chunk);
  }
  const checksum: Checksum = { algorithm, type: 'FULL_OBJECT', value: sum.digest().toString('base64') };
  return { etag: md5.digest('hex'), checksum };
}

/** The body of an input: bytes, or nothing for an empty one. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());
