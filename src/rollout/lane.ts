/**
 * One alias of a release as its owner knows it. Every write of the release goes through here, one at a time for an alias:
 * a heartbeat and a step must not race each other to the same revision.
 */
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Aliases, AliasState, AliasTarget } from '../core/lambda';
import type { Clock } from '../core/ports';
import { type OpenRecord, type Phase, Record, type Wish } from '../core/record';
import { AliasRef, type Percent } from '../core/values';
import { AliasTargets, sight, type Versions } from '../release/alias';
import { limits } from './limits';

/** What came of a write. `skipped`: it was no longer wanted when its turn came. `again`: nothing is known to have landed, and whoever asked must decide afresh. */
export type Written =
  | { readonly kind: 'written' | 'skipped' }
  | { readonly kind: 'again'; readonly because: string; readonly error: ShipitError | null }
  | Taken;

/** Somebody else has the alias now, and who or what is known of it. It never comes back to this release. */
export interface Taken {
  readonly kind: 'foreign' | 'byHand' | 'takenOver';
  readonly because: string;
}

export interface LanePorts {
  readonly aliases: Aliases;
  readonly clock: Clock;
  /** Journal and report; must not throw. */
  readonly tell: (event: Event) => Promise<void>;
}

/** A place on the way: what the record will say. */
export interface Position {
  readonly step: number;
  readonly weight: Percent;
  readonly phase: Phase;
  readonly bakeMs: number;
}

/** One attempt: the target is made when its turn has come, from what is known then; null when it is no longer wanted. */
export type Attempt = () => AliasTarget | null;

export class Lane {
  /** Null while it is ours. */
  taken: Taken | null = null;
  weight: Percent = 0 as Percent;
  versions: Versions;
  /** Step of the record, 0 before the first. */
  step = 0;
  /** What the last read found, ours or not. */
  seen: AliasState | null = null;
  private unsettled: AliasTarget[] = [];
  /** Revisions that are over: a read that shows one is merely late. */
  private readonly past = new Set<string>();
  private older: { readonly revisionId: string; readonly sinceMs: number } | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  readonly userText: string;

  constructor(
    private readonly ports: LanePorts,
    readonly at: { readonly key: string; readonly ref: AliasRef },
    public known: AliasState,
  ) {
    const parsed = Record.parse(known.description);
    this.userText = parsed.kind === 'unreadable' ? '' : parsed.text;
    const previous =
      parsed.kind === 'done' && parsed.record.version === known.version ? parsed.record.previous : null;
    this.versions = { baseline: known.version, candidate: null, previous };
    if (parsed.kind === 'open') this.inherit(parsed.record);
  }

  /** Where its baseline is comes from the record alone: what is served now may be anything. */
  private inherit({ baseline, candidate, previous, step }: OpenRecord): void {
    this.versions = { baseline, candidate, previous };
    this.weight = weightOn(this.known, this.versions);
    this.step = step;
    if (!AliasTargets.isAsRecorded(this.known))
      this.lose('foreign', `somebody else moved ${this.name}: ${describeState(this.known)}`);
  }

  get name(): string {
    return AliasRef.key(this.at.ref);
  }

  /** Whether a write that was sent off may still land, or has, unseen. */
  get isUnsettled(): boolean {
    return this.taken === null && this.unsettled.length > 0;
  }

  /**
   * For whoever takes a release over, before the first write of its own stands: what looked foreign is the old owner's, and
   * ours to take all the same. Who has the leader has the release, so there only the very owner who was watched gives way.
   */
  readopt(epoch: number, isLeader: boolean): boolean {
    const [now, was] = [openIn(this.seen), openIn(this.known)];
    if (!this.seen || !now || !was || now.release !== was.release || now.epoch >= epoch) return false;
    if (isLeader && now.owner !== was.owner) return false;
    this.taken = null;
    this.adopt(this.seen);
    this.inherit(now);
    return this.taken === null;
  }

  /** What stands in the mailbox of its record; null for nothing, and without an open record. */
  get wish(): Wish | null {
    return openIn(this.known)?.wish ?? null;
  }

  /** Where its own record says it stands; null without an open record. */
  standing(nowMs: number): Position | null {
    const open = openIn(this.known);
    if (open === null) return null;
    const { step, phase, dueS } = open;
    return { step, weight: this.weight, phase, bakeMs: Math.max(0, dueS * 1000 - nowMs) };
  }

  /** Waits its turn, then writes at most once. */
  write(attempt: Attempt): Promise<Written> {
    return this.inTurn(async () => {
      const target = attempt();
      if (target === null) return { kind: 'skipped' };
      return this.taken ?? this.issue(target);
    });
  }

  /** Reads the alias and takes in what it says. */
  look(): Promise<Written> {
    return this.inTurn(() => this.settle());
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async issue(target: AliasTarget): Promise<Written> {
    const from = this.known.revisionId;
    this.unsettled.push(target);
    try {
      await this.accept(await this.ports.aliases.write(this.at.ref, target, from));
      return { kind: 'written' };
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      if (!mayHaveLanded.includes(error.code)) this.unsettled.pop();
      if (!worthALook.includes(error.code)) return { kind: 'again', because: error.message, error };
      return this.afterDoubt(target, error);
    }
  }

  /** The answer was lost, or somebody was faster: only a read tells which. */
  private async afterDoubt(target: AliasTarget, error: ShipitError): Promise<Written> {
    const seen = await this.settle();
    if (seen.kind !== 'written') return seen;
    const landed = AliasTargets.same(this.known, target);
    return landed ? { kind: 'written' } : { kind: 'again', because: error.message, error };
  }

  private async settle(): Promise<Written> {
    let read: AliasState | null;
    try {
      read = await this.ports.aliases.read(this.at.ref);
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      return { kind: 'again', because: error.message, error };
    }
    if (read === null) return this.lose('foreign', `${this.name} was deleted`);
    return this.take(read);
  }

  private async take(read: AliasState): Promise<Written> {
    this.seen = read;
    const late = { kind: 'again', because: `${this.name} was read late`, error: null } as const;
    if (this.past.has(read.revisionId)) return late;
    const meaning = sight(read, this.known, this.unsettled);
    if (meaning === 'foreign' && this.mayBeLate(read)) return late;
    if (meaning === 'foreign')
      return this.lose('foreign', `somebody else changed ${this.name}: ${describeState(read)}`);
    if (meaning === 'byHand') return this.lose('byHand', `${this.name} was rolled back by hand`);
    if (meaning === 'takenOver')
      return this.lose('takenOver', `${openIn(read)?.by ?? 'another process'} took over ${this.name}`);
    if (meaning === 'own') await this.accept(read);
    if (meaning === 'touched') this.adopt(read);
    return { kind: 'written' };
  }

  /** What stood there before this release began has an older epoch. Only if it stays has somebody put it back. */
  private mayBeLate(read: AliasState): boolean {
    if (!AliasTargets.isOlder(read, this.known)) return false;
    const nowMs = this.ports.clock.monotonicMs();
    if (this.older?.revisionId !== read.revisionId) this.older = { ...read, sinceMs: nowMs };
    return nowMs - this.older.sinceMs < limits.freshMs;
  }

  private async accept(state: AliasState): Promise<void> {
    const from = this.known.revisionId;
    this.adopt(state);
    await this.ports.tell(this.writtenEvent(from));
  }

  /** A new revision makes every older write of ours void: what is not settled now can never land. */
  private adopt(state: AliasState): void {
    if (state.revisionId !== this.known.revisionId) this.past.add(this.known.revisionId);
    this.known = state;
    this.unsettled = [];
    this.weight = weightOn(state, this.versions);
    this.step = openIn(state)?.step ?? this.step;
  }

  /** The first who took it is remembered: what others do to it later is no business of this release. */
  private lose(kind: Taken['kind'], because: string): Taken {
    this.taken ??= { kind, because };
    return this.taken;
  }

  private writtenEvent(fromRevision: string): Event {
    const parsed = Record.parse(this.known.description);
    const open = parsed.kind === 'open' ? parsed.record : null;
    const done = parsed.kind === 'done' ? parsed.record : null;
    const { key, ref } = this.at;
    const { baseline, candidate } = this.versions;
    const phase = open?.phase ?? (done ? 'done' : 'none');
    const revisions = { fromRevision, toRevision: this.known.revisionId };
    const place = { weight: this.weight, phase, epoch: open?.epoch ?? done?.epoch ?? 0 };
    const who = { key, name: ref.functionName, alias: ref.alias, baseline, candidate };
    return { v: 1, type: 'alias.written', at: this.ports.clock.nowMs(), ...who, ...revisions, ...place };
  }
}

/** These leave open whether the write took effect, or may yet. */
const mayHaveLanded = ['timedOut', 'unavailable'];
const worthALook = [...mayHaveLanded, 'preconditionFailed', 'notFound', 'conflict'];

function weightOn(state: AliasState, versions: Versions): Percent {
  if (state.version === versions.candidate && versions.candidate !== versions.baseline) return 100 as Percent;
  return state.additional?.version === versions.candidate ? state.additional.weight : (0 as Percent);
}

function openIn(state: AliasState | null): OpenRecord | null {
  const parsed = Record.parse(state?.description ?? '');
  return parsed.kind === 'open' ? parsed.record : null;
}

function describeState(state: AliasState): string {
  const split = state.additional ? `, ${state.additional.weight}% on ${state.additional.version}` : '';
  return `it serves ${state.version}${split}`;
}
