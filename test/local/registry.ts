/** Pushes to the local registry, as a client does that speaks its protocol. */
import { createHash } from 'node:crypto';
import { CreateRepositoryCommand, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { LocalAws } from './world';

export const dockerType = 'application/vnd.docker.distribution.manifest.v2+json';
export const ociType = 'application/vnd.oci.image.manifest.v1+json';
export const indexType = 'application/vnd.oci.image.index.v1+json';
export const configType = 'application/vnd.oci.image.config.v1+json';
export const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip';

export const sha256 = (bytes: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

export type Bytes = string | Uint8Array<ArrayBuffer>;

export const described = (bytes: Bytes, mediaType: string): Descriptor => ({
  mediaType,
  digest: sha256(bytes),
  size: Buffer.byteLength(bytes),
});

interface Asked {
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Bytes | null;
}

/** An archive of nothing. */
export const anyLayer = '\0'.repeat(1024);

/** A client that has logged in. */
export class Pusher {
  private constructor(
    private readonly endpoint: string,
    readonly authorization: string,
  ) {}

  static async of({ ecr, served }: LocalAws): Promise<Pusher> {
    const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
    return new Pusher(served.endpoint, `Basic ${authorizationData?.[0]?.authorizationToken}`);
  }

  /** `GET orders/tags/list` */
  ask(address: string, { headers = {}, body = null }: Asked = {}): Promise<Response> {
    const [method = '', path = ''] = address.split(' ');
    const url = path.startsWith('http') ? path : `${this.endpoint}/v2/${path}`;
    const all = { authorization: this.authorization, ...headers };
    return fetch(url, { method, headers: all, body, redirect: 'manual' });
  }

  async blob(repository: string, bytes: Bytes): Promise<void> {
    const begun = await this.ask(`POST ${repository}/blobs/uploads/`);
    if (begun.status !== 202) throw new Error(await begun.text());
    const location = begun.headers.get('location') ?? '';
    const ended = await this.ask(`PUT ${location}?digest=${sha256(bytes)}`, { body: bytes });
    if (ended.status !== 201) throw new Error(await ended.text());
  }

  manifest(
    repository: string,
    reference: string,
    [text, type]: readonly [string, string],
  ): Promise<Response> {
    const headers = { 'content-type': type };
    return this.ask(`PUT ${repository}/manifests/${reference}`, { headers, body: text });
  }

  /** Layers, configuration and manifest; answers the digest. */
  async image(repository: string, tag: string, image: TestImage = {}): Promise<string> {
    const { text, config, layers } = built(image);
    for (const bytes of [config, ...layers]) await this.blob(repository, bytes);
    const put = await this.manifest(repository, tag, [text, image.type ?? ociType]);
    if (put.status !== 201) throw new Error(await put.text());
    return put.headers.get('docker-content-digest') ?? '';
  }
}

export interface TestImage {
  readonly config?: object;
  /** What an honest config says of its layers. */
  readonly rootfs?: object;
  readonly layers?: readonly Bytes[];
  readonly architecture?: string;
  readonly type?: string;
  readonly layerType?: string;
  readonly configType?: string;
  readonly members?: object;
}

interface Built {
  readonly text: string;
  readonly config: string;
  readonly layers: readonly Bytes[];
}

/** A manifest with what it names. */
export function built(image: TestImage = {}): Built {
  const { layers = [anyLayer], architecture = 'amd64', type = ociType } = image;
  const config = JSON.stringify({
    architecture,
    os: 'linux',
    config: image.config ?? {},
    rootfs: image.rootfs,
  });
  const manifest = {
    schemaVersion: 2,
    mediaType: type,
    config: described(config, image.configType ?? configType),
    layers: layers.map((bytes) => described(bytes, image.layerType ?? layerType)),
    ...image.members,
  };
  return { text: JSON.stringify(manifest), config, layers };
}

export async function makeRepository(
  { ecr }: LocalAws,
  repositoryName: string,
  rest: object = {},
): Promise<void> {
  await ecr.send(new CreateRepositoryCommand({ repositoryName, ...rest }));
}

/** Status and first error of a refusal. */
export async function refusedWith(
  response: Response,
): Promise<{ status: number; code: string; message: string }> {
  const { errors } = (await response.json()) as { errors: { code: string; message: string }[] };
  return { status: response.status, code: errors[0]?.code ?? '', message: errors[0]?.message ?? '' };
}

/** World time goes on until no image is being unpacked. */
export async function untilUnpacked({ clock, world }: LocalAws): Promise<void> {
  await clock.advance(5000);
  await world.containers.settled();
  await clock.advance(0);
}
