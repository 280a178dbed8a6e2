/**
 * CopyObject: docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 * @emulated
 */
import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import type { Content } from '../../objects/book';
import { algorithmOf } from '../../objects/checksums';
import { insistOnWrite, seconds } from '../../objects/conditions';
import { wholeSums } from '../../objects/content';
import { type CopySource, findSource } from '../../objects/copies';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { settingsOf } from '../../objects/settings';
import { tagsOfHeader } from '../../objects/tags';
import { addVersion, versionIdOf } from '../../objects/versions';
import { sumView } from '../../objects/view';
import type { Action, World } from '../../world';

export const copyObject: Action<CopyObjectRequest, CopyObjectOutput> = async (world, input) => {
  findBucket(world, input);
  const key = insistOnKey(input.Key);
  const source = findSource(world, input);
  insistOnChange(input, source);
  const { blobs } = world.objects;
  return blobs.hold(source.version.content.pieces, async () => {
    const content = await copied(world, input, source);
    const bucket = findBucket(world, input);
    insistOnWrite(bucket, key, input);
    const tags = input.TaggingDirective === 'REPLACE' ? tagsOfHeader(input.Tagging) : source.version.tags;
    const version = addVersion(world, bucket, { key, content, tags });
    return {
      CopyObjectResult: {
        ETag: `"${content.etag}"`,
        LastModified: new Date(seconds(version.modifiedMs)),
        ...sumView(content.checksum),
      },
      ServerSideEncryption: 'AES256',
      ...versionIdOf(bucket, version),
      ...(source.bucket.versioning === null ? {} : { CopySourceVersionId: source.version.versionId }),
    };
  });
};

/** The bytes stay where they are. What came in parts becomes one, with an ETag and a checksum of the whole. */
async function copied(world: World, input: CopyObjectRequest, source: CopySource): Promise<Content> {
  const { content } = source.version;
  const { pieces } = content;
  const algorithm = algorithmOf(input.ChecksumAlgorithm) ?? content.checksum.algorithm;
  const same = !content.parts && algorithm === content.checksum.algorithm;
  const sums = same
    ? { etag: content.etag, checksum: content.checksum }
    : await wholeSums(world.objects.blobs, pieces, algorithm);
  const settings = input.MetadataDirective === 'REPLACE' ? settingsOf(input) : laidOver(content, input);
  return { ...sums, size: content.size, pieces, parts: null, settings };
}

/** The storage class and the like are never copied. */
function laidOver({ settings }: Content, input: CopyObjectRequest): Content['settings'] {
  const { StorageClass, WebsiteRedirectLocation, ServerSideEncryption, SSEKMSKeyId } = input;
  const given = settingsOf({ StorageClass, WebsiteRedirectLocation, ServerSideEncryption, SSEKMSKeyId });
  const { StorageClass: _class, WebsiteRedirectLocation: _location, ...kept } = settings.headers;
  return { ...settings, headers: { ...kept, ...given.headers } };
}

function insistOnChange(input: CopyObjectRequest, { bucket, key, versionId }: CopySource): void {
  if (bucket.name !== input.Bucket || key !== input.Key || versionId !== null) return;
  const { MetadataDirective, StorageClass, WebsiteRedirectLocation, ServerSideEncryption } = input;
  if (MetadataDirective === 'REPLACE' || StorageClass || WebsiteRedirectLocation || ServerSideEncryption)
    return;
  throw refusal.request(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}
