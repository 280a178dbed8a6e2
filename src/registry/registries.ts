import type { ImageBlob, RepositoryAddress } from '../core/code';
import type { Registries } from '../core/stores';
import { readBlob } from './blob';
import { Client, type RegistryOptions } from './client';
import { createGate } from './gate';
import { readManifest } from './manifest';
import { pathOf } from './names';
import { refusalOf } from './refusal';
import { tagManifest } from './tag';
import { repeated } from './tries';
import { pushBlob } from './upload';

export type { RegistryOptions } from './client';

const pushesAtOnce = 4;

/** The HTTP API of the OCI distribution specification, which is that of Docker's registry, version 2. */
export function createRegistries(options: RegistryOptions): Registries {
  const client = new Client(options);
  const gate = createGate(pushesAtOnce);
  const registries: Registries = {
    manifest: (repository, reference) => repeated(options, () => readManifest(client, repository, reference)),
    has: (repository, digest) => repeated(options, () => hasBlob(client, repository, digest)),
    blob: (repository, digest, fromByte) => readBlob(client, { repository, digest, fromByte }),
    push: (repository, blob, told) =>
      gate(`${repository.host}/${repository.name}@${blob.digest}`, () => pushed(repository, blob, told)),
    tag: (repository, reference, manifest) => tagManifest(client, { repository, reference, manifest }),
  };
  const pushed = async (repository: RepositoryAddress, blob: ImageBlob, told: (bytes: number) => void) => {
    if (!(await registries.has(repository, blob.digest))) await pushBlob(client, { repository, blob, told });
    told(blob.bytes);
  };
  return registries;
}

async function hasBlob(client: Client, repository: RepositoryAddress, digest: string): Promise<boolean> {
  const site = await client.site(repository);
  const scopes = [`repository:${repository.name}:pull,push`];
  const to = pathOf(repository, 'blobs', digest);
  const answer = await client.ask(site, { method: 'HEAD', to, scopes, headers: {}, body: null });
  answer.drop();
  if (answer.status === 404) return false;
  // A registry that leads to where a blob lies has it.
  if (answer.status < 400) return true;
  throw (await refusalOf(`${repository.host}/${repository.name}@${digest}`, answer)).error;
}
