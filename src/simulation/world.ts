/** A small AWS in virtual time that remembers everything that was done to it, so that a proof can read its history. */
import { ShipitError } from '../core/errors';
import type { LiveFunction } from '../core/function';
import type { AliasState, AliasTarget, NamedAlias } from '../core/lambda';
import type { AlarmReading, Counts } from '../core/ports';
import { AliasRef, type Digest } from '../core/values';
import type { Scheduler } from './scheduler';

export interface AliasWrite {
  readonly atMs: number;
  readonly key: string;
  /** Name of the process, or `foreign`. */
  readonly by: string;
  readonly before: AliasState | null;
  readonly after: AliasState;
}

export interface SimulatedVersion {
  readonly version: string;
  readonly digest: Digest;
}

export interface SimulatedFunction {
  latest: LiveFunction;
  readonly versions: LiveFunction[];
  /** No update is possible before this time. */
  busyUntilMs: number;
}

export class SimulatedWorld {
  readonly aliases = new Map<string, AliasState>();
  readonly history: AliasWrite[] = [];
  readonly functions = new Map<string, SimulatedFunction>();
  /** Accepted calls that change a function: who and what. */
  readonly changes: { readonly atMs: number; readonly by: string; readonly what: string }[] = [];
  /** Time from which an alarm is in ALARM; never for those that stay quiet. */
  readonly alarms = new Map<string, number>();
  /** Share of failing requests by version. */
  readonly errorRates = new Map<string, number>();
  requestsPerMinute = 600;
  private revisions = 0;

  constructor(readonly scheduler: Scheduler) {}

  revision(): string {
    this.revisions += 1;
    return `revision-${this.revisions}`;
  }

  /** UpdateAlias: refuses a stale revision; null for who writes without one, as the console does. */
  writeAlias(key: string, target: AliasTarget, who: { by: string; revisionId: string | null }): AliasState {
    const before = this.aliases.get(key);
    if (!before) throw new ShipitError('notFound', `Alias not found: ${key}`);
    if (who.revisionId !== null && who.revisionId !== before.revisionId) {
      throw new ShipitError('preconditionFailed', `${key} has another revision`);
    }
    return this.setAlias(key, target, { by: who.by, before });
  }

  createAlias(key: string, target: AliasTarget, by: string): AliasState {
    if (this.aliases.has(key)) throw new ShipitError('alreadyExists', `Alias already exists: ${key}`);
    return this.setAlias(key, target, { by, before: null });
  }

  private setAlias(
    key: string,
    target: AliasTarget,
    from: { by: string; before: AliasState | null },
  ): AliasState {
    const { version, additional, description } = target;
    const after = { version, additional, description, revisionId: this.revision() };
    this.aliases.set(key, after);
    this.history.push({ atMs: this.scheduler.nowMs(), key, ...from, after });
    return after;
  }

  aliasesOf(functionName: string): NamedAlias[] {
    if (!this.functions.has(functionName)) return [];
    const prefix = AliasRef.key({ functionName, alias: '' });
    return [...this.aliases.entries()]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, state]) => ({ name: key.slice(prefix.length), ...state }));
  }

  /** As it stood `lateMs` ago: what a late read shows. */
  aliasAt(key: string, lateMs: number): AliasState | null {
    const thenMs = this.scheduler.nowMs() - lateMs;
    const last = this.history.filter((write) => write.key === key && write.atMs <= thenMs).at(-1);
    return last?.after ?? this.aliases.get(key) ?? null;
  }

  alarm(name: string): AlarmReading | null {
    const fromMs = this.alarms.get(name);
    if (fromMs === undefined) return null;
    const fires = this.scheduler.nowMs() >= fromMs;
    const sinceMs = fires ? fromMs : this.scheduler.startMs;
    return {
      name,
      state: fires ? 'ALARM' : 'OK',
      reason: fires ? 'Threshold Crossed' : '',
      sinceMs,
      partial: false,
      windowMs: 60_000,
    };
  }

  /** What a version behind an alias has served, from the weights as they really were. */
  counts(key: string, version: string, span: { fromMs: number; toMs: number }): Counts {
    const writes = this.history.filter((write) => write.key === key);
    let served = 0;
    for (const [index, write] of writes.entries()) {
      const endMs = Math.min(span.toMs, writes[index + 1]?.atMs ?? span.toMs);
      const lengthMs = Math.max(0, endMs - Math.max(span.fromMs, write.atMs));
      served += (lengthMs / 60_000) * this.requestsPerMinute * shareOf(write.after, version);
    }
    const invocations = Math.floor(served);
    return {
      invocations,
      errors: Math.floor(invocations * (this.errorRates.get(version) ?? 0)),
      throttles: 0,
    };
  }
}

function shareOf(state: AliasState, version: string): number {
  const extra = (state.additional?.weight ?? 0) / 100;
  if (state.additional?.version === version) return extra;
  return state.version === version ? 1 - extra : 0;
}
