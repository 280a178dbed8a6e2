/**
 * CompleteMultipartUpload: docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 * @emulated
 */
import type { CompleteMultipartUploadOutput, CompleteMultipartUploadRequest } from '@aws-sdk/client-s3';
import type { Upload } from '../../objects/book';
import { givenSum } from '../../objects/checksums';
import { insistOnWrite } from '../../objects/conditions';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { assembled, chosenParts, findUpload } from '../../objects/uploads';
import { addVersion, versionIdOf } from '../../objects/versions';
import { sumView } from '../../objects/view';
import type { Action, World } from '../../world';

export const completeMultipartUpload: Action<
  CompleteMultipartUploadRequest,
  CompleteMultipartUploadOutput
> = async (world, input) => {
  const bucket = findBucket(world, input);
  const upload = findUpload(bucket, input);
  const { key, settings, tags } = upload;
  const content = { ...(await contentOf(world, upload, input)), settings };
  insistOnWrite(bucket, key, input);
  findUpload(findBucket(world, input), input);
  bucket.uploads.delete(upload.id);
  const version = addVersion(world, bucket, { key, content, tags });
  return {
    Location: `/${bucket.name}/${encodeURIComponent(key).replaceAll('%2F', '/')}`,
    Bucket: bucket.name,
    Key: key,
    ETag: `"${content.etag}"`,
    ServerSideEncryption: 'AES256',
    ...sumView(content.checksum),
    ...versionIdOf(bucket, version),
  };
};

async function contentOf(world: World, upload: Upload, input: CompleteMultipartUploadRequest) {
  const parts = chosenParts(upload, input.MultipartUpload?.Parts);
  const content = await assembled(world.objects.blobs, upload, parts);
  const sum = givenSum(input);
  if (sum && sum.algorithm === upload.algorithm && !isSame(sum.value, content.checksum.value))
    throw refusal.badDigest(sum.algorithm);
  const { MpuObjectSize: size } = input;
  if (size !== undefined && Number(size) !== content.size)
    throw refusal.request(
      `The provided 'x-amz-mp-object-size' header value ${size} does not match what was computed: ${content.size}`,
    );
  return content;
}

/** The number of parts behind a checksum of checksums may be left out. */
const isSame = (given: string, right: string): boolean =>
  given === right || given === right.replace(/-\d+$/, '');
