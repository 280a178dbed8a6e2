import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { linkOnTheWay } from '../../config/inside';
import type { RepositoryAddress } from '../../core/code';
import { ShipitError } from '../../core/errors';
import type { Files } from '../../core/ports';
import type { Registries } from '../../core/stores';

export interface StorePorts {
  readonly files: Files;
  readonly registries: Registries;
}

/** Manifests and configs are small; whatever claims to be one and is not, is not read. */
export const maxSmallBytes = 8 * 1024 * 1024;
const folder = '.shipit/cache/image';

/** Manifests and configs of bases, kept below the project by their digest, so that a base that is pinned needs no network. */
export class Store {
  constructor(
    private readonly ports: StorePorts,
    private readonly root: string,
  ) {}

  /** Null when there is none. */
  manifest(repository: RepositoryAddress, digest: string): Promise<Uint8Array | null> {
    return this.kept(
      digest,
      async () => (await this.ports.registries.manifest(repository, digest))?.bytes ?? null,
    );
  }

  async config(repository: RepositoryAddress, digest: string): Promise<Uint8Array> {
    const read = () => readAll(this.ports.registries.blob(repository, digest, 0), digest);
    return (await this.kept(digest, read)) ?? new Uint8Array();
  }

  private async kept(digest: string, ask: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
    const { files } = this.ports;
    const path = join(this.root, folder, digest.slice('sha256:'.length));
    const isOurs = (await linkOnTheWay(files, this.root, folder)) === null;
    const found = isOurs ? await files.read(path).catch(() => null) : null;
    if (found !== null && digestOf(found) === digest) return found;
    const bytes = await ask();
    if (bytes === null) return null;
    if (digestOf(bytes) !== digest) throw untrue(digest);
    // Where nothing can be kept, it is asked for anew.
    if (isOurs) await files.write(path, bytes).catch(() => undefined);
    return bytes;
  }
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

async function readAll(chunks: AsyncIterable<Uint8Array>, digest: string): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let left = maxSmallBytes;
  for await (const chunk of chunks) {
    left -= chunk.length;
    if (left < 0) throw untrue(digest);
    all.push(chunk);
  }
  return Buffer.concat(all);
}

const untrue = (digest: string): ShipitError =>
  new ShipitError('badArtifact', `a registry does not give out what ${digest} stands for`, {
    hint: 'Do not use it: the registry, or somebody on the way to it, gives out something else.',
  });
