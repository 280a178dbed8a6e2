/**
 * Follows a release from any machine: its leader at each poll, its other aliases when something moved. Never writes to AWS or
 * to the journal: the last word that it tells is what it saw.
 */
import type { FunctionSpec } from './config/project';
import { hints, ShipitError } from './core/errors';
import type { EventOf, FunctionResult } from './core/events';
import type { AliasState } from './core/lambda';
import { exitCodes } from './core/outcome';
import type { Ports } from './core/ports';
import { type OpenRecord, Record } from './core/record';
import { AliasRef } from './core/values';
import type { Stop } from './deploy';
import type { Found } from './find';
import { worst } from './finish';
import { type Ended, endOf } from './release/ended';
import { pause } from './release/ready';
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
  readonly stop: Stop;
  /** Whether it is time to do more than to look on. */
  readonly leave: (sight: Sight) => boolean;
}

export type Followed =
  | { readonly kind: 'ended'; readonly finished: EventOf<'release.finished'> }
  /** Time to take it over: nobody changed this revision of its leader meanwhile. */
  | { readonly kind: 'left'; readonly watched: string | null }
  | { readonly kind: 'stopped' };

/** Longer than any rollout may take, with all its waits. */
const longestMs = 7 * 24 * 3_600_000;
/** So few are read again at each heartbeat too: others may have moved while their leader stood. */
const fewMembers = 20;

export async function follow(ports: Ports, following: Following): Promise<Followed> {
  const { clock } = ports;
  const { stop } = following;
  const watch = new Watch(ports, following.found);
  const endMs = clock.monotonicMs() + longestMs;
  while (clock.monotonicMs() < endMs) {
    watch.tell();
    if (watch.isOver()) return { kind: 'ended', finished: finish(ports, watch) };
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

  constructor(
    private readonly ports: Ports,
    readonly found: Found,
  ) {
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

  revision(): string | null {
    return this.leader.alias?.revisionId ?? null;
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
    this.lastMs = isSame ? begunMs : this.ports.clock.monotonicMs();
    if (!isSame) this.firstMs = this.lastMs;
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
    if (told !== this.told) report.tell(event);
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
    for (const read of reads) if (read) this.note(read);
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

/** Its alias and record but for the lease, which is renewed while nothing moves. */
function contentOf({ alias, record }: Seen): string {
  const rest = record.kind === 'open' ? Record.format({ ...record.record, leaseUntilS: 0 }) : '';
  return JSON.stringify([rest, rest === '' ? alias : [alias?.version, alias?.additional]]);
}

function finish({ report, clock }: Ports, watch: Watch): EventOf<'release.finished'> {
  const { release } = watch.found;
  const functions = watch.members.flatMap((member) => resultOf(member, release));
  const outcome = worst(functions.map((result) => result.outcome));
  const event: EventOf<'release.finished'> = {
    v: 1,
    type: 'release.finished',
    at: clock.nowMs(),
    release,
    outcome,
    exitCode: exitCodes[outcome],
    functions,
    problems: outcome === 'lost' ? [hints.lost] : [],
  };
  report.tell(event);
  return event;
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
