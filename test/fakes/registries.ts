import { createHash } from 'node:crypto';
import type { ImageBlob, Manifest, RepositoryAddress } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type { Registries } from '../../src/core/stores';
import { Fake } from './fake';

const nameOf = ({ host, name }: RepositoryAddress): string => `${host}/${name}`;
const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Repositories are there when somebody puts something into them. */
export class FakeRegistries extends Fake implements Registries {
  private readonly manifests = new Map<string, Manifest>();
  private readonly blobs = new Map<string, Uint8Array>();

  /** Also what a test wants to be there from the beginning; answers its digest. */
  putBlob(repository: RepositoryAddress, bytes: Uint8Array): string {
    const digest = digestOf(bytes);
    this.blobs.set(`${nameOf(repository)}@${digest}`, bytes);
    return digest;
  }

  putManifest(repository: RepositoryAddress, reference: string, manifest: Omit<Manifest, 'digest'>): string {
    const digest = digestOf(manifest.bytes);
    const whole = { ...manifest, digest };
    this.manifests.set(`${nameOf(repository)} ${reference}`, whole);
    this.manifests.set(`${nameOf(repository)} ${digest}`, whole);
    return digest;
  }

  manifest(repository: RepositoryAddress, reference: string): Promise<Manifest | null> {
    const key = `${nameOf(repository)} ${reference}`;
    return this.call('manifest', key, () => this.manifests.get(key) ?? null);
  }

  has(repository: RepositoryAddress, digest: string): Promise<boolean> {
    const key = `${nameOf(repository)}@${digest}`;
    return this.call('has', key, () => this.blobs.has(key));
  }

  async *blob(repository: RepositoryAddress, digest: string, fromByte: number): AsyncIterable<Uint8Array> {
    const key = `${nameOf(repository)}@${digest}`;
    const bytes = await this.call('blob', `${key} ${fromByte}`, () => this.blobs.get(key));
    if (!bytes) throw new ShipitError('notFound', `there is no ${key}`);
    yield bytes.subarray(fromByte);
  }

  async push(repository: RepositoryAddress, blob: ImageBlob, told: (bytes: number) => void): Promise<void> {
    const key = `${nameOf(repository)}@${blob.digest}`;
    if (await this.call('push', key, () => this.blobs.has(key))) return told(blob.bytes);
    const chunks: Uint8Array[] = [];
    for await (const chunk of blob.read(0)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (digestOf(bytes) !== blob.digest) throw new ShipitError('invalid', `${key} is another blob`);
    this.blobs.set(key, bytes);
    told(blob.bytes);
  }

  tag(repository: RepositoryAddress, reference: string, manifest: Manifest): Promise<void> {
    return this.call('tag', `${nameOf(repository)} ${reference}`, () => {
      this.putManifest(repository, reference, manifest);
    });
  }
}
