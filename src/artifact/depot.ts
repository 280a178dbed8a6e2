/** Zips that are too large to be sent with a call. */
import type { DepotPlace } from '../core/stores';
import type { Digest } from '../core/values';

/** Lambda takes as much with a call (AWS Lambda quotas). */
const maxZipBytes = 50 * 1024 * 1024;

export const goesThroughS3 = (zipBytes: number): boolean => zipBytes > maxZipBytes;

interface Addressed {
  readonly bucket: string;
  readonly digest: Digest;
  readonly owner: string;
}

/** `<prefix>/<hex digest>.zip`: the same code is the same object, whatever function it is of. */
export function depotPlace(prefix: string, { bucket, digest, owner }: Addressed): DepotPlace {
  const sha256 = Buffer.from(digest, 'base64').toString('hex');
  return { bucket, key: `${prefix === '' ? '' : `${prefix}/`}${sha256}.zip`, sha256, owner };
}
