/** Manifests of images and indexes, in the forms of Docker and OCI. */

export interface Manifest {
  readonly mediaType: string;
  /** Null for an index. */
  readonly config: Descriptor | null;
  readonly layers: readonly Descriptor[];
  /** Of an index. */
  readonly children: readonly Descriptor[];
  readonly artifactType: string | null;
  /** Digest of the image that this one says something about. */
  readonly subject: string | null;
}

export interface Descriptor {
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
}

const imageTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
];
const indexTypes = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
];

/** Null for a text that is none, or is of another type than it is given out for. */
export function parseManifest(text: string, givenType: string | null): Manifest | null {
  const json = objectIn(text);
  if (json?.schemaVersion !== 2) return null;
  const isIndex = Array.isArray(json.manifests);
  const own = typeof json.mediaType === 'string' ? json.mediaType : null;
  const mediaType = own ?? givenType ?? (isIndex ? indexTypes[1] : imageTypes[1]) ?? '';
  if (givenType !== null && own !== null && givenType !== own) return null;
  if (!(isIndex ? indexTypes : imageTypes).includes(mediaType)) return null;
  return isIndex ? indexOf(json, mediaType) : imageOf(json, mediaType);
}

type Json = Readonly<{ [member: string]: unknown }>;

function imageOf(json: Json, mediaType: string): Manifest | null {
  const config = descriptorOf(json.config);
  const layers = descriptorsOf(json.layers);
  if (!config || !layers) return null;
  return { mediaType, config, layers, children: [], ...markedBy(json, config.mediaType) };
}

function indexOf(json: Json, mediaType: string): Manifest | null {
  const children = descriptorsOf(json.manifests);
  return children && { mediaType, config: null, layers: [], children, ...markedBy(json, null) };
}

const markedBy = (
  { artifactType, subject }: Json,
  configType: string | null,
): Pick<Manifest, 'artifactType' | 'subject'> => ({
  artifactType: typeof artifactType === 'string' ? artifactType : configType,
  subject: descriptorOf(subject)?.digest ?? null,
});

function descriptorsOf(value: unknown): Descriptor[] | null {
  if (!Array.isArray(value)) return null;
  const found = value.map(descriptorOf);
  return found.every((one) => one !== null) ? found : null;
}

function descriptorOf(value: unknown): Descriptor | null {
  const { digest, mediaType, size } = isObject(value) ? value : {};
  if (typeof digest !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(digest)) return null;
  if (typeof mediaType !== 'string' || typeof size !== 'number' || !(size >= 0)) return null;
  return { digest, mediaType, size };
}

function objectIn(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
