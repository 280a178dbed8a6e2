/**
 * GetObjectAttributes: docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html
 * @emulated
 */
import type { GetObjectAttributesOutput, GetObjectAttributesRequest } from '@aws-sdk/client-s3';
import type { Content } from '../../objects/book';
import { findBucket, versionOf } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { versionIdOf } from '../../objects/versions';
import { sumView } from '../../objects/view';
import type { Action } from '../../world';

export const getObjectAttributes: Action<GetObjectAttributesRequest, GetObjectAttributesOutput> = (
  world,
  input,
) => {
  const bucket = findBucket(world, input);
  const version = versionOf(bucket, insistOnKey(input.Key), input.VersionId);
  const { content } = version;
  const asked = new Set<string>(input.ObjectAttributes);
  return {
    LastModified: new Date(version.modifiedMs),
    ...versionIdOf(bucket, version),
    ...(asked.has('ETag') ? { ETag: content.etag } : {}),
    ...(asked.has('Checksum') ? { Checksum: sumView(content.checksum) } : {}),
    ...(asked.has('ObjectParts') ? partsView(content) : {}),
    ...(asked.has('StorageClass') ? { StorageClass: 'STANDARD' as const } : {}),
    ...(asked.has('ObjectSize') ? { ObjectSize: content.size } : {}),
  };
};

/** Only how many there are, unless each has a checksum of its own in the object's. */
function partsView({ parts, checksum }: Content): Pick<GetObjectAttributesOutput, 'ObjectParts'> {
  if (!parts) return {};
  const count = { TotalPartsCount: parts.length };
  if (checksum.type === 'FULL_OBJECT') return { ObjectParts: count };
  const listed = parts.map(({ number, size, checksum: { algorithm, value } }) => ({
    PartNumber: number,
    Size: size,
    [`Checksum${algorithm}`]: value,
  }));
  return { ObjectParts: { ...count, IsTruncated: false, Parts: listed } };
}
