/** Reads the image out of what a builder handed over, checks all of it, and keeps its blobs until they are pushed. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/canonical';
import type { BuiltImage, ImageBlob, Manifest } from '../../core/code';
import type { Cache } from '../../core/packing';
import { blobOf, compress } from './layer';
import type { Layout } from './layout';
import {
  type Architecture,
  type Descriptor,
  type ImageManifest,
  parseObject,
  readManifest,
} from './manifest';
import { digestOf, maxSmallBytes } from './store';

export interface Keeping {
  readonly cache: Cache;
  /** Its folder. */
  readonly folder: string;
}

const readBytes = 1024 * 1024;

/** A text says why it is no image that Lambda could take. */
export async function takeImage(
  keeping: Keeping,
  layout: Layout,
  architecture: Architecture,
): Promise<BuiltImage | string> {
  const found = await manifestIn(layout, architecture);
  if (typeof found === 'string') return found;
  const { manifest, image } = found;
  const config = await small(layout, image.config);
  const said = config === null ? null : parseObject(config);
  if (config === null || said === null) return 'its config is missing, or is not what its digest says';
  if (said.architecture !== architecture || said.os !== 'linux')
    return `it is for ${said.os}/${said.architecture}, not for linux/${architecture}`;
  const layers: Packed[] = [];
  for (const layer of image.layers) {
    const packed = await keepLayer(keeping, layout, layer);
    if (packed === null) return `its layer ${layer.digest} is missing, or is not what its digest says`;
    layers.push(packed);
  }
  const blobs = [inMemory(image.config.digest, config), ...layers.map(({ blob }) => blob)];
  return { manifest: withLayers(manifest, image, layers), blobs };
}

interface Found {
  readonly manifest: Manifest;
  readonly image: ImageManifest;
}

async function manifestIn(layout: Layout, architecture: Architecture): Promise<Found | string> {
  const index = await whole(layout, 'index.json');
  if (index === null) return 'the builder handed over no layout of OCI; Docker does since version 25';
  // An index may stand in the index, as where attestations go along.
  for (let bytes = index, depth = 0; depth < 3; depth += 1) {
    const entries = imagesOf(parseObject(bytes)?.manifests);
    const [entry] = entries;
    if (entries.length !== 1 || !entry) return `it has ${entries.length} images for one function`;
    const next = await small(layout, entry);
    if (next === null) return `its manifest ${entry.digest} is missing, or is not what its digest says`;
    const image = readManifest({ bytes: next });
    if (typeof image === 'string') return image;
    const mediaType = entry.mediaType;
    if (image.kind === 'image') return { manifest: { mediaType, bytes: next, digest: entry.digest }, image };
    if (image.images.size > 1)
      return `it is built for ${[...image.images.keys()].join(' and ')}, not for ${architecture} alone`;
    bytes = next;
  }
  return 'its indexes lead to no image';
}

/** Without attestations, which are no images. */
function imagesOf(manifests: unknown): Descriptor[] {
  const entries = Array.isArray(manifests) ? manifests : [];
  return entries.flatMap((entry) => {
    const { mediaType, size, digest, platform, annotations } = (entry ?? {}) as { [name: string]: unknown };
    const { os } = (platform ?? {}) as { readonly os?: unknown };
    const type = (annotations as { [name: string]: unknown } | undefined)?.['vnd.docker.reference.type'];
    if (os === 'unknown' || type === 'attestation-manifest') return [];
    const isSound = typeof size === 'number' && /^sha256:[0-9a-f]{64}$/.test(String(digest));
    return isSound ? [{ mediaType: String(mediaType), size, digest: String(digest) }] : [];
  });
}

const nameOf = (digest: string): string => `blobs/sha256/${digest.slice('sha256:'.length)}`;

async function small(layout: Layout, { digest, size }: Descriptor): Promise<Uint8Array | null> {
  const bytes = await whole(layout, nameOf(digest));
  return bytes !== null && bytes.length === size && digestOf(bytes) === digest ? bytes : null;
}

async function whole(layout: Layout, name: string): Promise<Uint8Array | null> {
  const size = await layout.size(name);
  return size === null || size > maxSmallBytes ? null : layout.part(name, 0, size);
}

interface Packed {
  readonly blob: ImageBlob;
  readonly mediaType: string;
}

/** As it is; one that is not packed is packed, for most of the time of a push is that of sending. Null when it is not whole. */
async function keepLayer(
  { cache, folder }: Keeping,
  layout: Layout,
  { digest, size, mediaType }: Descriptor,
): Promise<Packed | null> {
  const isPlain = mediaType.endsWith('tar');
  const label = { shape: shapeOf(isPlain), content: digest.slice('sha256:'.length) };
  const type = isPlain ? packedType(mediaType) : mediaType;
  const known = await cache.find(folder, label);
  if (known !== null) return { blob: blobOf(known), mediaType: type };
  const name = nameOf(digest);
  if ((await layout.size(name)) !== size) return null;
  let seen = '';
  const kept = await cache.keep(folder, async (sink) => {
    if (isPlain) seen = await compress(bytesOf(layout, name, size), sink);
    else {
      const hash = createHash('sha256');
      for await (const chunk of bytesOf(layout, name, size)) {
        hash.update(chunk);
        await sink.write(chunk);
      }
      seen = hash.digest('hex');
    }
    // Under what it is, not under what it claims to be.
    return { ...label, content: seen };
  });
  return seen === label.content ? { blob: blobOf(kept), mediaType: type } : null;
}

const shapeOf = (isPlain: boolean): string =>
  createHash('sha256')
    .update(isPlain ? 'blob packed 1' : 'blob 1')
    .digest('hex');

const packedType = (mediaType: string): string =>
  mediaType.includes('docker') ? `${mediaType}.gzip` : `${mediaType}+gzip`;

async function* bytesOf(layout: Layout, name: string, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += readBytes) yield layout.part(name, at, Math.min(size, at + readBytes));
}

function withLayers(manifest: Manifest, { layers }: ImageManifest, packed: readonly Packed[]): Manifest {
  if (packed.every(({ blob }, index) => blob.digest === layers[index]?.digest)) return manifest;
  const described = packed.map(({ blob, mediaType }) => ({
    mediaType,
    size: blob.bytes,
    digest: blob.digest,
  }));
  const bytes = Buffer.from(canonicalJson({ ...parseObject(manifest.bytes), layers: described }));
  return { ...manifest, bytes, digest: digestOf(bytes) };
}

const inMemory = (digest: string, bytes: Uint8Array): ImageBlob => ({
  digest,
  bytes: bytes.length,
  from: null,
  async *read(fromByte) {
    yield bytes.subarray(fromByte);
  },
});
