/**
 * Preconditions in headers (RFC 9110, section 13; docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html).
 * Times of headers have whole seconds.
 */
import { AwsError } from '../errors';
import type { Bucket } from './book';
import { missing, refusal } from './errors';
import type { FullVersion } from './find';

export interface Conditions {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
  readonly IfModifiedSince?: Date | undefined;
  readonly IfUnmodifiedSince?: Date | undefined;
}

export const seconds = (ms: number): number => Math.floor(ms / 1000) * 1000;

/** Throws 412 where a reader is wrong about the object, 304 where it has it already. */
export function insistOnRead(version: FullVersion, conditions: Conditions): void {
  const broken = brokenBy(version, conditions);
  if (broken === 'If-Match' || broken === 'If-Unmodified-Since') throw refusal.precondition(broken);
  if (broken) {
    const headers = {
      etag: `"${version.content.etag}"`,
      'last-modified': new Date(version.modifiedMs).toUTCString(),
    };
    throw new AwsError('NotModified', 304, { message: 'Not Modified', headers });
  }
}

/** The same conditions on the source of a copy, where all of them end in 412. */
export function insistOnSource(version: FullVersion, conditions: Conditions): void {
  const broken = brokenBy(version, conditions);
  if (broken) throw refusal.precondition(`x-amz-copy-source-${broken}`);
}

/** Before a write: only over the ETag that is named, or only where nothing is. */
export function insistOnWrite(bucket: Bucket, key: string, conditions: Conditions): void {
  const { IfMatch, IfNoneMatch } = conditions;
  const content = bucket.objects.get(key)?.[0]?.content;
  if (IfNoneMatch !== undefined && IfNoneMatch !== '*') throw refusal.absent();
  if (IfNoneMatch !== undefined && content) throw refusal.precondition('If-None-Match');
  if (IfMatch === undefined) return;
  if (!content) throw missing.key(key);
  if (!isOneOf(IfMatch, content.etag)) throw refusal.precondition('If-Match');
}

function brokenBy({ content, modifiedMs }: FullVersion, conditions: Conditions): string | null {
  const { IfMatch, IfNoneMatch, IfModifiedSince, IfUnmodifiedSince } = conditions;
  const atMs = seconds(modifiedMs);
  if (IfMatch !== undefined) {
    if (!isOneOf(IfMatch, content.etag)) return 'If-Match';
  } else if (IfUnmodifiedSince && atMs > IfUnmodifiedSince.getTime()) return 'If-Unmodified-Since';
  if (IfNoneMatch !== undefined) return isOneOf(IfNoneMatch, content.etag) ? 'If-None-Match' : null;
  return IfModifiedSince && atMs <= IfModifiedSince.getTime() ? 'If-Modified-Since' : null;
}

const isOneOf = (given: string, etag: string): boolean =>
  given
    .split(',')
    .map((one) => one.trim().replace(/^W\//, '').replace(/^"|"$/g, ''))
    .some((one) => one === '*' || one === etag);
