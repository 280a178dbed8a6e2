/** A release of two functions at 10 %, seen from another machine: records written by hand, and an owner that obeys on order. */
import type { AliasState } from '../src/core/lambda';
import { type DoneRecord, type OpenRecord, Record } from '../src/core/record';
import { Ulid } from '../src/core/ulid';
import { AliasRef, Digest, Percent } from '../src/core/values';
import { FakeClock } from './clock';
import { type Fakes, fakePorts } from './fakes';
import { nowhere } from './forms';
import { noChoice, nowMs, project, spec } from './plan/scene';

export const release = Ulid.of(nowMs, Array(16).fill(3));
const keys = ['api', 'worker'];
const specs = keys.map((key) => spec({ key, name: `orders-${key}` }));
export const refOf = (key: string): AliasRef => ({ functionName: `orders-${key}`, alias: 'live' });

const record: OpenRecord = {
  state: 'open',
  release,
  epoch: 7,
  owner: '01234567',
  leader: Digest.short(AliasRef.key(refOf('api'))),
  baseline: '2',
  candidate: '3',
  previous: '1',
  step: 1,
  weight: 10,
  phase: 'bake',
  dueS: nowMs / 1000 + 600,
  leaseUntilS: nowMs / 1000 + 120,
  leaseS: 120,
  until: null,
  plan: '89abcdef',
  wish: null,
  by: 'ann@laptop',
};

export class Steering {
  readonly clock = new FakeClock(nowMs);
  readonly fakes: Fakes = fakePorts(this.clock);
  readonly stopping = new AbortController();

  constructor() {
    for (const { name } of specs) this.fakes.functions.seed(name, [{}, {}, {}, {}]);
    for (const key of keys) this.open(key, {});
  }

  /** Of whoever asks. */
  get request() {
    const { signal } = this.stopping;
    return {
      project: project(specs, {}),
      named: [],
      release: null,
      by: 'ben@desk',
      from: 'desk',
      choice: noChoice,
      gated: null,
      where: nowhere,
      stop: { signal, exitCode: () => (signal.aborted ? 130 : null) },
    };
  }

  open(key: string, change: Partial<OpenRecord>): void {
    const { weight, ...rest } = { ...record, ...change };
    const additional = weight > 0 && weight < 100 ? { version: '3', weight: Percent.of(weight) } : null;
    const version = weight === 100 ? '3' : '2';
    const description = Record.format({ ...rest, weight }, 'mine');
    this.fakes.aliases.put(refOf(key), { version, additional, description });
  }

  close(key: string, version: string, change: Partial<DoneRecord> = {}): void {
    const previous = version === '2' ? '1' : '2';
    const done = { state: 'done', release, epoch: 7, version, previous, bad: null, ...change } as const;
    this.fakes.aliases.put(refOf(key), {
      version,
      additional: null,
      description: Record.format(done, 'mine'),
    });
  }

  closeAll(version: string): void {
    for (const key of keys) this.close(key, version);
  }

  alias(key: string): AliasState {
    const alias = this.fakes.aliases.peek(refOf(key));
    if (!alias) throw new Error(`no alias of ${key}`);
    return alias;
  }

  /** What stands in the mailbox. */
  get wish(): OpenRecord['wish'] {
    const parsed = Record.parse(this.alias('api').description);
    return parsed.kind === 'open' ? parsed.record.wish : null;
  }

  /** After so many seconds of the world. */
  later(seconds: number, work: () => void): void {
    this.clock.after(seconds * 1000, work);
  }

  /** The owner answers in its own words, and renews its lease. */
  answer(what: string | null): void {
    const wish = what === null ? null : { what, step: 1, nonce: 'aaaaaaaa' };
    this.open('api', { wish, leaseUntilS: this.clock.nowMs() / 1000 + 120 });
  }

  get told(): string[] {
    return this.fakes.report.did;
  }

  get writes(): string[] {
    return this.fakes.aliases.did.filter((call) => call.startsWith('write'));
  }
}
