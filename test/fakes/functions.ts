import type { Code } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import {
  awsDefaults,
  type FunctionConfig,
  type LiveFunction,
  type PublishedVersion,
} from '../../src/core/function';
import type {
  FunctionChange,
  Functions,
  NewFunction,
  PublishExpectation,
  Versions,
} from '../../src/core/lambda';
import { normalConfig } from '../../src/core/normal';
import { Secret } from '../../src/core/secret';
import { Digest } from '../../src/core/values';
import { Fake } from './fake';

interface Entry {
  latest: LiveFunction;
  versions: LiveFunction[];
  nextVersion: number;
  looksLeft: number;
}

export const someConfig: FunctionConfig = {
  ...awsDefaults,
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
};

/** The digest Lambda would report for these bytes. */
export const digestOf = (zip: string | Uint8Array): Digest => Digest.of(zip);

/** What a write may change of the function as a whole. */
type Attached = Partial<Pick<LiveFunction, 'tags' | 'reservedConcurrency'>>;

/**
 * Functions and their versions with the rules that matter: a revision for every transition, 409 while an update is under way, an
 * unchanged $LATEST publishes the version that exists. An update is over when $LATEST was looked at `looksUntilReady` times.
 */
export class FakeFunctions extends Fake implements Functions, Versions {
  looksUntilReady = 1;
  /** Versions on which durable executions run, `orders:2`. */
  readonly executing = new Set<string>();
  /** The version an alias serves; the fake for aliases says so. */
  versionBehind: (functionName: string, alias: string) => string | null = () => null;
  private readonly entries = new Map<string, Entry>();
  private readonly zips = new Map<string, Uint8Array>([[digestOf('code'), Buffer.from('code')]]);
  private revisions = 0;

  /** A function with one published version for each configuration, oldest first, and $LATEST like the last. */
  seed(name: string, made: readonly Partial<Omit<PublishedVersion, 'version'>>[]): void {
    const versions = made.map((version, index) => this.live(name, { ...version, version: `${index + 1}` }));
    const latest = this.live(name, { ...made.at(-1), version: '$LATEST' });
    this.entries.set(name, { latest, versions, nextVersion: versions.length + 1, looksLeft: 0 });
  }

  isExecuting(functionName: string, version: string): Promise<boolean> {
    const key = `${functionName}:${version}`;
    return this.call('isExecuting', key, () => this.executing.has(key));
  }

  /** Somebody changes $LATEST without shipit. */
  touch(name: string, change: Partial<LiveFunction>): void {
    const entry = this.entry(name);
    entry.latest = { ...entry.latest, ...change, revisionId: this.revision() };
  }

  /** Somebody else's update lasts for so many looks. */
  busyFor(name: string, looks: number): void {
    this.entry(name).looksLeft = looks;
  }

  /** Bytes that a seeded digest stands for. */
  putCode(zip: string | Uint8Array): void {
    this.zips.set(digestOf(zip), Buffer.from(zip));
  }

  /** A published version is in that state, or gets there by itself. */
  touchVersion(name: string, version: string, change: Partial<LiveFunction>): void {
    const entry = this.entry(name);
    entry.versions = entry.versions.map((one) => (one.version === version ? { ...one, ...change } : one));
  }

  /** Tags and concurrency are of the function, and no revision changes with them. */
  attach(name: string, attached: Attached): void {
    const entry = this.entry(name);
    entry.latest = { ...entry.latest, ...attached };
  }

  /** What the fake for aliases asks before it lets an alias point somewhere. */
  version(name: string, version: string): LiveFunction | null {
    const entry = this.entries.get(name);
    if (!entry || version === '$LATEST') return entry?.latest ?? null;
    const found = entry.versions.find((one) => one.version === version);
    const { tags, reservedConcurrency } = entry.latest;
    return found ? { ...found, tags, reservedConcurrency } : null;
  }

  look(functionName: string, qualifier?: string): Promise<LiveFunction | null> {
    return this.call('look', qualifier ? `${functionName}:${qualifier}` : functionName, () => {
      if (!qualifier) this.settle(functionName);
      return this.qualified(functionName, qualifier ?? null);
    });
  }

  latest(functionNames: readonly string[]): Promise<ReadonlyMap<string, PublishedVersion>> {
    return this.call('latest', functionNames.join(' '), () => {
      const found = functionNames.map((name) => [name, this.version(name, '$LATEST')] as const);
      return new Map(found.flatMap(([name, live]) => (live ? [[name, live]] : [])));
    });
  }

  async create(functionName: string, made: NewFunction): Promise<LiveFunction> {
    const code = await bytesOf(made.code);
    return this.call('create', functionName, () => {
      if (this.entries.has(functionName))
        throw new ShipitError('alreadyExists', `${functionName} already exists`);
      const config = stored(functionName, made.config);
      const live = this.live(functionName, { ...this.upload(code), config, version: '$LATEST' });
      const latest = { ...live, tags: made.tags, state: 'Pending', lastUpdate: null };
      const looksLeft = this.looksUntilReady;
      this.entries.set(functionName, { latest, versions: [], nextVersion: 1, looksLeft });
      return latest;
    });
  }

  async update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction> {
    const code = 'code' in change ? await bytesOf(change.code) : '';
    const what = 'code' in change ? 'code' : `config ${change.keys.join(' ')}`;
    return this.call('update', `${functionName} ${what}`, () => {
      const entry = this.idle(functionName);
      this.checkRevision(entry, revisionId);
      const changed =
        'code' in change
          ? { ...this.upload(code), config: { ...entry.latest.config, architecture: change.architecture } }
          : this.changed(functionName, entry.latest.config, change);
      const revision = { revisionId: this.revision(), lastUpdate: 'InProgress' };
      entry.latest = { ...entry.latest, ...changed, ...revision };
      entry.looksLeft = this.looksUntilReady;
      return entry.latest;
    });
  }

  /** Without a version, all of it. */
  remove(functionName: string, version?: string): Promise<void> {
    return this.call('remove', version === undefined ? functionName : `${functionName}:${version}`, () => {
      const entry = this.entries.get(functionName);
      if (version === undefined) this.entries.delete(functionName);
      else if (entry) entry.versions = entry.versions.filter((one) => one.version !== version);
    });
  }

  publish(functionName: string, expect: PublishExpectation): Promise<LiveFunction> {
    return this.call('publish', functionName, () => {
      const entry = this.idle(functionName);
      this.checkRevision(entry, expect.revisionId);
      if (entry.latest.digest !== expect.digest)
        throw new ShipitError('invalid', `${functionName} has another digest`);
      const last = entry.versions.at(-1);
      if (last && contentOf(last) === contentOf(entry.latest)) return last;
      const version = { ...entry.latest, version: `${entry.nextVersion++}`, revisionId: this.revision() };
      entry.versions.push(version);
      entry.latest = { ...entry.latest, revisionId: this.revision() };
      return version;
    });
  }

  list(functionName: string): Promise<PublishedVersion[]> {
    return this.call('list', functionName, () => [...this.entry(functionName).versions]);
  }

  code(functionName: string, version: string): Promise<Uint8Array | null> {
    return this.call('code', `${functionName}:${version}`, () => {
      const live = this.version(functionName, version);
      if (!live) throw new ShipitError('notFound', `there is no version ${version} of ${functionName}`);
      if (live.config.packageType === 'Image') return null;
      const zip = this.zips.get(live.digest);
      if (!zip) throw new ShipitError('unavailable', `nobody put the code of ${functionName}:${version}`);
      return zip;
    });
  }

  private qualified(name: string, qualifier: string | null): LiveFunction | null {
    if (qualifier === null) return this.version(name, '$LATEST');
    const version = /^(\d+|\$LATEST)$/.test(qualifier) ? qualifier : this.versionBehind(name, qualifier);
    return version === null ? null : this.version(name, version);
  }

  /** The bytes of a zip, or the address of an image. */
  private upload(code: Uint8Array | string): Pick<PublishedVersion, 'digest' | 'codeBytes'> {
    if (typeof code === 'string') return { digest: imageDigestOf(code), codeBytes: 0 };
    this.putCode(code);
    return { digest: digestOf(code), codeBytes: code.length };
  }

  private changed(
    name: string,
    before: FunctionConfig,
    change: Exclude<FunctionChange, { readonly code: Code }>,
  ): Partial<LiveFunction> {
    const sent = Object.fromEntries(change.keys.map((key) => [key, change.config[key]]));
    return { config: stored(name, { ...before, ...sent }) };
  }

  private live(name: string, made: Partial<PublishedVersion>): LiveFunction {
    const arn = `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
    const whole = { version: '$LATEST', digest: digestOf('code'), codeBytes: 4, config: someConfig };
    const state = { state: 'Active', lastUpdate: 'Successful', because: null };
    const attached = { tags: {}, reservedConcurrency: null };
    return { ...whole, ...made, arn, revisionId: this.revision(), ...state, ...attached };
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (!entry) throw new ShipitError('notFound', `there is no function ${name}`);
    return entry;
  }

  private idle(name: string): Entry {
    const entry = this.entry(name);
    if (isBusy(entry.latest)) throw new ShipitError('conflict', `an update of ${name} is in progress`);
    return entry;
  }

  private settle(name: string): void {
    const entry = this.entries.get(name);
    if (!entry || !isBusy(entry.latest)) return;
    entry.looksLeft -= 1;
    if (entry.looksLeft >= 0) return;
    const over = { state: 'Active', lastUpdate: 'Successful', revisionId: this.revision() };
    entry.latest = { ...entry.latest, ...over };
  }

  private checkRevision(entry: Entry, revisionId: string): void {
    if (entry.latest.revisionId === revisionId) return;
    throw new ShipitError('preconditionFailed', `revision ${revisionId} is stale`);
  }

  private revision(): string {
    this.revisions += 1;
    return `f${this.revisions}`;
  }
}

const isBusy = (live: LiveFunction): boolean => live.state === 'Pending' || live.lastUpdate === 'InProgress';

const contentOf = ({ digest, config }: LiveFunction): string => JSON.stringify([digest, config]);

/** As it would be read back: secrets are plain text then, and defaults are not spelled out. */
/** The address of what is no zip. */
async function bytesOf(code: Code): Promise<Uint8Array | string> {
  if ('zip' in code) return code.zip.read();
  return 'imageUri' in code ? code.imageUri : `s3://${code.object.bucket}/${code.object.key}`;
}

function stored(name: string, config: FunctionConfig): FunctionConfig {
  const plain = Object.entries(config.environment).map(([key, value]) => [key, Secret.reveal(value)]);
  return normalConfig(name, { ...config, environment: Object.fromEntries(plain) });
}

/** Lambda gives an image's own digest, in hexadecimal. */
const imageDigestOf = (imageUri: string): Digest => imageUri.replace(/^.*@sha256:/, '') as Digest;
