/**
 * ListParts: docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
 * @emulated
 */
import type { ListPartsOutput, ListPartsRequest } from '@aws-sdk/client-s3';
import type { Part } from '../../objects/book';
import { seconds } from '../../objects/conditions';
import { ownerOf } from '../../objects/current';
import { findBucket } from '../../objects/find';
import { sizeOf } from '../../objects/listing';
import { findUpload } from '../../objects/uploads';
import { sumView } from '../../objects/view';
import type { Action } from '../../world';

export const listParts: Action<ListPartsRequest, ListPartsOutput> = (world, input) => {
  const upload = findUpload(findBucket(world, input), input);
  const max = sizeOf('max-parts', input.MaxParts);
  const after = Number(input.PartNumberMarker ?? 0);
  const found = [...upload.parts.values()]
    .filter(({ number }) => number > after)
    .sort((a, b) => a.number - b.number);
  const page = found.slice(0, max);
  const owner = ownerOf(world);
  return {
    Bucket: input.Bucket,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(page.at(-1)?.number ?? 0),
    MaxParts: max,
    IsTruncated: found.length > page.length,
    ...(page.length > 0 ? { Parts: page.map(partView) } : {}),
    Initiator: owner,
    Owner: owner,
    StorageClass: 'STANDARD',
    ...(upload.named ? { ChecksumAlgorithm: upload.algorithm, ChecksumType: upload.type } : {}),
  };
};

function partView({ number, etag, size, modifiedMs, checksum }: Part) {
  const { ChecksumType: _type, ...sum } = sumView(checksum);
  const LastModified = new Date(seconds(modifiedMs));
  return { PartNumber: number, LastModified, ETag: `"${etag}"`, Size: size, ...sum };
}
