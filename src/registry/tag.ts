import type { Manifest, RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Client } from './client';
import { readManifest } from './manifest';
import { isDigest, pathOf } from './names';
import { refusalOf } from './refusal';
import { repeated } from './tries';

interface Tag {
  readonly repository: RepositoryAddress;
  readonly reference: string;
  readonly manifest: Manifest;
}

/** One that names this image already is as good. */
export function tagManifest(client: Client, tag: Tag): Promise<void> {
  return repeated(client.options, async () => {
    const { repository, reference, manifest } = tag;
    const site = await client.site(repository);
    const { bytes, mediaType } = manifest;
    const answer = await client.ask(site, {
      method: 'PUT',
      to: pathOf(repository, 'manifests', reference),
      scopes: [`repository:${repository.name}:pull,push`],
      headers: { 'content-type': mediaType },
      body: { bytes: bytes.length, read: () => onlyOf(bytes) },
    });
    if (answer.status !== 201 && answer.status !== 200) {
      const { error } = await refusalOf(nameOf(tag), answer);
      return settle(client, tag, error);
    }
    answer.drop();
    const named = answer.headers['docker-content-digest'];
    if (typeof named === 'string' && isDigest(named) && named !== manifest.digest)
      throw new ShipitError('invalid', `${nameOf(tag)} was taken as ${named}, not as ${manifest.digest}`);
  });
}

/** A registry says in many ways that a tag does not move; what stands there tells more. */
async function settle(client: Client, tag: Tag, error: ShipitError): Promise<void> {
  if (isDigest(tag.reference) || !ShipitError.is(error, 'invalid', 'accessDenied')) throw error;
  const there = (await readManifest(client, tag.repository, tag.reference))?.digest ?? null;
  if (there === tag.manifest.digest) return;
  if (there === null || error.code === 'accessDenied') throw error;
  throw new ShipitError('alreadyExists', `${nameOf(tag)} names another image, ${there}`, {
    cause: error,
    hint: 'Its tags do not move: choose another tag.',
  });
}

async function* onlyOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const nameOf = ({ repository, reference }: Tag): string =>
  `${repository.host}/${repository.name}${isDigest(reference) ? '@' : ':'}${reference}`;
