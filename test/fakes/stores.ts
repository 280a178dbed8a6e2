/** Where artifacts are kept. */
import type { SignedObject, StoredObject, Zip } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type {
  Depot,
  DepotPlace,
  Findings,
  Repositories,
  Repository,
  RepositoryImage,
  Signers,
  SigningPlace,
  UnsignedZip,
} from '../../src/core/stores';
import { Digest } from '../../src/core/values';
import { Fake } from './fake';

/** Has the buckets that a test names. */
export class FakeDepot extends Fake implements Depot {
  readonly buckets = new Set<string>();
  readonly objects = new Map<string, Uint8Array>();

  find({ bucket, key }: DepotPlace): Promise<StoredObject | null> {
    return this.call('find', `${bucket}/${key}`, () => {
      if (!this.buckets.has(bucket)) throw new ShipitError('notFound', `there is no bucket ${bucket}`);
      return this.objects.has(`${bucket}/${key}`) ? { bucket, key, version: null } : null;
    });
  }

  async put({ bucket, key }: DepotPlace, zip: Zip, told: (bytes: number) => void): Promise<StoredObject> {
    const bytes = await zip.read();
    return this.call('put', `${bucket}/${key}`, () => {
      this.objects.set(`${bucket}/${key}`, bytes);
      told(zip.bytes);
      return { bucket, key, version: null };
    });
  }

  makeBucket(bucket: string): Promise<'made' | 'there'> {
    return this.call('makeBucket', bucket, () => {
      const isThere = this.buckets.has(bucket);
      this.buckets.add(bucket);
      return isThere ? 'there' : 'made';
    });
  }
}

/** Signs whatever it is given; each signature is another zip. */
export class FakeSigners extends Fake implements Signers {
  hindered: Awaited<ReturnType<Signers['obstacle']>> = null;
  readonly signed = new Map<string, SignedObject>();

  obstacle({ profile }: SigningPlace): ReturnType<Signers['obstacle']> {
    return this.call('obstacle', profile, () => this.hindered);
  }

  find({ profile, sha256 }: UnsignedZip): Promise<SignedObject | null> {
    return this.call('find', `${profile} ${sha256}`, () => this.signed.get(`${profile} ${sha256}`) ?? null);
  }

  sign({ profile, sha256, bucket }: UnsignedZip): Promise<SignedObject> {
    return this.call('sign', `${profile} ${sha256}`, () => {
      const job = this.signed.size + 1;
      const object = { bucket, key: `signed/${job}.zip`, version: 'v1' };
      const signed = { object, digest: Digest.of(`${sha256} signed by job ${job}`) };
      this.signed.set(`${profile} ${sha256}`, signed);
      return signed;
    });
  }
}

const region = 'eu-west-1';
const account = '123456789012';

/** Of one account and region. */
export class FakeRepositories extends Fake implements Repositories {
  readonly known = new Map<string, Repository>();
  readonly stored = new Map<string, RepositoryImage[]>();
  /** By digest; a scan of any other finds nothing. Null for one that does not end. */
  readonly scans = new Map<string, Findings | null>();

  put(name: string, change: Partial<Repository> = {}): Repository {
    const arn = `arn:aws:ecr:${region}:${account}:repository/${name}`;
    const uri = `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
    const made = { arn, name, account, region, uri, ...change };
    this.known.set(name, made);
    this.known.set(made.arn, made);
    return made;
  }

  find(repository: string): Promise<Repository | null> {
    return this.call('find', repository, () => this.known.get(repository) ?? null);
  }

  create(name: string): Promise<Repository> {
    return this.call('create', name, () => {
      if (this.known.has(name)) throw new ShipitError('alreadyExists', `${name} is there`);
      return this.put(name);
    });
  }

  letLambdaPull({ name }: Repository): Promise<void> {
    return this.call('letLambdaPull', name, () => undefined);
  }

  images({ name }: Repository): Promise<RepositoryImage[]> {
    return this.call('images', name, () => this.stored.get(name) ?? []);
  }

  remove({ name }: Repository, digests: readonly string[]): Promise<void> {
    return this.call('remove', `${name} ${digests.join(' ')}`, () => {
      const left = (this.stored.get(name) ?? []).filter(({ digest }) => !digests.includes(digest));
      this.stored.set(name, left);
    });
  }

  findings(_: Repository, digest: string): Promise<Findings | null> {
    const nothing = { status: 'COMPLETE', found: [] };
    const found = this.scans.get(digest);
    return this.call('findings', digest, () => (found === undefined ? nothing : found));
  }
}
