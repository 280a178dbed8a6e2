/** The images of the registry as Lambda sees them: found by address, with their configuration and layers. */
import type { BlobStore } from '../objects/blobs';
import type { World } from '../world';
import type {
  ImageConfig,
  ImageLayer,
  ImageLibrary,
  Layer,
  Repository,
  ResolvedImage,
  StoredImage,
} from './book';
import { type Descriptor, type Manifest, parseManifest } from './manifest';
import { type ImageAddress, imageAddress } from './uri';

interface LibraryOptions {
  readonly repositories: ReadonlyMap<string, Repository>;
  readonly blobs: BlobStore;
  readonly account: string;
  readonly region: string;
  readonly address: World['address'];
}

export function createImageLibrary(options: LibraryOptions): ImageLibrary {
  const { blobs } = options;
  return {
    async resolve(uri) {
      const found = find(options, uri);
      return found && blobs.hold(blobsOf(found), () => resolved(blobs, found));
    },
    has: (uri) => find(options, uri) !== null,
    readLayer: ({ pieces, size }) => blobs.stream(pieces, { first: 0, last: size - 1 }),
  };
}

interface Found {
  readonly repository: Repository;
  readonly image: StoredImage;
}

function find(options: LibraryOptions, uri: string): Found | null {
  const address = imageAddress(uri);
  if (!address || !isHere(options, address)) return null;
  const repository = options.repositories.get(address.repository);
  const digest = address.digest ?? repository?.tags.get(address.tag ?? '');
  const image = repository?.images.get(digest ?? '');
  return repository && image ? { repository, image } : null;
}

/** Other registries may be served on this machine too, at other ports. */
const isHere = ({ account, region, address }: LibraryOptions, given: ImageAddress): boolean =>
  given.port === null
    ? given.account === account && given.region === region
    : address.endpoint?.endsWith(`:${given.port}`) === true;

const blobsOf = ({ repository, image }: Found): Layer['pieces'] => [
  image.manifest,
  ...image.layers.flatMap((digest) => repository.layers.get(digest)?.pieces ?? []),
];

async function resolved(blobs: BlobStore, { repository, image }: Found): Promise<ResolvedImage | null> {
  const { digest, mediaType, sizeBytes } = image;
  const text = (await blobs.read([image.manifest])).toString('utf8');
  const manifest = parseManifest(text, mediaType);
  if (!manifest) return null;
  const json = await configurationOf(blobs, repository, manifest);
  const layers = manifest.layers.map((one) => layerOf(repository, one));
  return {
    ...{ digest, mediaType, sizeBytes, repository: repository.name },
    architecture: architectureOf(json),
    configMediaType: manifest.config?.mediaType ?? '',
    config: json && configOf(json),
    layers,
  };
}

type Json = Readonly<{ [member: string]: unknown }>;

/** Larger than any configuration is; what calls itself one is not read whole then. */
const mostConfigBytes = 8 * 1024 ** 2;

/** Null when there is none, or what is there is no JSON. */
async function configurationOf(
  blobs: BlobStore,
  { layers }: Repository,
  { config }: Manifest,
): Promise<Json | null> {
  const layer = layers.get(config?.digest ?? '');
  if (!layer || layer.size > mostConfigBytes) return null;
  try {
    return asObject(JSON.parse((await blobs.read(layer.pieces)).toString('utf8')));
  } catch {
    return null;
  }
}

const layerOf = ({ layers }: Repository, { digest, mediaType, size }: Descriptor): ImageLayer => ({
  ...{ digest, mediaType },
  size: layers.get(digest)?.size ?? size,
  pieces: layers.get(digest)?.pieces ?? [],
});

function architectureOf(json: Json | null): string {
  const given = json?.architecture;
  return typeof given === 'string' ? given.replace(/^amd64$/, 'x86_64') : '';
}

function configOf({ config }: Json): ImageConfig {
  const { Env, Entrypoint, Cmd, WorkingDir, User } = asObject(config) ?? {};
  return {
    Env: textsOf(Env),
    Entrypoint: textsOf(Entrypoint),
    Cmd: textsOf(Cmd),
    WorkingDir: typeof WorkingDir === 'string' ? WorkingDir : '',
    User: typeof User === 'string' ? User : '',
  };
}

const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
