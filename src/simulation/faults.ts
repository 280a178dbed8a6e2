/** How calls go wrong: before their effect, after it, or with an effect that comes when nobody expects it any more. */
import { ShipitError } from '../core/errors';
import type { Process, Scheduler } from './scheduler';

export type FaultKind = 'throttled' | 'timeoutBefore' | 'timeoutAfter' | 'errorBefore' | 'errorAfter';

export const faultKinds: readonly FaultKind[] = [
  'throttled',
  'timeoutBefore',
  'timeoutAfter',
  'errorBefore',
  'errorAfter',
];

export interface FaultPlan {
  /** Share of calls that go wrong. */
  rate: number;
  kinds: readonly FaultKind[];
  /** No faults from this time on: what liveness is measured from. */
  untilMs: number;
}

/** How long a caller waits for an answer, and how late an effect may still come. */
const timeoutMs = 10_000;
const latestEffectMs = 20_000;

export class Line {
  /** Hits by call and kind, for the table of what was really tried. */
  readonly hits = new Map<string, number>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly process: Process,
    private readonly faults: FaultPlan,
  ) {}

  /** Sends one call. A process that died gets no answer, yet its request may still take effect. */
  call<T>(name: string, effect: () => T): Promise<T> {
    const fault = this.pick(name);
    if (fault === 'timeoutAfter')
      this.scheduler.after(this.scheduler.chance() * latestEffectMs, () => attempt(effect));
    if (fault === 'errorAfter') this.scheduler.after(this.latencyMs(), () => attempt(effect));
    return new Promise((resolve, reject) => {
      const answer = (ms: number, how: () => void) =>
        this.scheduler.after(ms, () => this.process.alive && how());
      if (fault !== null) {
        const waitMs = fault.startsWith('timeout') ? timeoutMs : this.latencyMs() * 3;
        answer(waitMs, () => reject(errorFor(fault, name)));
        return;
      }
      this.scheduler.after(this.latencyMs(), () => {
        const result = attempt(effect);
        answer(this.latencyMs(), () => ('value' in result ? resolve(result.value) : reject(result.error)));
      });
    });
  }

  private pick(name: string): FaultKind | null {
    const { rate, kinds, untilMs } = this.faults;
    const { chance } = this.scheduler;
    if (chance() >= rate || this.scheduler.nowMs() >= untilMs) return null;
    const kind = kinds[Math.floor(chance() * kinds.length)] ?? null;
    if (kind) this.hits.set(`${name} ${kind}`, (this.hits.get(`${name} ${kind}`) ?? 0) + 1);
    return kind;
  }

  private latencyMs(): number {
    return 10 + this.scheduler.chance() * 150;
  }
}

function attempt<T>(effect: () => T): { value: T } | { error: unknown } {
  try {
    return { value: effect() };
  } catch (error) {
    return { error };
  }
}

function errorFor(fault: FaultKind, name: string): ShipitError {
  if (fault === 'throttled') return new ShipitError('throttled', `${name}: Rate Exceeded.`);
  if (fault.startsWith('timeout')) return new ShipitError('timedOut', `${name} was not answered in time`);
  return new ShipitError('unavailable', `${name}: internal error`);
}
