/**
 * Follows a release from any machine: its leader at each poll, its other aliases when something moved. Never writes to AWS or
 * to the journal: the last word that it tells is that of the journal, where one is at hand, else what it saw.
 */
import type { FunctionSpec } from './config/project';
import { ShipitError } from './core/errors';
import type { Event, EventOf, FunctionResult } from './core/events';
import type { AliasState } from './core/lambda';
import type { Ports } from './core/ports';
import { type OpenRecord, Record } from './core/record';
import type { Whereabouts } from './core/told';
import { AliasRef } from './core/values';
import { pause } from './core/wait';
import type { Stop } from './deploy';
import type { Found } from './find';
import { lastWord } from './finish';
import { sight } from './release/alias';
import { type Ended, endOf } from './release/ended';
import { saidEnd } from './release/said';
import { limits } from './rollout/limits';
import { type Seen, seenAs, statusOf } from './status';

/** What is known of the leader at a poll. */
export interface Sight {
  /** Null when it is no longer open. */
  readonly record: OpenRecord | null;
  /** How long it has been the same, by the own monotonic clock, from read to read. */
  readonly unchangedMs: number;
}

export interface Following {
  readonly found: Found;
  /** Flags by which it is meant here. */
  readonly where: Whereabouts;
  readonly stop: Stop;
  /** Whether it is time to do more than to look on. */
  readonly leave: (sight: Sight) => boolean;
}

export type Followed =
  | { readonly kind: 'ended'; readonly finished: EventOf<'release.finished'> }
  /** Time to take it over: its owner has not written since this revision, of its leader or of the first that is open still. */
  | { readonly kind: 'left'; readonly watched: string | null }
  | { readonly kind: 'stopped' };

/** Longer than any rollout may take, with all its waits. */
const longestMs = 7 * 24 * 3_600_000;
/** So few are read again at each heartbeat too: others may have moved while their leader stood. */
const fewMembers = 20;

export async function follow(ports: Ports, following: Following): Promise<Followed> {
  const { clock } = ports;
  const { stop } = following;
  const watch = new Watch(ports, following);
  const endMs = clock.monotonicMs() + longestMs;
  while (clock.monotonicMs() < endMs) {
    watch.tell();
    if (watch.isOver()) return { kind: 'ended', finished: await finish(ports, watch, stop.signal) };
    if (following.leave(watch.sight())) return { kind: 'left', watched: watch.revision() };
    if (!stop.signal.aborted) await pause({ clock, stop: stop.signal }, limits.pollMs);
    if (stop.signal.aborted) return { kind: 'stopped' };
    await watch.look();
  }
  return { kind: 'stopped' };
}

interface Member {
  readonly spec: FunctionSpec;
  seen: Seen;
  /** Its record as it was seen last while it was open. */
  last: OpenRecord | null;
}

/** What one viewer has seen of one release. */
class Watch {
  readonly members: Member[];
  private leader: Seen;
  /** When the first and the last read that showed the leader as it is were over and begun. */
  private firstMs: number;
  private lastMs: number;
  private told = '';
  readonly where: Whereabouts;
  readonly found: Found;

  constructor(
    private readonly ports: Ports,
    { found, where }: Pick<Following, 'found' | 'where'>,
  ) {
    this.found = found;
    this.where = where;
    this.leader = found.leader;
    this.firstMs = ports.clock.monotonicMs();
    this.lastMs = this.firstMs;
    const { release } = found;
    // While it is claimed, aliases join it.
    const isMember = ({ record }: Seen): boolean =>
      found.record.phase === 'claim' || ('record' in record && record.record.release === release);
    this.members = found.all
      .filter(isMember)
      .map((seen) => ({ spec: seen.spec, seen, last: this.openIn(seen) }));
  }

  sight(): Sight {
    return { record: this.openIn(this.leader), unchangedMs: this.lastMs - this.firstMs };
  }

  /** Of the alias by which somebody who takes over would know a living owner. */
  revision(): string | null {
    const open = this.members.filter(({ seen }) => this.openIn(seen) !== null).sort(byAlias);
    const anchor = this.openIn(this.leader) ? this.leader : open[0]?.seen;
    return anchor?.alias?.revisionId ?? null;
  }

  isOver(): boolean {
    return this.members.every(({ seen }) => this.openIn(seen) === null);
  }

  /** Reads that fail change nothing: they are neither news nor silence. */
  async look(): Promise<void> {
    const begunMs = this.ports.clock.monotonicMs();
    const [before] = [this.leader];
    const read = await this.read(before.spec);
    if (read === null) return;
    this.leader = read;
    const isSame = read.alias?.revisionId === before.alias?.revisionId;
    if (isSilent(before.alias, read.alias)) this.lastMs = begunMs;
    else this.moved();
    this.note(read);
    const isNews = !isSame && (this.members.length <= fewMembers || contentOf(before) !== contentOf(read));
    if (isNews || this.openIn(read) === null) await this.readOthers();
  }

  /** One event a change; a lease that is renewed is none, one that ends is. */
  tell(): void {
    const { report, clock } = this.ports;
    const event = statusOf(
      this.members.map(({ seen }) => seen),
      clock,
    );
    const told = JSON.stringify(
      event.functions.map(({ leaseUntilMs, ...row }) => [
        row,
        leaseUntilMs !== null && leaseUntilMs <= event.at,
      ]),
    );
    if (told !== this.told) report.tell({ ...event, where: this.where });
    this.told = told;
  }

  private openIn({ record }: Seen): OpenRecord | null {
    return record.kind === 'open' && record.record.release === this.found.release ? record.record : null;
  }

  private note(seen: Seen): void {
    const member = this.members.find(({ spec }) => spec === seen.spec);
    if (!member) return;
    member.seen = seen;
    member.last = this.openIn(seen) ?? member.last;
  }

  private async readOthers(): Promise<void> {
    const others = this.members.filter(({ spec }) => spec !== this.leader.spec);
    const reads = await Promise.all(others.map(({ spec }) => this.read(spec)));
    for (const read of reads) if (read) this.noteOther(read);
  }

  /** Once the leader is closed, whoever closes the others is seen by them alone. */
  private noteOther(read: Seen): void {
    const before = this.members.find(({ spec }) => spec === read.spec)?.seen.alias ?? null;
    if (this.openIn(this.leader) === null && !isSilent(before, read.alias)) this.moved();
    this.note(read);
  }

  private moved(): void {
    this.lastMs = this.ports.clock.monotonicMs();
    this.firstMs = this.lastMs;
  }

  /** Null when it cannot be read just now. */
  private async read(spec: FunctionSpec): Promise<Seen | null> {
    try {
      return seenAs(spec, await this.ports.aliases.read({ functionName: spec.name, alias: spec.alias }));
    } catch (error) {
      if (ShipitError.is(error, 'throttled', 'timedOut', 'unavailable')) return null;
      throw error;
    }
  }
}

/** Nobody wrote, or only somebody from outside who wished for something: that is no sign of its owner. */
function isSilent(before: AliasState | null, now: AliasState | null): boolean {
  if (before === null || now === null) return before === now;
  return ['same', 'touched'].includes(sight(now, before, []));
}

const byAlias = (a: Member, b: Member): number =>
  AliasRef.key(a.seen.ref) < AliasRef.key(b.seen.ref) ? -1 : 1;

/** Its alias and record but for the lease, which is renewed while nothing moves. */
function contentOf({ alias, record }: Seen): string {
  const rest = record.kind === 'open' ? Record.format({ ...record.record, leaseUntilS: 0 }) : '';
  return JSON.stringify([rest, rest === '' ? alias : [alias?.version, alias?.additional]]);
}

async function finish(ports: Ports, watch: Watch, stop: AbortSignal): Promise<EventOf<'release.finished'>> {
  const { release } = watch.found;
  const said = await saidEnd(ports, { release, stop });
  if (said) {
    ports.report.tell(said);
    return said;
  }
  const results = watch.members.flatMap((member) => resultOf(member, release));
  const tell = async (event: Event) => ports.report.tell(event);
  return lastWord(ports, { release, results, where: watch.where, signalCode: null, tell });
}

/** A function that never was in it has no result. */
function resultOf({ spec, seen, last }: Member, release: string): FunctionResult[] {
  const own = last !== null || (seen.record.kind === 'done' && seen.record.record.release === release);
  if (!own) return [];
  const outcome = endOf(seen.alias, { release, last }) ?? 'lost';
  const { key, name, alias } = spec;
  const versions = { baseline: last?.baseline ?? null, candidate: last?.candidate ?? null };
  return [{ key, name, alias, ...versions, outcome, because: becauseOf(outcome, seen) }];
}

function becauseOf(outcome: Ended, { ref, alias }: Seen): string {
  if (outcome === 'rolledBack') return `version ${alias?.version} serves again`;
  if (outcome === 'promoted') return `version ${alias?.version} serves`;
  return alias === null
    ? `${AliasRef.key(ref)} is gone`
    : `${serves(alias)}, and the release did not leave it so`;
}

const serves = ({ version, additional }: AliasState): string =>
  additional === null ? `version ${version} serves` : `versions ${version} and ${additional.version} serve`;
