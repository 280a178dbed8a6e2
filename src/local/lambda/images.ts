/**
 * Container images for functions. Where they come from is a port; its present implementation is a book of images that
 * were described to this world, because it has no registry yet.
 */
import type { Kept } from '../kept';
import type { World } from '../world';
import type { StoredCode } from './book';
import { refusal } from './errors';

export interface Image {
  /** `sha256:` and 64 hex digits, of the manifest. */
  readonly digest: string;
  readonly mediaType: string;
  readonly architecture: string;
  readonly sizeBytes: number;
}

export interface ImageSource {
  /** The image behind a tag or a digest; null when there is none. */
  resolve(uri: string): Promise<Image | null>;
}

export interface ImageBook extends ImageSource, Kept {
  /** A tag that moves leaves the image behind that it named before. Null takes the image away with all its tags. */
  describe(uri: string, image: Image | null): void;
}

/** One manifest for one architecture; never an index, which is what attestations make of an image. */
const manifests = new Set([
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
]);

/** Uncompressed (Lambda quotas). */
const sizeLimitBytes = 10 * 1024 ** 3;

const uriForm =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([a-z0-9]+(?:[._/-][a-z0-9]+)*)(?::[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/;

export function createImageBook(): ImageBook {
  const images = new Map<string, Image>();
  const remove = (uri: string): void => {
    const gone = images.get(uri);
    for (const [other, { digest }] of [...images])
      if (repositoryOf(other) === repositoryOf(uri) && digest === gone?.digest) images.delete(other);
  };
  return {
    resolve: async (uri) => images.get(uri) ?? null,
    describe(uri, image) {
      if (!image) return remove(uri);
      images.set(uri, image);
      images.set(byDigest(uri, image), image);
    },
    dump: () => [...images],
    load(dump) {
      for (const [uri, image] of dump as [string, Image][]) images.set(uri, image);
    },
    clear: () => images.clear(),
  };
}

/** Without tag and digest. */
const repositoryOf = (uri: string): string => uri.replace(/(@.*|:[^/:]*)$/s, '');

const byDigest = (uri: string, { digest }: Image): string => `${repositoryOf(uri)}@${digest}`;

/** What a function of this image has for code: its digest stands for it. Throws as Lambda does for an image it cannot take. */
export async function storeImage(
  world: World,
  uri: string,
  wanted: { architecture: string },
): Promise<StoredCode> {
  const image = await insistOnImage(world, uri);
  if (image.architecture !== wanted.architecture)
    throw refusal.invalid(
      `The architecture ${image.architecture} of the source image ${uri} is not the architecture of the function, ${wanted.architecture}.`,
    );
  const ResolvedImageUri = byDigest(uri, image);
  const CodeSha256 = image.digest.replace('sha256:', '');
  return { CodeSha256, CodeSize: 0, Source: { ImageUri: uri, ResolvedImageUri } };
}

async function insistOnImage(world: World, uri: string): Promise<Image> {
  const [, account, region] = uriForm.exec(uri) ?? [];
  if (region !== world.region)
    throw refusal.invalid(`Source image ${uri} is not valid. Provide a valid source image.`);
  const image = await world.images.resolve(uri);
  if (!image && account !== world.account)
    throw refusal.denied(
      'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
    );
  if (!image) throw refusal.invalid(`Source image ${uri} does not exist. Provide a valid source image.`);
  if (!manifests.has(image.mediaType))
    throw refusal.invalid(
      `The image manifest, config or layer media type for the source image ${uri} is not supported.`,
    );
  if (image.sizeBytes > sizeLimitBytes)
    throw refusal.invalid(`The source image ${uri} must be smaller than ${sizeLimitBytes} bytes.`);
  return image;
}
