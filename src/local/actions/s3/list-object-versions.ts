/**
 * ListObjectVersions: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 * @emulated
 */
import type { ListObjectVersionsOutput, ListObjectVersionsRequest } from '@aws-sdk/client-s3';
import type { Bucket, ObjectVersion } from '../../objects/book';
import { seconds } from '../../objects/conditions';
import { listed, ownerOf } from '../../objects/current';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { byKey, keysOf } from '../../objects/keys';
import { type Entry, encoder, listView, pageOf, sizeOf } from '../../objects/listing';
import type { Action, World } from '../../world';

type Encoded = (text: string) => string;

interface Listed extends ObjectVersion {
  readonly isLatest: boolean;
}

export const listObjectVersions: Action<ListObjectVersionsRequest, ListObjectVersionsOutput> = (
  world,
  input,
) => {
  const bucket = findBucket(world, input);
  const { KeyMarker = '', VersionIdMarker } = input;
  if (VersionIdMarker && KeyMarker === '')
    throw refusal.argument('A version-id marker cannot be specified without a key marker.');
  const encoded = encoder(input);
  const max = sizeOf('max-keys', input.MaxKeys);
  const from = allAfter(bucket, KeyMarker, VersionIdMarker || null);
  const page = pageOf(from, input, { after: KeyMarker, max });
  const versions = page.entries.filter(({ item }) => item.content);
  const markers = page.entries.filter(({ item }) => !item.content);
  return {
    Name: bucket.name,
    KeyMarker: encoded(KeyMarker),
    VersionIdMarker: VersionIdMarker ?? '',
    ...listView(input, page),
    MaxKeys: max,
    ...(versions.length > 0 ? { Versions: versions.map((entry) => versionView(world, entry, encoded)) } : {}),
    ...(markers.length > 0
      ? { DeleteMarkers: markers.map((entry) => entryView(world, entry, encoded)) }
      : {}),
    ...(page.next === null ? {} : nextOf(page.entries.at(-1), page.next, encoded)),
  };
};

/** By key, the newest first. With a version's id: from the one after it. */
function* allAfter(bucket: Bucket, after: string, versionId: string | null): Generator<Entry<Listed>> {
  for (const key of keysOf(bucket)) {
    const order = byKey(key, after);
    if (order < 0 || (order === 0 && versionId === null)) continue;
    const versions = (bucket.objects.get(key) ?? []).map((one, index) => ({ ...one, isLatest: index === 0 }));
    const passed = order === 0 ? versions.findIndex((one) => one.versionId === versionId) + 1 : 0;
    for (const item of versions.slice(passed)) yield { key, item };
  }
}

const entryView = (world: World, { key, item }: Entry<Listed>, encoded: Encoded) => ({
  Key: encoded(key),
  VersionId: item.versionId,
  IsLatest: item.isLatest,
  LastModified: new Date(seconds(item.modifiedMs)),
  Owner: ownerOf(world),
});

function versionView(world: World, entry: Entry<Listed>, encoded: Encoded) {
  const { content } = entry.item;
  const object = content ? listed({ key: entry.key, item: { ...entry.item, content } }, encoded) : {};
  return { ...object, ...entryView(world, entry, encoded), StorageClass: 'STANDARD' as const };
}

function nextOf(last: Entry<Listed> | undefined, next: string, encoded: Encoded): object {
  if (last?.key !== next) return { NextKeyMarker: encoded(next) };
  return { NextKeyMarker: encoded(next), NextVersionIdMarker: last.item.versionId };
}
