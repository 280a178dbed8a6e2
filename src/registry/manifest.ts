import { createHash } from 'node:crypto';
import type { Manifest, RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Client } from './client';
import type { Answer } from './http';
import { isDigest, pathOf } from './names';
import { readBytes, refusalOf } from './refusal';

/** Of Amazon ECR, and of Docker's own registry. */
const maxManifestBytes = 4 * 1024 * 1024;

const mediaTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
];

/** Null when there is none. */
export async function readManifest(
  client: Client,
  repository: RepositoryAddress,
  reference: string,
): Promise<Manifest | null> {
  const site = await client.site(repository);
  const scopes = [`repository:${repository.name}:pull`];
  const to = pathOf(repository, 'manifests', reference);
  const headers = { accept: mediaTypes.join(', ') };
  const answer = await client.ask(site, { method: 'GET', to, scopes, headers, body: null });
  const what = `${repository.host}/${repository.name}${isDigest(reference) ? '@' : ':'}${reference}`;
  if (answer.status === 404) {
    answer.drop();
    return null;
  }
  if (answer.status !== 200) throw (await refusalOf(what, answer)).error;
  const bytes = await readBytes(answer, maxManifestBytes);
  if (bytes === null) throw untrue(what, 'has a manifest of more than 4 MB');
  return checked({ what, reference, bytes, answer });
}

interface Read {
  readonly what: string;
  readonly reference: string;
  readonly bytes: Uint8Array;
  readonly answer: Answer;
}

function checked({ what, reference, bytes, answer }: Read): Manifest {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (isDigest(reference) && digest !== reference) throw untrue(what, `came as ${digest}`);
  const named = answer.headers['docker-content-digest'];
  if (typeof named === 'string' && isDigest(named) && named !== digest)
    throw untrue(what, `came as ${digest}, not as ${named}`);
  const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  return { mediaType, bytes, digest };
}

const untrue = (what: string, why: string): ShipitError =>
  new ShipitError('badArtifact', `${what} ${why}`, {
    hint: 'Do not use it: the registry, or somebody on the way to it, gives out something else.',
  });
