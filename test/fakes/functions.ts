import { ShipitError } from '../../src/core/errors';
import type { FunctionConfig, LiveFunction, PublishedVersion } from '../../src/core/function';
import type { FunctionChange, Functions, PublishExpectation } from '../../src/core/ports';
import { Digest } from '../../src/core/values';
import { Fake } from './fake';

interface Entry {
  latest: LiveFunction;
  readonly versions: LiveFunction[];
  nextVersion: number;
  looksLeft: number;
}

export const someConfig: FunctionConfig = {
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
  memorySize: 128,
  timeout: 3,
  environment: {},
};

/** The digest Lambda would report for these bytes. */
export const digestOf = (zip: string | Uint8Array): Digest => Digest.of(zip);

/**
 * Functions with the rules that matter: a revision for every transition, 409 while an update is under way, an
 * unchanged $LATEST publishes the version that exists. An update is over when $LATEST was looked at `looksUntilReady` times.
 */
export class FakeFunctions extends Fake implements Functions {
  looksUntilReady = 1;
  private readonly entries = new Map<string, Entry>();
  private revisions = 0;

  /** A function with one published version for each configuration, oldest first, and $LATEST like the last. */
  seed(name: string, made: readonly Partial<Omit<PublishedVersion, 'version'>>[]): void {
    const versions = made.map((version, index) => this.live(name, { ...version, version: `${index + 1}` }));
    const latest = this.live(name, { ...made.at(-1), version: '$LATEST' });
    this.entries.set(name, { latest, versions, nextVersion: versions.length + 1, looksLeft: 0 });
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

  /** What the fake for aliases asks before it lets an alias point somewhere. */
  version(name: string, version: string): LiveFunction | null {
    const entry = this.entries.get(name);
    if (version === '$LATEST') return entry?.latest ?? null;
    return entry?.versions.find((one) => one.version === version) ?? null;
  }

  look(functionName: string, qualifier?: string): Promise<LiveFunction | null> {
    return this.call('look', qualifier ? `${functionName}:${qualifier}` : functionName, () => {
      if (!qualifier) this.settle(functionName);
      return this.version(functionName, qualifier ?? '$LATEST');
    });
  }

  create(functionName: string, config: FunctionConfig, zip: Uint8Array): Promise<LiveFunction> {
    return this.call('create', functionName, () => {
      if (this.entries.has(functionName))
        throw new ShipitError('alreadyExists', `${functionName} already exists`);
      const made = this.live(functionName, { digest: digestOf(zip), config, version: '$LATEST' });
      const latest = { ...made, state: 'Pending', lastUpdate: null };
      const looksLeft = this.looksUntilReady;
      this.entries.set(functionName, { latest, versions: [], nextVersion: 1, looksLeft });
      return latest;
    });
  }

  update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction> {
    const what = 'code' in change ? 'code' : `config ${Object.keys(change.config).join(' ')}`;
    return this.call('update', `${functionName} ${what}`, () => {
      const entry = this.idle(functionName);
      this.checkRevision(entry, revisionId);
      const changed =
        'code' in change
          ? { digest: digestOf(change.code) }
          : { config: { ...entry.latest.config, ...change.config } };
      const revision = { revisionId: this.revision(), lastUpdate: 'InProgress' };
      entry.latest = { ...entry.latest, ...changed, ...revision };
      entry.looksLeft = this.looksUntilReady;
      return entry.latest;
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

  versions(functionName: string): Promise<PublishedVersion[]> {
    return this.call('versions', functionName, () => [...this.entry(functionName).versions]);
  }

  private live(name: string, made: Partial<PublishedVersion>): LiveFunction {
    const arn = `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
    const whole = { version: '$LATEST', digest: digestOf('code'), config: someConfig, deadLetter: null };
    const state = { state: 'Active', lastUpdate: 'Successful', because: null };
    return { ...whole, ...made, arn, revisionId: this.revision(), ...state };
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

const contentOf = ({ digest, config, deadLetter }: LiveFunction): string =>
  JSON.stringify([digest, config, deadLetter]);
