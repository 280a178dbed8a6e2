/** A small AWS in virtual time that remembers everything that was done to it, so that a proof can read its history. */
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { LiveFunction } from '../core/function';
import type { AliasState, AliasTarget, NamedAlias } from '../core/lambda';
import type { AlarmReading, Counts } from '../core/ports';
import { AliasRef } from '../core/values';
import { readAlarm, type SimulatedAlarm } from './alarms';
import type { Scheduler } from './scheduler';

export interface AliasWrite {
  readonly atMs: number;
  readonly key: string;
  /** Name of the process, or `foreign`. */
  readonly by: string;
  readonly before: AliasState | null;
  /** Null when it was deleted. */
  readonly after: AliasState | null;
}

export interface SimulatedFunction {
  readonly latest: LiveFunction;
  readonly versions: readonly LiveFunction[];
  /** Numbers are never used twice, whatever was removed. */
  readonly newest: number;
  /** No update is possible before this time. */
  readonly busyUntilMs: number;
}

export interface Change {
  readonly atMs: number;
  readonly by: string;
  readonly what: string;
}

export class SimulatedWorld {
  readonly aliases = new Map<string, AliasState>();
  readonly history: AliasWrite[] = [];
  readonly functions = new Map<string, SimulatedFunction>();
  /** Accepted calls that change a function: who and what. */
  readonly changes: Change[] = [];
  readonly alarms = new Map<string, SimulatedAlarm>();
  /** Share of failing requests by version. */
  readonly errorRates = new Map<string, number>();
  /** Provisioned concurrency by function and version. */
  readonly capacity = new Map<string, { readonly amount: number; readonly readyAtMs: number }>();
  capacityFails = false;
  /** What functions answer that are asked for a verdict. */
  readonly answers = new Map<string, () => string>();
  /** What was kept of each release. */
  readonly journals = new Map<string, Event[]>();
  /** How long each event takes until it is kept: nothing in a file, and its time in a bucket far away. */
  journalMs = 0;
  requestsPerMinute = 600;
  private revisions = 0;
  private readonly writes = new Map<string, AliasWrite[]>();
  private readonly past = new Map<string, { readonly atMs: number; readonly was: SimulatedFunction }[]>();

  constructor(readonly scheduler: Scheduler) {}

  revision(): string {
    this.revisions += 1;
    return `revision-${this.revisions}`;
  }

  /** UpdateAlias: refuses a stale revision; null for who writes without one, as the console does. */
  writeAlias(key: string, target: AliasTarget, who: { by: string; revisionId: string | null }): AliasState {
    const before = this.aliases.get(key);
    if (!before) throw new ShipitError('notFound', `Alias not found: ${key}`);
    if (who.revisionId !== null && who.revisionId !== before.revisionId)
      throw new ShipitError('preconditionFailed', `${key} has another revision`);
    this.refuseUnknownVersions(key, target);
    return this.setAlias(key, target, { by: who.by, before });
  }

  createAlias(key: string, target: AliasTarget, by: string): AliasState {
    if (this.aliases.has(key)) throw new ShipitError('alreadyExists', `Alias already exists: ${key}`);
    this.refuseUnknownVersions(key, target);
    return this.setAlias(key, target, { by, before: null });
  }

  removeAlias(key: string, by: string): void {
    const before = this.aliases.get(key);
    if (!before) return;
    this.aliases.delete(key);
    this.remember({ atMs: this.scheduler.nowMs(), key, by, before, after: null });
  }

  aliasesOf(functionName: string): NamedAlias[] {
    if (!this.functions.has(functionName)) return [];
    const prefix = AliasRef.key({ functionName, alias: '' });
    return [...this.aliases.entries()]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, state]) => ({ name: key.slice(prefix.length), ...state }));
  }

  writesOf(key: string): readonly AliasWrite[] {
    return this.writes.get(key) ?? [];
  }

  /** As it stood `lateMs` ago: what a late read shows. Nobody reads back from before there was an alias. */
  aliasAt(key: string, lateMs: number): AliasState | null {
    const now = this.aliases.get(key) ?? null;
    if (lateMs === 0) return now;
    const thenMs = this.scheduler.nowMs() - lateMs;
    return this.writesOf(key).findLast(({ atMs }) => atMs <= thenMs)?.after ?? now;
  }

  functionAt(name: string, lateMs: number): SimulatedFunction | null {
    const now = this.functions.get(name) ?? null;
    if (lateMs === 0) return now;
    const thenMs = this.scheduler.nowMs() - lateMs;
    return this.past.get(name)?.findLast(({ atMs }) => atMs <= thenMs)?.was ?? now;
  }

  setFunction(name: string, now: SimulatedFunction): void {
    this.functions.set(name, now);
    const past = this.past.get(name) ?? [];
    this.past.set(name, past);
    past.push({ atMs: this.scheduler.nowMs(), was: now });
  }

  alarm(name: string, lateMs: number): AlarmReading | null {
    const alarm = this.alarms.get(name);
    return alarm ? readAlarm(name, alarm, this.scheduler.nowMs() - lateMs) : null;
  }

  /** What a version behind an alias has served, from the weights as they really were. */
  counts(key: string, version: string, span: { fromMs: number; toMs: number }): Counts {
    const writes = this.writesOf(key);
    let served = 0;
    for (const [index, { atMs, after }] of writes.entries()) {
      const endMs = Math.min(span.toMs, writes[index + 1]?.atMs ?? span.toMs);
      const lengthMs = Math.max(0, endMs - Math.max(span.fromMs, atMs));
      served += (lengthMs / 60_000) * this.requestsPerMinute * shareOf(after, version);
    }
    const invocations = Math.floor(served);
    const errors = Math.floor(invocations * (this.errorRates.get(version) ?? 0));
    return { invocations, errors };
  }

  private setAlias(
    key: string,
    { version, additional, description }: AliasTarget,
    from: { by: string; before: AliasState | null },
  ): AliasState {
    const after = { version, additional, description, revisionId: this.revision() };
    this.aliases.set(key, after);
    this.remember({ atMs: this.scheduler.nowMs(), key, ...from, after });
    return after;
  }

  private remember(write: AliasWrite): void {
    this.history.push(write);
    const writes = this.writes.get(write.key) ?? [];
    this.writes.set(write.key, writes);
    writes.push(write);
  }

  private refuseUnknownVersions(key: string, { version, additional }: AliasTarget): void {
    const versions = this.functions.get(key.split(':')[0] ?? '')?.versions ?? [];
    const wanted = additional ? [version, additional.version] : [version];
    const missing = wanted.find((one) => !versions.some((known) => known.version === one));
    if (missing !== undefined) throw new ShipitError('notFound', `Function not found: ${key} ${missing}`);
  }
}

function shareOf(state: AliasState | null, version: string): number {
  if (!state) return 0;
  const extra = (state.additional?.weight ?? 0) / 100;
  if (state.additional?.version === version) return extra;
  return state.version === version ? 1 - extra : 0;
}
