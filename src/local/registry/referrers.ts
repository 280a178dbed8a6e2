/** What says something about an image: signatures, bills of material, and the like. */
import type { Repository } from './book';

export interface Referrer {
  readonly digest: string;
  readonly mediaType: string;
  readonly artifactType?: string;
  /** Of the manifest. */
  readonly size: number;
}

export const referrersOf = ({ images }: Repository, digest: string): Referrer[] =>
  [...images.values()]
    .filter(({ subject }) => subject === digest)
    .map(({ digest: own, mediaType, artifactType, manifest }) => ({
      digest: own,
      mediaType,
      ...(artifactType === null ? {} : { artifactType }),
      size: manifest.size,
    }));
