import type { Manifest } from '../../core/code';
import { type Family, families, mediaTypeOf } from './media';

/** What the registries of images call the architectures of Lambda. */
export type Architecture = 'amd64' | 'arm64';

export interface Descriptor {
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

export interface ImageManifest {
  readonly kind: 'image';
  readonly family: Family;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** Several images under one name. */
export interface ImageIndex {
  readonly kind: 'index';
  /** Those for Linux, by architecture; attestations are none. */
  readonly images: ReadonlyMap<Architecture, string>;
}

/** What a manifest says; why it cannot be used, as a text, where it says something else than it should. */
export function readManifest({ bytes }: Pick<Manifest, 'bytes'>): ImageManifest | ImageIndex | string {
  const document = parseObject(bytes);
  if (document === null) return 'its manifest is no JSON object';
  const mediaType = mediaTypeOf(document);
  const family = families.find((one) => mediaType === one.manifest || mediaType === one.index);
  if (!family)
    return `its manifest is of the type ${JSON.stringify(mediaType).slice(0, 200)}, which is none of an image`;
  if (mediaType === family.index) return { kind: 'index', images: imagesIn(document.manifests) };
  const config = descriptorOf(document.config);
  const layers = Array.isArray(document.layers) ? document.layers.map(descriptorOf) : [];
  if (config === null || layers.length === 0 || layers.includes(null))
    return 'its manifest lacks a config or layers';
  const image = { kind: 'image', family, config, layers: layers.flatMap((one) => one ?? []) } as const;
  return flawOf(image) ?? image;
}

/** Null for anything but an object. */
export function parseObject(bytes: Uint8Array): { readonly [name: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function flawOf({ family, config, layers }: ImageManifest): string | null {
  if (config.mediaType !== family.config)
    return `its config is of the type ${config.mediaType}, so it is no image`;
  const odd = layers.find(({ mediaType }) => !family.layers.includes(mediaType));
  return odd ? `it has a layer of the type ${odd.mediaType}, which Lambda does not take` : null;
}

function imagesIn(manifests: unknown): ReadonlyMap<Architecture, string> {
  const images = new Map<Architecture, string>();
  for (const entry of Array.isArray(manifests) ? manifests : []) {
    const { os, architecture } = (entry?.platform ?? {}) as {
      readonly os?: unknown;
      readonly architecture?: unknown;
    };
    const found = descriptorOf(entry);
    const isOurs = os === 'linux' && (architecture === 'amd64' || architecture === 'arm64');
    if (found && isOurs && !images.has(architecture)) images.set(architecture, found.digest);
  }
  return images;
}

function descriptorOf(value: unknown): Descriptor | null {
  const { mediaType, size, digest } = (value ?? {}) as { readonly [name: string]: unknown };
  if (typeof mediaType !== 'string' || mediaType.length > 200 || typeof digest !== 'string') return null;
  if (!Number.isSafeInteger(size) || (size as number) < 0 || !/^sha256:[0-9a-f]{64}$/.test(digest))
    return null;
  return { mediaType, size: size as number, digest };
}
