/**
 * ListMultipartUploads: docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html
 * @emulated
 */
import type {
  ListMultipartUploadsOutput,
  ListMultipartUploadsRequest,
  MultipartUpload,
} from '@aws-sdk/client-s3';
import type { Bucket, Upload } from '../../objects/book';
import { seconds } from '../../objects/conditions';
import { ownerOf } from '../../objects/current';
import { findBucket } from '../../objects/find';
import { byKey } from '../../objects/keys';
import { type Entry, encoder, listView, pageOf, sizeOf } from '../../objects/listing';
import type { Action, World } from '../../world';

export const listMultipartUploads: Action<ListMultipartUploadsRequest, ListMultipartUploadsOutput> = (
  world,
  input,
) => {
  const bucket = findBucket(world, input);
  const { KeyMarker = '', UploadIdMarker = '' } = input;
  const encoded = encoder(input);
  const max = sizeOf('max-uploads', input.MaxUploads);
  const page = pageOf(uploadsAfter(bucket, KeyMarker, UploadIdMarker), input, { after: KeyMarker, max });
  const last = page.entries.at(-1);
  const next = { NextKeyMarker: encoded(page.next ?? ''), NextUploadIdMarker: last?.item.id ?? '' };
  return {
    Bucket: bucket.name,
    KeyMarker: encoded(KeyMarker),
    UploadIdMarker,
    ...listView(input, page),
    MaxUploads: max,
    ...(page.entries.length > 0
      ? { Uploads: page.entries.map(({ item }) => uploadView(world, item, encoded)) }
      : {}),
    ...(page.next === null ? {} : next),
  };
};

/** By key, and those of one key in the order in which they were begun. */
function uploadsAfter(bucket: Bucket, key: string, id: string): Entry<Upload>[] {
  const all = [...bucket.uploads.values()].sort(
    (a, b) => byKey(a.key, b.key) || a.initiatedMs - b.initiatedMs || byKey(a.id, b.id),
  );
  const marked = all.findIndex((upload) => upload.key === key && upload.id === id);
  const left = marked >= 0 ? all.slice(marked + 1) : all.filter((upload) => byKey(upload.key, key) > 0);
  return left.map((item) => ({ key: item.key, item }));
}

function uploadView(world: World, upload: Upload, encoded: (text: string) => string): MultipartUpload {
  const owner = ownerOf(world);
  return {
    UploadId: upload.id,
    Key: encoded(upload.key),
    Initiated: new Date(seconds(upload.initiatedMs)),
    StorageClass: 'STANDARD',
    Owner: owner,
    Initiator: owner,
    ...(upload.named ? { ChecksumAlgorithm: upload.algorithm, ChecksumType: upload.type } : {}),
  };
}
