/**
 * CreateMultipartUpload: docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 * @emulated
 */
import type { CreateMultipartUploadOutput, CreateMultipartUploadRequest } from '@aws-sdk/client-s3';
import type { Algorithm, Checksum } from '../../objects/book';
import { algorithmOf } from '../../objects/checksums';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { settingsOf } from '../../objects/settings';
import { tagsOfHeader } from '../../objects/tags';
import type { Action } from '../../world';

export const createMultipartUpload: Action<CreateMultipartUploadRequest, CreateMultipartUploadOutput> = (
  world,
  input,
) => {
  const bucket = findBucket(world, input);
  const key = insistOnKey(input.Key);
  const named = algorithmOf(input.ChecksumAlgorithm);
  const algorithm = named ?? 'CRC64NVME';
  const upload = {
    id: world.random.uuid().replaceAll('-', ''),
    key,
    initiatedMs: world.clock.nowMs(),
    settings: settingsOf(input),
    tags: tagsOfHeader(input.Tagging),
    algorithm,
    type: typeOf(algorithm, input.ChecksumType),
    named: named !== null,
    parts: new Map(),
  };
  bucket.uploads.set(upload.id, upload);
  return {
    Bucket: bucket.name,
    Key: key,
    UploadId: upload.id,
    ServerSideEncryption: 'AES256',
    ...(named === null ? {} : { ChecksumAlgorithm: named, ChecksumType: upload.type }),
  };
};

/** Digests that cannot be put together are of the parts' digests; CRC-64 is of the whole alone. */
function typeOf(algorithm: Algorithm, asked: string | undefined): Checksum['type'] {
  const type = asked ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const isCrc = algorithm.startsWith('CRC');
  if (type === 'FULL_OBJECT' && isCrc) return type;
  if (type === 'COMPOSITE' && algorithm !== 'CRC64NVME') return type;
  throw refusal.request(
    `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  );
}
