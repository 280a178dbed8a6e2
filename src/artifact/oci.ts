/** An image as a folder, in the layout of the OCI image specification: what skopeo and others read too. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BuiltImage, ImageBlob } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Files } from '../core/ports';

const layout = { imageLayoutVersion: '1.0.0' };

export async function writeLayout(
  files: Files,
  folder: string,
  { manifest, blobs }: BuiltImage,
): Promise<void> {
  const all = [{ digest: manifest.digest, bytes: manifest.bytes }];
  for (const { digest, bytes } of all) await files.write(blobPath(folder, digest), bytes);
  for (const blob of blobs) await files.write(blobPath(folder, blob.digest), await whole(blob));
  const { mediaType, digest } = manifest;
  const index = { schemaVersion: 2, manifests: [{ mediaType, digest, size: manifest.bytes.length }] };
  await files.write(join(folder, 'oci-layout'), JSON.stringify(layout));
  await files.write(join(folder, 'index.json'), JSON.stringify(index));
}

/** The image of that digest, each blob as it is named. `badArtifact` when anything is missing or another. */
export async function readLayout(files: Files, folder: string, digest: string): Promise<BuiltImage> {
  const bytes = await checked(files, folder, digest);
  const { mediaType, config, layers } = parsed(bytes, folder);
  const blobs: ImageBlob[] = [];
  for (const one of [config, ...layers]) {
    const { length } = await checked(files, folder, one.digest);
    blobs.push({ digest: one.digest, bytes: length, from: null, read: reader(files, folder, one.digest) });
  }
  return { manifest: { mediaType, bytes, digest }, blobs };
}

interface Descriptor {
  readonly digest: string;
}

function parsed(bytes: Uint8Array, folder: string) {
  const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const { mediaType, config, layers } = value as { [key: string]: unknown };
  const isOne = (one: unknown): one is Descriptor =>
    typeof one === 'object' && one !== null && 'digest' in one && typeof one.digest === 'string';
  if (typeof mediaType !== 'string' || !isOne(config) || !Array.isArray(layers) || !layers.every(isOne))
    throw bad(`${folder} is no image`);
  return { mediaType, config, layers };
}

const reader = (files: Files, folder: string, digest: string): ImageBlob['read'] =>
  async function* (fromByte) {
    yield (await checked(files, folder, digest)).subarray(fromByte);
  };

async function checked(files: Files, folder: string, digest: string): Promise<Uint8Array> {
  const bytes = await files.read(blobPath(folder, digest));
  const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (found === digest) return bytes;
  throw bad(`${blobPath(folder, digest)} is not what its name says: it is ${found}`);
}

function blobPath(folder: string, digest: string): string {
  const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
  if (hex === undefined) throw bad(`${folder}: ${JSON.stringify(digest)} is no digest`);
  return join(folder, 'blobs', 'sha256', hex);
}

async function whole(blob: ImageBlob): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blob.read(0)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const bad = (what: string): ShipitError =>
  new ShipitError('badArtifact', what, { hint: 'Make the artifacts again with `shipit build --out`.' });
