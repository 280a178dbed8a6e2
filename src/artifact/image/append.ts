import type { AppendSource } from '../../config/code';
import { canonicalJson } from '../../core/canonical';
import type { BuiltImage, ImageBlob, Manifest } from '../../core/code';
import type { Registries } from '../../core/stores';
import type { Digest } from '../../core/values';
import type { Artifact } from '../artifact';
import { megabytes } from '../limits';
import { badArtifact, type Flaw, type Subject } from '../refuse';
import { type Base, openBase } from './base';
import { type Layer, type LayerPorts, makeLayer } from './layer';
import { lockFile } from './lock';
import type { Architecture, Descriptor } from './manifest';
import { digestOf } from './store';

export interface AppendPorts extends LayerPorts {
  readonly registries: Registries;
}

/** AWS Lambda quotas; unpacked. */
const maxImageBytes = 10 * 1024 ** 3;
/** What registries take. */
const maxManifestBytes = 4 * 1024 * 1024;
/** What AWS recommends for images of Lambda. */
const largeManifestBytes = 25_400;

/**
 * A base and one layer of files on it, without any builder. The same files on the same base give the same digest: nothing
 * in it says when, where or by whom it was made. Nothing of the base is fetched but what it says of itself.
 */
export async function appendImage(
  ports: AppendPorts,
  subject: Subject,
  source: AppendSource,
): Promise<Artifact> {
  const architecture: Architecture = subject.config.architecture === 'arm64' ? 'arm64' : 'amd64';
  const opening = openBase(ports, { subject, name: source.base, architecture });
  const making = makeLayer(ports, subject, source);
  // When one fails, the other ends first: nobody goes on writing behind an error.
  await Promise.allSettled([opening, making]);
  const [base, layer] = [await opening, await making];
  const image = imageOf(ports.registries, subject, { base, layer, to: source.to });
  const bytes = image.blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  // Unpacked, the base is larger still; by how much, nobody knows who has not fetched it.
  const unpacked = bytes - layer.blob.bytes + layer.unpackedBytes;
  const wrong = sizeFlaw(unpacked, image.manifest);
  if (wrong !== null) throw badArtifact(subject, [wrong]);
  return {
    code: { image },
    digest: image.manifest.digest.slice('sha256:'.length) as Digest,
    files: layer.files,
    bytes,
    unzippedBytes: 0,
    reused: layer.reused && !base.isNew,
    remarks: remarksOf(base, image.manifest),
  };
}

interface Parts {
  readonly base: Base;
  readonly layer: Layer;
  readonly to: string;
}

function imageOf(registries: Registries, subject: Subject, { base, layer, to }: Parts): BuiltImage {
  const { family, layers } = base.manifest;
  const config = smallBlob(configOf(subject, { base, layer, to }));
  const added = { mediaType: family.layer, size: layer.blob.bytes, digest: layer.blob.digest };
  const document = {
    schemaVersion: 2,
    mediaType: family.manifest,
    config: { mediaType: family.config, size: config.bytes, digest: config.digest },
    layers: [...layers, added],
  };
  const bytes = Buffer.from(canonicalJson(document));
  const blobs = [config, ...layers.map((one) => baseBlob(registries, base, one)), layer.blob];
  return { manifest: { mediaType: family.manifest, bytes, digest: digestOf(bytes) }, blobs };
}

/** What the base says, with one layer more. */
function configOf(subject: Subject, { base, layer, to }: Parts): Uint8Array {
  const { rootfs, history = [] } = base.config as {
    readonly rootfs?: { diff_ids?: unknown };
    readonly history?: unknown;
  };
  const diffIds = rootfs?.diff_ids;
  if (!Array.isArray(diffIds) || diffIds.length !== base.manifest.layers.length || !Array.isArray(history)) {
    const what = `the base ${base.name} says of other layers than it has`;
    throw badArtifact(subject, [{ what, hint: 'choose another `base`' }]);
  }
  const made = { created: '1970-01-01T00:00:00Z', created_by: `shipit: ${to}` };
  const config = {
    ...base.config,
    rootfs: { ...rootfs, diff_ids: [...diffIds, layer.diffId] },
    history: [...history, made],
  };
  return Buffer.from(canonicalJson(config));
}

const smallBlob = (bytes: Uint8Array): ImageBlob => ({
  digest: digestOf(bytes),
  bytes: bytes.length,
  from: null,
  async *read(fromByte) {
    yield bytes.subarray(fromByte);
  },
});

const baseBlob = (registries: Registries, { at }: Base, { size, digest }: Descriptor): ImageBlob => ({
  digest,
  bytes: size,
  from: at.repository,
  read: (fromByte) => registries.blob(at.repository, digest, fromByte),
});

function sizeFlaw(unpacked: number, { bytes }: Manifest): Flaw | null {
  const hint = 'leave out what the function does not load, or choose a smaller `base`';
  if (unpacked > maxImageBytes)
    return { what: `the image has at least ${megabytes(unpacked)} unpacked; Lambda takes 10 GB`, hint };
  if (bytes.length > maxManifestBytes)
    return { what: 'its manifest has more than 4 MB', hint: 'choose a `base` of fewer layers' };
  return null;
}

function remarksOf({ name, at, isNew }: Base, { bytes }: Manifest): Flaw[] {
  const pinned = {
    what: `${name} is pinned to what it is now, in ${lockFile}`,
    hint: `Commit ${lockFile}: then every build has this base until \`shipit build --update-base\`.`,
  };
  const large = {
    what: `the manifest on ${name} has ${bytes.length} bytes; AWS recommends less than ${largeManifestBytes}`,
    hint: 'A base of fewer layers starts faster.',
  };
  return [...(isNew && !at.isPinned ? [pinned] : []), ...(bytes.length >= largeManifestBytes ? [large] : [])];
}
