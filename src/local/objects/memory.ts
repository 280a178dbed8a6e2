/** The book of objects in memory, and its JSON form. */
import { join } from 'node:path';
import type { World } from '../world';
import { type Blob, createBlobStore } from './blobs';
import type { Bucket, ObjectBook, ObjectVersion, Part, Upload } from './book';
import { plainContent } from './content';
import { bucketOf, versionOf } from './find';
import { insistOnKey } from './names';
import { addVersion } from './versions';

interface ObjectDump {
  readonly buckets: readonly BucketDump[];
}

interface BucketDump extends Pick<Bucket, 'name' | 'createdMs' | 'versioning'> {
  readonly objects: readonly (readonly [string, readonly ObjectVersion[]])[];
  readonly uploads: readonly UploadDump[];
  readonly settings: readonly (readonly [string, unknown])[];
}

interface UploadDump extends Omit<Upload, 'parts'> {
  readonly parts: readonly Part[];
}

/** Bytes are kept below `folder/objects`, which is made when it is first needed. */
export function createObjectBook(
  options: { readonly folder: string } & Pick<World, 'clock' | 'random'>,
): ObjectBook {
  const buckets = new Map<string, Bucket>();
  const blobs = createBlobStore(join(options.folder, 'objects'));
  return {
    buckets,
    blobs,
    async read(bucket, key, versionId) {
      const { content } = versionOf(bucketOf(buckets, bucket), key, versionId);
      return blobs.hold(content.pieces, () => blobs.read(content.pieces));
    },
    async write(name, key, bytes) {
      const bucket = bucketOf(buckets, name);
      insistOnKey(key);
      await blobs.keep(bytes, (blob) =>
        addVersion(options, bucket, { key, content: plainContent(bytes, blob), tags: {} }),
      );
    },
    dump() {
      blobs.sweep(new Set(referredTo(buckets)));
      return { buckets: [...buckets.values()].map(dumpBucket) };
    },
    load(dump) {
      blobs.open();
      buckets.clear();
      for (const bucket of (dump as ObjectDump).buckets) buckets.set(bucket.name, loadBucket(bucket));
    },
    clear: () => buckets.clear(),
  };
}

function* referredTo(buckets: ReadonlyMap<string, Bucket>): Generator<string> {
  for (const { objects, uploads } of buckets.values()) {
    for (const versions of objects.values())
      for (const { content } of versions) yield* digests(content?.pieces ?? []);
    for (const { parts } of uploads.values()) for (const { pieces } of parts.values()) yield* digests(pieces);
  }
}

const digests = (pieces: readonly Blob[]): string[] => pieces.map(({ sha256 }) => sha256);

const dumpBucket = ({ name, createdMs, versioning, objects, uploads, settings }: Bucket): BucketDump => ({
  name,
  createdMs,
  versioning,
  objects: [...objects],
  uploads: [...uploads.values()].map((upload) => ({ ...upload, parts: [...upload.parts.values()] })),
  settings: [...settings],
});

const loadBucket = ({ objects, uploads, settings, ...rest }: BucketDump): Bucket => ({
  ...rest,
  objects: new Map(objects),
  uploads: new Map(uploads.map((upload) => [upload.id, loadUpload(upload)])),
  settings: new Map(settings),
  sorted: null,
});

const loadUpload = (upload: UploadDump): Upload => ({
  ...upload,
  parts: new Map(upload.parts.map((part) => [part.number, part])),
});
