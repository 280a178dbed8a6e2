/** Uploads in parts (docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html). */
import { createHash } from 'node:crypto';
import type { CompletedPart } from '@aws-sdk/client-s3';
import type { BlobStore } from './blobs';
import type { Bucket, Checksum, Content, Part, Upload } from './book';
import { createSum, givenSum } from './checksums';
import { wholeSums } from './content';
import { missing, refusal } from './errors';

const mostParts = 10_000;
const leastPartBytes = 5 * 1024 * 1024;

export function findUpload(
  bucket: Bucket,
  { Key, UploadId = '' }: { readonly Key?: string | undefined; readonly UploadId?: string | undefined },
): Upload {
  const upload = bucket.uploads.get(UploadId);
  if (!upload || upload.key !== Key) throw missing.upload(UploadId);
  return upload;
}

export function insistOnPartNumber(number: number | undefined): number {
  if (number !== undefined && Number.isInteger(number) && number >= 1 && number <= mostParts) return number;
  throw refusal.argument(`Part number must be an integer between 1 and ${mostParts}, inclusive`, {
    ArgumentName: 'partNumber',
    ArgumentValue: String(number),
  });
}

/** The parts that a list names, in its order. Throws what is wrong with the list. */
export function chosenParts(upload: Upload, list: readonly CompletedPart[] | undefined): Part[] {
  if (!list || list.length === 0) throw refusal.malformed();
  let before = 0;
  const chosen = list.map((wanted) => {
    if (wanted.PartNumber === undefined) throw refusal.malformed();
    if (wanted.PartNumber <= before) throw outOfOrder();
    before = wanted.PartNumber;
    return chosenPart(upload, wanted);
  });
  for (const part of chosen.slice(0, -1)) if (part.size < leastPartBytes) throw tooSmall(part);
  return chosen;
}

function chosenPart({ id, parts }: Upload, wanted: CompletedPart): Part {
  const number = wanted.PartNumber ?? 0;
  const part = parts.get(number);
  const etag = (wanted.ETag ?? '').replace(/^"|"$/g, '');
  const sum = givenSum(wanted);
  if (part && part.etag === etag && (!sum || sum.value === part.checksum.value)) return part;
  throw refusal.refused(
    ['InvalidPart', 400],
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { UploadId: id, PartNumber: String(number), ETag: etag },
  );
}

const outOfOrder = (): Error =>
  refusal.refused(
    ['InvalidPartOrder', 400],
    'The list of parts was not in ascending order. Parts must be ordered by part number.',
  );

const tooSmall = ({ number, size, etag }: Part): Error =>
  refusal.refused(['EntityTooSmall', 400], 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: String(size),
    MinSizeAllowed: String(leastPartBytes),
    PartNumber: String(number),
    ETag: etag,
  });

/** One object of the parts. Its ETag is the digest of the parts' digests, and how many there are. */
export async function assembled(
  blobs: BlobStore,
  upload: Upload,
  parts: readonly Part[],
): Promise<Omit<Content, 'settings'>> {
  const digests = parts.map(({ etag }) => Buffer.from(etag, 'hex'));
  const etag = createHash('md5').update(Buffer.concat(digests)).digest('hex');
  const pieces = parts.flatMap((part) => part.pieces);
  return {
    etag: `${etag}-${parts.length}`,
    size: parts.reduce((sum, part) => sum + part.size, 0),
    pieces,
    parts: parts.map(({ number, size, checksum }) => ({ number, size, checksum })),
    checksum: await sumOf(blobs, upload, parts),
  };
}

async function sumOf(
  blobs: BlobStore,
  { algorithm, type }: Upload,
  parts: readonly Part[],
): Promise<Checksum> {
  if (type === 'FULL_OBJECT')
    return (
      await wholeSums(
        blobs,
        parts.flatMap(({ pieces }) => pieces),
        algorithm,
      )
    ).checksum;
  const sum = createSum(algorithm);
  for (const { checksum } of parts) sum.update(Buffer.from(checksum.value, 'base64'));
  return { algorithm, type, value: `${sum.digest().toString('base64')}-${parts.length}` };
}
