import type { RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';

/** Names become part of an address, so they have to be names (OCI distribution specification). */
const repository = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tag = /^\w[\w.-]{0,127}$/;
const digest = /^sha256:[0-9a-f]{64}$/;

export const isDigest = (reference: string): boolean => digest.test(reference);

export function pathOf({ name }: RepositoryAddress, kind: 'blobs' | 'manifests', reference: string): string {
  const fits = isDigest(reference) || (kind === 'manifests' && tag.test(reference));
  if (!fits) throw invalid(`${JSON.stringify(reference)} is no digest of an image, and no tag`);
  return `${rootOf(name)}/${kind}/${reference}`;
}

export const uploadsPath = ({ name }: RepositoryAddress): string => `${rootOf(name)}/blobs/uploads/`;

function rootOf(name: string): string {
  if (name.length <= 255 && repository.test(name)) return `/v2/${name}`;
  throw invalid(`${JSON.stringify(name)} is no name of a repository`);
}

const invalid = (message: string): ShipitError => new ShipitError('invalid', message);
