/** What each part of an image is called, in the two families that Lambda takes: of Docker (version 2, schema 2) and of OCI. */
export interface Family {
  readonly manifest: string;
  readonly index: string;
  readonly config: string;
  /** Of the layers that Lambda takes. */
  readonly layers: readonly string[];
  /** Of one that is made here. */
  readonly layer: string;
}

const docker: Family = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layers: [
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
    'application/vnd.docker.image.rootfs.diff.tar',
  ],
  layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
};

const oci: Family = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layers: ['application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.oci.image.layer.v1.tar'],
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};

export const families = [docker, oci];

/** What a manifest says of itself; OCI lets it say nothing. */
export function mediaTypeOf(document: {
  readonly mediaType?: unknown;
  readonly manifests?: unknown;
}): string {
  if (typeof document.mediaType === 'string') return document.mediaType;
  return Array.isArray(document.manifests) ? oci.index : oci.manifest;
}
