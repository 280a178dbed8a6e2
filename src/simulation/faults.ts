/** How calls go wrong: before their effect, after it, or with an effect that comes when nobody expects it any more. */
import { ShipitError } from '../core/errors';
import type { Process } from './process';
import type { Scheduler } from './scheduler';

export type FaultKind =
  | 'throttled'
  | 'timeoutBefore'
  | 'timeoutAfter'
  | 'errorBefore'
  | 'errorAfter'
  /** Answers in its own time, so calls overtake each other. */
  | 'slow'
  /** A read shows what stood there up to five seconds ago. */
  | 'stale'
  /** For a while, or for good. */
  | 'denied'
  | 'expired';

/** Those that hit calls one by one; the others hit every call of a span. */
export const faultKinds = [
  'throttled',
  'timeoutBefore',
  'timeoutAfter',
  'errorBefore',
  'errorAfter',
  'slow',
  'stale',
] as const satisfies readonly FaultKind[];

/** Calls that AWS refuses for a while, or for good. */
export interface Refusal {
  readonly kind: 'denied' | 'expired';
  readonly fromMs: number;
  readonly untilMs: number;
  /** Names of the calls; null for all. */
  readonly calls: readonly string[] | null;
}

/** What becomes of the process with one of its calls. */
export interface Cut {
  /** Counted from 1. */
  readonly call: number;
  readonly how: CutKind;
}

export type CutKind = 'crash' | 'crashWithEffect' | 'crashLate' | 'pause';

export interface FaultPlan {
  /** Share of calls that go wrong. */
  readonly rate: number;
  /** Calls of which most go wrong, from the beginning on: those that are made once need it to be met in every way. */
  readonly focus: readonly string[];
  readonly kinds: readonly (typeof faultKinds)[number][];
  readonly fromMs: number;
  /** No faults from this time on: what liveness is measured from. */
  readonly untilMs: number;
  readonly refusals: readonly Refusal[];
  readonly cut: Cut | null;
}

/** How long a caller waits for an answer, how late an effect may still come, and how old a read may be. */
const timeoutMs = 10_000;
export const latestEffectMs = 20_000;
const oldestReadMs = 5000;
const slowestMs = 8000;
const focusRate = 0.8;
/** Of a process that is cut off: its request lands long after, and it wakes up when its lease is over. */
const lateMs = 15_000;
const pauseMs = 200_000;

type Effect<T> = (lateMs: number) => T;

export class Line {
  /** Hits by call and kind, for the table of what was really tried. */
  readonly hits = new Map<string, number>();
  calls = 0;
  /** Name of each call, for those who cut at every one of them. */
  readonly names: string[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    private readonly process: Process,
    private readonly faults: FaultPlan,
  ) {}

  /** Sends one call. A process that died gets no answer, yet its request may still take effect. */
  call<T>(name: string, effect: () => T): Promise<T> {
    return this.send(name, effect, false);
  }

  /** The same for a read, which may show what stood there `lateMs` ago. */
  read<T>(name: string, effect: Effect<T>): Promise<T> {
    return this.send(name, effect, true);
  }

  /** Something that does not fail, as on the machine itself; yet it may take its time, and the process may end right there. */
  local<T>(name: string, effect: () => T, takesMs = 0): Promise<T> {
    const how = this.pass(name);
    if (!this.process.alive) {
      if (how === 'crashWithEffect') attempt(effect);
      return never();
    }
    return new Promise((resolve) => {
      const value = effect();
      const answer = () => this.process.receive(() => resolve(value));
      if (takesMs > 0) this.scheduler.after(takesMs, answer);
      else answer();
    });
  }

  private send<T>(name: string, effect: Effect<T>, isRead: boolean): Promise<T> {
    if (!this.process.alive) return never();
    const how = this.pass(name);
    if (how !== null && how !== 'pause') return this.lose(how, () => effect(0));
    const fault = this.pick(name, isRead);
    if (fault === 'timeoutAfter') this.later(this.scheduler.chance() * latestEffectMs, effect);
    if (fault === 'errorAfter') this.later(this.latencyMs(), effect);
    return new Promise((resolve, reject) => {
      const answer = (ms: number, then: () => void) =>
        this.scheduler.after(ms, () => this.process.receive(then));
      if (fault !== null && fault !== 'slow' && fault !== 'stale') {
        const waitMs = fault.startsWith('timeout') ? timeoutMs : this.latencyMs() * 3;
        answer(waitMs, () => reject(errorFor(fault, name)));
        return;
      }
      const lateMs = fault === 'stale' ? this.scheduler.chance() * oldestReadMs : 0;
      const onTheWayMs = () =>
        fault === 'slow' ? this.scheduler.chance() * (slowestMs / 2) : this.latencyMs();
      this.scheduler.after(onTheWayMs(), () => {
        const result = attempt(() => effect(lateMs));
        answer(onTheWayMs(), () => ('value' in result ? resolve(result.value) : reject(result.error)));
      });
    });
  }

  /** Counts the call, and ends or freezes the process where that is wanted. */
  private pass(name: string): CutKind | null {
    if (!this.process.alive) return null;
    this.calls += 1;
    this.names.push(name);
    const { cut } = this.faults;
    if (cut?.call !== this.calls) return null;
    if (cut.how === 'pause') this.process.freeze(pauseMs);
    else this.process.die();
    return cut.how;
  }

  private lose<T>(how: CutKind, effect: () => unknown): Promise<T> {
    if (how === 'crashWithEffect') this.later(this.latencyMs(), effect);
    if (how === 'crashLate') this.later(lateMs, effect);
    return never();
  }

  private later(ms: number, effect: Effect<unknown>): void {
    this.scheduler.after(ms, () => attempt(() => effect(0)));
  }

  private pick(name: string, isRead: boolean): FaultKind | null {
    const { kinds, fromMs, untilMs, focus } = this.faults;
    const { chance } = this.scheduler;
    const nowMs = this.scheduler.nowMs();
    const refused = this.refused(name);
    if (refused) return this.hit(name, refused);
    const isFocus = focus.includes(name);
    const rate = isFocus ? focusRate : this.faults.rate;
    if (chance() >= rate || (nowMs < fromMs && !isFocus) || nowMs >= untilMs) return null;
    const kind = kinds[Math.floor(chance() * kinds.length)] ?? null;
    return kind === null || (kind === 'stale' && !isRead) ? null : this.hit(name, kind);
  }

  private refused(name: string): FaultKind | null {
    const nowMs = this.scheduler.nowMs();
    const found = this.faults.refusals.find(
      ({ fromMs, untilMs, calls }) =>
        fromMs <= nowMs && nowMs < untilMs && (calls === null || calls.includes(name)),
    );
    return found?.kind ?? null;
  }

  private hit(name: string, kind: FaultKind): FaultKind {
    const cell = `${name} ${kind}`;
    this.hits.set(cell, (this.hits.get(cell) ?? 0) + 1);
    return kind;
  }

  private latencyMs(): number {
    return 10 + this.scheduler.chance() * 150;
  }
}

const never = <T>(): Promise<T> => new Promise(() => {});

function attempt<T>(effect: () => T): { value: T } | { error: unknown } {
  try {
    return { value: effect() };
  } catch (error) {
    return { error };
  }
}

function errorFor(fault: FaultKind, name: string): ShipitError {
  if (fault === 'throttled') return new ShipitError('throttled', `${name}: Rate Exceeded.`);
  if (fault === 'denied') return new ShipitError('accessDenied', `not authorized to perform lambda:${name}`);
  if (fault === 'expired') return new ShipitError('expiredCredentials', 'the security token has expired');
  if (fault.startsWith('timeout')) return new ShipitError('timedOut', `${name} was not answered in time`);
  return new ShipitError('unavailable', `${name}: internal error`);
}
