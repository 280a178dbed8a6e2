/** An object as GetObject and HeadObject show it. */
import type { World } from '../world';
import type { ByteRange } from './blobs';
import type { Bucket, Checksum, Content } from './book';
import { type Conditions, insistOnRead } from './conditions';
import { type BucketRef, type FullVersion, findBucket, versionOf } from './find';
import { insistOnKey } from './names';
import { partRange, rangeOf } from './ranges';
import { settingsView } from './settings';
import { versionIdOf } from './versions';

interface ReadRequest extends BucketRef, Conditions {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly Range?: string | undefined;
  readonly PartNumber?: number | undefined;
  readonly ChecksumMode?: string | undefined;
}

export interface Reading {
  readonly version: FullVersion;
  /** Null for the whole. */
  readonly range: ByteRange | null;
  readonly view: { readonly [member: string]: unknown };
}

export function readObject(world: World, input: ReadRequest): Reading {
  const bucket = findBucket(world, input);
  const version = versionOf(bucket, insistOnKey(input.Key), input.VersionId);
  insistOnRead(version, input);
  const { content } = version;
  const { PartNumber } = input;
  const range =
    PartNumber === undefined ? rangeOf(input.Range, content.size) : partRange(content, PartNumber);
  return { version, range, view: viewOf({ bucket, version, range }, input) };
}

function viewOf(
  { bucket, version, range }: { bucket: Bucket; version: FullVersion; range: ByteRange | null },
  input: ReadRequest,
): Reading['view'] {
  const { content, tags } = version;
  const whole = range === null || range.last - range.first + 1 === content.size;
  const tagCount = Object.keys(tags).length;
  return {
    ...settingsView(content.settings, { ...input }),
    AcceptRanges: 'bytes',
    LastModified: new Date(version.modifiedMs),
    ETag: `"${content.etag}"`,
    ...versionIdOf(bucket, version),
    ...(tagCount > 0 ? { TagCount: tagCount } : {}),
    ...(whole && input.ChecksumMode === 'ENABLED' ? sumView(content.checksum) : {}),
    ...(input.PartNumber !== undefined && content.parts ? { PartsCount: content.parts.length } : {}),
    ...lengthView(content, range),
  };
}

function lengthView({ size }: Content, range: ByteRange | null): object {
  if (!range) return { ContentLength: size };
  const { first, last } = range;
  return { ContentLength: last - first + 1, ContentRange: `bytes ${first}-${last}/${size}` };
}

/** `ChecksumCRC32` and the like, under the SDK's names. */
export const sumView = ({ algorithm, value, type }: Checksum): { [member: string]: string } => ({
  [`Checksum${algorithm}`]: value,
  ChecksumType: type,
});
