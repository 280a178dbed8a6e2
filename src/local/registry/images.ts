/** Images come and go: checked against what the repository has, and their layers with them. */
import { createHash } from 'node:crypto';
import type { World } from '../world';
import type { Repository, StoredImage } from './book';
import { checkText } from './checks';
import { missing, refusal } from './errors';
import { needed } from './image-errors';
import { type Descriptor, type Manifest, parseManifest } from './manifest';
import { isImmutable } from './mutability';
import { startScan } from './scans';

export interface Push {
  readonly text: string;
  /** Null when the manifest says it, or it follows from its form. */
  readonly mediaType: string | null;
  readonly tag: string | null;
  /** What the pusher takes for its digest. */
  readonly digest: string | null;
}

export interface Pushed {
  readonly image: StoredImage;
  /** True when the image was there under this very tag. */
  readonly known: boolean;
}

const mostBytes = 4_194_304;
const mostImages = 100_000;
const mostTags = 1000;

export async function pushImage(world: World, repository: Repository, push: Push): Promise<Pushed> {
  const bytes = Buffer.from(push.text);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const manifest = insistOnManifest(bytes, push, digest);
  const known = insistOnPlace(world, repository, { manifest, digest, tag: push.tag });
  if (known) return { image: known, known: true };
  return world.registry.blobs.keep(bytes, (blob) => {
    insistOnPlace(world, repository, { manifest, digest, tag: push.tag });
    const there = repository.images.get(digest);
    const image = there ?? { ...imageOf(world, repository, { manifest, digest }), manifest: blob };
    repository.images.set(digest, image);
    if (push.tag !== null) repository.tags.set(push.tag, digest);
    if (!there && repository.scanOnPush) startScan(world, repository, image);
    return { image, known: false };
  });
}

function insistOnManifest(
  bytes: Buffer,
  { text, mediaType, tag, digest: wanted }: Push,
  digest: string,
): Manifest {
  if (bytes.length > mostBytes)
    throw refusal.parameter('ImageManifest', `must have length less than or equal to ${mostBytes}`);
  checkText('imageTag', tag ?? undefined, { least: 1, most: 300, pattern: '\\w[\\w.-]{0,127}' });
  if (wanted !== null && wanted !== digest)
    throw refusal.named(
      'ImageDigestDoesNotMatchException',
      `The image digest '${wanted}' does not match the digest of the manifest, '${digest}'`,
    );
  const manifest = parseManifest(text, mediaType);
  if (!manifest) throw refusal.parameter('ImageManifest', 'Invalid JSON syntax');
  return manifest;
}

interface Placed {
  readonly manifest: Manifest;
  readonly digest: string;
  readonly tag: string | null;
}

/** Answers the image when it is there already, under this tag. Looked at twice, for others push meanwhile. */
function insistOnPlace(
  world: World,
  repository: Repository,
  { manifest, digest, tag }: Placed,
): StoredImage | null {
  const { name, layers, images, tags } = repository;
  if (world.registry.repositories.get(name) !== repository) throw missing.repository(name, world.account);
  const at = tag === null ? digest : tags.get(tag);
  const there = images.get(digest);
  if (there && at === digest) return there;
  const blobs = [...(manifest.config ? [manifest.config] : []), ...manifest.layers.filter(isOwn)];
  const lost = blobs.filter((one) => !layers.has(one.digest)).map((one) => one.digest);
  if (lost.length > 0) throw needed(world, repository, { kind: 'Layers', digests: [...new Set(lost)] });
  const absent = manifest.children.filter((one) => !images.has(one.digest)).map((one) => one.digest);
  if (absent.length > 0) throw needed(world, repository, { kind: 'Images', digests: absent });
  if (tag !== null && at !== undefined && isImmutable(repository, tag))
    throw refusal.named(
      'ImageTagAlreadyExistsException',
      `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`,
    );
  insistOnRoom(repository, { digest, tag });
  return null;
}

function insistOnRoom({ images, tags }: Repository, { digest, tag }: Omit<Placed, 'manifest'>): void {
  if (!images.has(digest) && images.size >= mostImages)
    throw refusal.tooMany(`The maximum limit of ${mostImages} images per repository is reached`);
  const named = [...tags.values()].filter((one) => one === digest).length;
  if (tag !== null && named >= mostTags)
    throw refusal.tooMany(`The maximum limit of ${mostTags} tags per image is reached`);
}

/** Layers that may only be fetched from where they come from are nowhere else. */
const isOwn = ({ mediaType }: Descriptor): boolean => !/foreign|nondistributable/.test(mediaType);

function imageOf(
  { clock }: World,
  repository: Repository,
  { manifest, digest }: Omit<Placed, 'tag'>,
): Omit<StoredImage, 'manifest'> {
  const { mediaType, artifactType, config, layers, children, subject } = manifest;
  const blobs = config ? [config, ...layers.filter(isOwn)] : [];
  return {
    ...{ digest, mediaType, artifactType, subject },
    pushedMs: clock.nowMs(),
    pulledMs: null,
    sizeBytes: blobs.reduce((sum, one) => sum + (repository.layers.get(one.digest)?.size ?? 0), 0),
    layers: blobs.map((one) => one.digest),
    children: children.map((one) => one.digest),
    scan: null,
  };
}

/** With its tags, and with the layers that no other image has. */
export function removeImage(repository: Repository, { digest, layers }: StoredImage): void {
  const { images, tags } = repository;
  images.delete(digest);
  for (const [tag, named] of [...tags]) if (named === digest) tags.delete(tag);
  const used = new Set([...images.values()].flatMap((image) => image.layers));
  for (const one of layers) if (!used.has(one)) repository.layers.delete(one);
}

export const tagsOf = ({ tags }: Repository, { digest }: StoredImage): string[] =>
  [...tags].filter(([, named]) => named === digest).map(([tag]) => tag);

/** Digests of the indexes that name this image. */
export const parentsOf = ({ images }: Repository, { digest }: StoredImage): string[] =>
  [...images.values()].filter(({ children }) => children.includes(digest)).map((one) => one.digest);
