/** The book of repositories in memory, and its JSON form. */
import { join } from 'node:path';
import type { ImageScanFinding as Finding } from '@aws-sdk/client-ecr';
import { type Blob, createBlobStore } from '../objects/blobs';
import type { World } from '../world';
import type { Layer, RegistryBook, Repository, StoredImage, Upload } from './book';
import { createImageLibrary } from './library';

interface RegistryDump {
  readonly repositories: readonly RepositoryDump[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly findings: readonly (readonly [string, readonly Finding[]])[];
  readonly secret: string | null;
}

type Listed = 'layers' | 'images' | 'tags' | 'uploads';

interface RepositoryDump extends Omit<Repository, Listed> {
  readonly layers: readonly Layer[];
  readonly images: readonly StoredImage[];
  readonly tags: readonly (readonly [string, string])[];
  readonly uploads: readonly Upload[];
}

/** Bytes are kept below `folder/registry`, which is made when it is first needed. */
export function createRegistryBook(
  options: { readonly folder: string } & Pick<World, 'account' | 'region' | 'address' | 'random'>,
): RegistryBook {
  const repositories = new Map<string, Repository>();
  const settings = new Map<string, unknown>();
  const findings = new Map<string, readonly Finding[]>();
  const blobs = createBlobStore(join(options.folder, 'registry'));
  let secret: string | null = null;
  return {
    ...{ repositories, settings, findings, blobs },
    ...createImageLibrary({ ...options, repositories, blobs }),
    secret() {
      secret ??= `${options.random.uuid()}${options.random.uuid()}`;
      return secret;
    },
    dump(): RegistryDump {
      blobs.sweep(new Set(referredTo(repositories)));
      const all = [...repositories.values()].map(dumpRepository);
      return { repositories: all, settings: [...settings], findings: [...findings], secret };
    },
    load(dump) {
      const kept = dump as RegistryDump;
      blobs.open();
      for (const one of kept.repositories) repositories.set(one.name, loadRepository(one));
      for (const [name, value] of kept.settings) settings.set(name, value);
      for (const [name, value] of kept.findings) findings.set(name, value);
      secret = kept.secret;
    },
    clear() {
      for (const map of [repositories, settings, findings]) map.clear();
    },
  };
}

function* referredTo(repositories: ReadonlyMap<string, Repository>): Generator<string> {
  for (const { layers, images, uploads } of repositories.values()) {
    for (const { pieces } of layers.values()) yield* digests(pieces);
    for (const { pieces } of uploads.values()) yield* digests(pieces);
    yield* digests([...images.values()].map(({ manifest }) => manifest));
  }
}

const digests = (pieces: readonly Blob[]): string[] => pieces.map(({ sha256 }) => sha256);

const dumpRepository = (repository: Repository): RepositoryDump => ({
  ...repository,
  layers: [...repository.layers.values()],
  images: [...repository.images.values()],
  tags: [...repository.tags],
  uploads: [...repository.uploads.values()],
});

const loadRepository = ({ layers, images, tags, uploads, ...rest }: RepositoryDump): Repository => ({
  ...rest,
  layers: new Map(layers.map((layer) => [layer.digest, layer])),
  images: new Map(images.map((image) => [image.digest, image])),
  tags: new Map(tags),
  uploads: new Map(uploads.map((upload) => [upload.id, upload])),
});
