import type { Registries } from '../../core/stores';
import type { Digest } from '../../core/values';
import type { Artifact } from '../artifact';
import { badArtifact, type Flaw, type Subject } from '../refuse';
import { type Architecture, readManifest } from './manifest';
import { readReference } from './reference';

/**
 * An image that is in its repository. Lambda takes it by its digest and reports that digest as CodeSha256; what a tag
 * means is looked up once, and an index is no image: the one for the architecture is taken out of it.
 */
export async function imageThere(registries: Registries, subject: Subject, uri: string): Promise<Artifact> {
  if (/@sha256:[0-9a-f]{64}$/.test(uri)) return artifactOf(uri);
  const at = readReference(uri);
  const refuse = (flaw: Flaw) => badArtifact(subject, [{ ...flaw, what: `the image ${uri} ${flaw.what}` }]);
  if (at === null) throw refuse({ what: 'has no name of an image', hint: 'write it as <repository>:<tag>' });
  const found = await registries.manifest(at.repository, at.reference);
  if (found === null) throw refuse({ what: 'is not there', hint: 'push it first, or correct `image`' });
  const read = readManifest(found);
  if (typeof read === 'string')
    throw refuse({ what: `cannot be deployed: ${read}`, hint: 'push one that Lambda takes' });
  const architecture: Architecture = subject.config.architecture === 'arm64' ? 'arm64' : 'amd64';
  const digest = read.kind === 'index' ? read.images.get(architecture) : found.digest;
  if (digest === undefined) {
    const hint = 'push one for it, or correct `architecture`';
    throw refuse({ what: `has nothing for linux/${architecture}`, hint });
  }
  const { host, name } = at.repository;
  return artifactOf(`${host}/${name}@${digest}`);
}

const artifactOf = (uri: string): Artifact => {
  const digest = uri.slice(uri.lastIndexOf(':') + 1) as Digest;
  return { code: { imageUri: uri }, digest, files: 0, bytes: 0, unzippedBytes: 0, reused: false };
};
