/**
 * Container images for functions: those of the registry, and those that were only described to this world, which have
 * neither configuration nor layers.
 */
import type { Kept } from '../kept';
import type { ResolvedImage } from '../registry/book';
import { permitLambda } from '../registry/permission';
import { imageAddress } from '../registry/uri';
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

const configs = new Set([
  'application/vnd.docker.container.image.v1+json',
  'application/vnd.oci.image.config.v1+json',
]);

/** Packed with gzip or not at all. */
const layers = new Set([
  'application/vnd.docker.image.rootfs.diff.tar',
  'application/vnd.docker.image.rootfs.diff.tar.gzip',
  'application/vnd.oci.image.layer.v1.tar',
  'application/vnd.oci.image.layer.v1.tar+gzip',
]);

/** Uncompressed (Lambda quotas). */
const sizeLimitBytes = 10 * 1024 ** 3;

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
  const ResolvedImageUri = resolvedUri(world, uri, image);
  const CodeSha256 = image.digest.replace('sha256:', '');
  return { CodeSha256, CodeSize: 0, Source: { ImageUri: uri, ResolvedImageUri } };
}

/** What is pushed goes before what is described. Null for an image that is not there. */
async function findImage(world: World, uri: string): Promise<Image | ResolvedImage | null> {
  return (await world.registry.resolve(uri)) ?? (await world.images.resolve(uri));
}

function resolvedUri({ account, region }: World, uri: string, image: Image | ResolvedImage): string {
  const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
  return 'repository' in image ? `${registry}/${image.repository}@${image.digest}` : byDigest(uri, image);
}

async function insistOnImage(world: World, uri: string): Promise<Image | ResolvedImage> {
  const address = imageAddress(uri);
  if (!address || (address.region ?? world.region) !== world.region)
    throw refusal.invalid(`Source image ${uri} is not valid. Provide a valid source image.`);
  const image = await findImage(world, uri);
  const denied = image ? !isPermitted(world, image) : (address.account ?? world.account) !== world.account;
  if (denied)
    throw refusal.denied(
      'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
    );
  if (!image) throw refusal.invalid(`Source image ${uri} does not exist. Provide a valid source image.`);
  if (!isSupported(image))
    throw refusal.invalid(
      `The image manifest, config or layer media type for the source image ${uri} is not supported.`,
    );
  if (image.sizeBytes > sizeLimitBytes)
    throw refusal.invalid(`The source image ${uri} must be smaller than ${sizeLimitBytes} bytes.`);
  return image;
}

/** Of a described image there is no repository, so nobody denies it. */
function isPermitted(world: World, image: Image | ResolvedImage): boolean {
  if (!('repository' in image)) return true;
  const repository = world.registry.repositories.get(image.repository);
  return repository !== undefined && permitLambda(world, repository);
}

function isSupported(image: Image | ResolvedImage): boolean {
  if (!manifests.has(image.mediaType)) return false;
  if (!('repository' in image)) return true;
  if (image.config === null || !configs.has(image.configMediaType)) return false;
  return image.layers.every(({ mediaType }) => layers.has(mediaType));
}
