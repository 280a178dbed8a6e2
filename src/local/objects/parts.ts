/** One part of an upload, with bytes of its own or copied from an object. */
import { createHash } from 'node:crypto';
import type { BlobStore } from './blobs';
import type { Bucket, Part } from './book';
import { checkedSum, givenSum } from './checksums';
import { refusal } from './errors';
import { findUpload, insistOnPartNumber } from './uploads';

interface PartRequest {
  readonly Key?: string | undefined;
  readonly UploadId?: string | undefined;
  readonly PartNumber?: number | undefined;
  readonly ContentMD5?: string | undefined;
}

/** A part of the same number is replaced. Throws BadDigest as PutObject does. */
export async function putPart(
  { blobs, bucket, nowMs }: { blobs: BlobStore; bucket: Bucket; nowMs: number },
  input: PartRequest,
  bytes: Uint8Array,
): Promise<Part> {
  const number = insistOnPartNumber(input.PartNumber);
  const { algorithm, named } = findUpload(bucket, input);
  const given = givenSum(input);
  if (named && given && given.algorithm !== algorithm) throw otherSum(algorithm, given.algorithm);
  const checked = given || input.ContentMD5 !== undefined ? checkedSum(bytes, input) : null;
  const checksum =
    checked?.algorithm === algorithm ? checked : checkedSum(bytes, { ChecksumAlgorithm: algorithm });
  const etag = createHash('md5').update(bytes).digest('hex');
  return blobs.keep(bytes, (blob) => {
    const part = { number, size: blob.size, checksum, etag, pieces: [blob], modifiedMs: nowMs };
    findUpload(bucket, input).parts.set(number, part);
    return part;
  });
}

const otherSum = (wanted: string, given: string): Error =>
  refusal.request(
    `Checksum Type mismatch occurred, expected checksum Type: ${wanted.toLowerCase()}, actual checksum Type: ${given.toLowerCase()}`,
  );
