/** Images that tests push and read back. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { tarOf } from '../../src/artifact/image/tar';
import type { BuiltImage, ImageBlob, RepositoryAddress } from '../../src/core/code';
import type { Registries } from '../../src/core/stores';
import { digestOf } from './server';

/** In one piece, as a push by shipit does it. */
export async function pushImage(
  registries: Registries,
  to: RepositoryAddress,
  image: BuiltImage,
): Promise<void> {
  await Promise.all(image.blobs.map((blob) => registries.push(to, blob, () => undefined)));
  await registries.tag(to, image.manifest.digest, image.manifest);
}

const blobOf = (bytes: Uint8Array): ImageBlob => ({
  digest: digestOf(bytes),
  bytes: bytes.length,
  from: null,
  async *read(fromByte) {
    yield bytes.subarray(fromByte);
  },
});

/** A base that holds one file of that text, for amd64. */
export async function tinyBase(text: string): Promise<BuiltImage> {
  const content = Buffer.from(text);
  const entry = {
    path: 'etc/base',
    mode: 0o644,
    bytes: content.length,
    async *content() {
      yield content;
    },
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of tarOf([entry])) chunks.push(chunk);
  const tar = Buffer.concat(chunks);
  const layer = gzipSync(tar);
  const diffId = `sha256:${createHash('sha256').update(tar).digest('hex')}`;
  const config = Buffer.from(
    JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [diffId] },
    }),
  );
  const describe = (mediaType: string, bytes: Uint8Array) => ({
    mediaType,
    size: bytes.length,
    digest: digestOf(bytes),
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: describe('application/vnd.oci.image.config.v1+json', config),
      layers: [describe('application/vnd.oci.image.layer.v1.tar+gzip', layer)],
    }),
  );
  return { manifest: { mediaType, bytes, digest: digestOf(bytes) }, blobs: [blobOf(config), blobOf(layer)] };
}
