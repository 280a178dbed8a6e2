/** How versions come and go (docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html). */
import type { World } from '../world';
import type { Bucket, Content, ObjectVersion, Tags } from './book';

interface Draft {
  readonly key: string;
  /** Null for a delete marker. */
  readonly content: Content | null;
  readonly tags: Tags;
}

type Source = Pick<World, 'clock' | 'random'>;

/** Without versioning a new version takes the place of the one without an id. */
export function addVersion({ clock, random }: Source, bucket: Bucket, draft: Draft): ObjectVersion {
  const { key, content, tags } = draft;
  const versionId = bucket.versioning === 'Enabled' ? random.uuid().replaceAll('-', '') : 'null';
  const version: ObjectVersion = { versionId, modifiedMs: clock.nowMs(), content, tags };
  const before = bucket.objects.get(key);
  if (!before) bucket.sorted = null;
  bucket.objects.set(key, [version, ...(before ?? []).filter((one) => one.versionId !== versionId)]);
  return version;
}

/** Null when there was no such version. */
function removeVersion(bucket: Bucket, key: string, versionId: string): ObjectVersion | null {
  const versions = bucket.objects.get(key) ?? [];
  const found = versions.find((one) => one.versionId === versionId) ?? null;
  const left = versions.filter((one) => one !== found);
  if (left.length > 0) bucket.objects.set(key, left);
  else if (bucket.objects.delete(key)) bucket.sorted = null;
  return found;
}

interface Removed {
  /** Absent in a bucket without versioning. */
  readonly VersionId?: string;
  readonly DeleteMarker?: true;
}

/** Without a version's id: hides the object behind a delete marker, or removes it where there is no versioning. */
export function removeObject(
  source: Source,
  bucket: Bucket,
  { key, versionId }: { readonly key: string; readonly versionId: string | undefined },
): Removed {
  if (versionId !== undefined) {
    const removed = removeVersion(bucket, key, versionId);
    return { VersionId: versionId, ...(removed && !removed.content ? { DeleteMarker: true } : {}) };
  }
  if (bucket.versioning === null) {
    removeVersion(bucket, key, 'null');
    return {};
  }
  const marker = addVersion(source, bucket, { key, content: null, tags: {} });
  return { VersionId: marker.versionId, DeleteMarker: true };
}

/** What answers say of a version: nothing in a bucket that never had versioning. */
export const versionIdOf = (bucket: Bucket, { versionId }: ObjectVersion): { VersionId?: string } =>
  bucket.versioning === null ? {} : { VersionId: versionId };
