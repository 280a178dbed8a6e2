/** Bases of images in registries that are fakes. */
import { createHash } from 'node:crypto';
import type { RepositoryAddress } from '../../../src/core/code';
import type { FakeRegistries } from '../../fakes/registries';

const docker = 'application/vnd.docker';
const oci = 'application/vnd.oci.image';

export const families = {
  docker: {
    manifest: `${docker}.distribution.manifest.v2+json`,
    index: `${docker}.distribution.manifest.list.v2+json`,
    config: `${docker}.container.image.v1+json`,
    layer: `${docker}.image.rootfs.diff.tar.gzip`,
  },
  oci: {
    manifest: `${oci}.manifest.v1+json`,
    index: `${oci}.index.v1+json`,
    config: `${oci}.config.v1+json`,
    layer: `${oci}.layer.v1.tar+gzip`,
  },
} as const;

export interface BaseOptions {
  readonly family: keyof typeof families;
  readonly architecture: string;
  /** What its layer holds, so that two bases can differ. */
  readonly text: string;
  readonly change?: (manifest: { [name: string]: unknown }) => void;
}

export const plainBase: BaseOptions = { family: 'docker', architecture: 'amd64', text: 'base' };

/** A base of one layer, under its digest and this reference; answers the digest. */
export function putBase(
  registries: FakeRegistries,
  at: RepositoryAddress & { readonly reference: string },
  { family, architecture, text, change }: BaseOptions,
): string {
  const types = families[family];
  const layer = Buffer.from(`layer ${text}`);
  const config = Buffer.from(
    JSON.stringify({
      architecture,
      os: 'linux',
      config: { Env: ['LANG=en'], Entrypoint: ['/run'] },
      rootfs: { type: 'layers', diff_ids: [`sha256:${createHash('sha256').update(text).digest('hex')}`] },
    }),
  );
  const describe = (mediaType: string, bytes: Uint8Array) => ({
    mediaType,
    size: bytes.length,
    digest: registries.putBlob(at, bytes),
  });
  const manifest: { [name: string]: unknown } = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: describe(types.config, config),
    layers: [describe(types.layer, layer)],
  };
  change?.(manifest);
  const bytes = Buffer.from(JSON.stringify(manifest));
  return registries.putManifest(at, at.reference, { mediaType: types.manifest, bytes });
}

/** An index of both architectures, and something that is none. */
export function putIndex(
  registries: FakeRegistries,
  at: RepositoryAddress & { readonly reference: string },
  text: string,
): { readonly amd64: string; readonly arm64: string } {
  const family = 'oci';
  const of = (architecture: string) =>
    putBase(
      registries,
      { ...at, reference: `${at.reference}-${architecture}` },
      { family, architecture, text },
    );
  const [amd64, arm64] = [of('amd64'), of('arm64')];
  const entry = (digest: string, architecture: string, os = 'linux') => ({
    mediaType: families.oci.manifest,
    size: 1,
    digest,
    platform: { os, architecture },
  });
  const manifests = [entry(amd64, 'unknown', 'unknown'), entry(arm64, 'arm64'), entry(amd64, 'amd64')];
  const index = { schemaVersion: 2, mediaType: families.oci.index, manifests };
  registries.putManifest(at, at.reference, {
    mediaType: families.oci.index,
    bytes: Buffer.from(JSON.stringify(index)),
  });
  return { amd64, arm64 };
}
