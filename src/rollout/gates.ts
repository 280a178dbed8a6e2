/**
 * What is asked at the end of a step beside alarms and counts: hooks, a person, capacity, whether to stop here. Whatever
 * takes its time runs beside the polls, so that the alarms stay watched, and is asked for again at each of them.
 */
import type { Guard } from '../config/project';
import type { HookTime } from '../core/told';
import type { Percent } from '../core/values';
import type { Step } from '../plan/step';
import { type Context, Contexts } from './context';
import type { Crew } from './crew';
import { Errands } from './errands';
import type { HookMoment, Hooks } from './hooks';
import type { Reserve } from './reserve';

/** `hold`: nothing speaks against the candidate, and the rollout stays where it is. `park`: it was asked to stop here. */
export type Word =
  | { readonly say: 'go' }
  | { readonly say: 'hold' | 'park'; readonly because: string }
  /** `against`: names of the aliases whose candidates are to blame; none where only too little was seen, or nobody came. */
  | { readonly say: 'fail'; readonly because: string; readonly against: readonly string[] };

/** What the evidence of this look leaves open. */
export interface Open {
  /** Why there is too little to judge by; null when there is enough. */
  readonly undecided: string | null;
  /** Alarms in INSUFFICIENT_DATA, where the guard does not let them pass. */
  readonly silent: readonly string[];
}

export interface GateSetting {
  readonly rollout: string;
  readonly steps: readonly Step[];
  readonly guard: Guard | null;
  /** The step to stop at; null for none. */
  readonly until: Percent | null;
  readonly hooks: Hooks;
  readonly reserve: Reserve;
}

const go: Word = { say: 'go' };
const fail = (because: string, against: readonly string[] = []): Word => ({ say: 'fail', because, against });

export class Gates {
  private readonly errands: Errands;
  /** Since when each thing holds, monotonic ms. */
  private readonly since = new Map<string, number>();

  constructor(
    private readonly crew: Crew,
    private readonly setting: GateSetting,
    nudge: () => void,
  ) {
    this.errands = new Errands(nudge);
  }

  /** Only asked when everything could be seen and nothing speaks against the candidate. */
  ask(context: Context, open: Open): Word {
    const { step } = context;
    if (this.crew.desk.paused) return this.pause(context);
    if (step === 0) return this.hooks('preTraffic', context) ?? this.capacity(context) ?? go;
    if (Contexts.isLast(context))
      return this.hooks('postTraffic', context) ?? this.silence(context, open.silent) ?? go;
    if (!Contexts.hasBaked(context)) return go;
    if (context.hurried) return this.capacity(context) ?? go;
    return (
      this.doubt(context, open) ??
      this.hooks('afterStep', context) ??
      // Whoever is asked to stop here leaves the waiting for a person to that person's own machine.
      this.until(context) ??
      this.approval(context) ??
      this.capacity(context) ??
      go
    );
  }

  private pause({ step }: Context): Word {
    return { say: 'hold', because: `paused at step ${step}` };
  }

  /** Too little was seen by the end of the bake. Null when it may go on all the same. */
  private doubt(context: Context, { undecided, silent }: Open): Word | null {
    const { guard } = this.setting;
    if (guard === null) return null;
    const silence = this.silence(context, silent);
    if (silence !== null || undecided === null) return silence;
    return this.inconclusive(`doubt ${context.step}`, context, undecided);
  }

  /** Also at the end of `bakeAfter`; a last step without one is over before anything could be seen of it. */
  private silence(context: Context, [alarm]: readonly string[]): Word | null {
    const { step, steps } = context;
    const isWatched = (steps[step - 1]?.bakeMs ?? 0) > 0 || !Contexts.isLast(context);
    if (alarm === undefined || !isWatched || !Contexts.hasBaked(context)) return null;
    const because = `alarm ${alarm} has no data to say anything by`;
    if (this.setting.guard?.insufficientData === 'fail') return fail(because);
    return this.patience(`silent ${step}`, context, because);
  }

  private inconclusive(key: string, context: Context, because: string): Word | null {
    const { onInconclusive = 'promote' } = this.setting.guard ?? {};
    if (onInconclusive === 'promote') return null;
    if (onInconclusive === 'rollback') return fail(because);
    return this.patience(key, context, because);
  }

  /** Holds for as long as the guard says, then goes back. */
  private patience(key: string, { nowMs }: Context, because: string): Word {
    const sinceMs = this.since.get(key) ?? nowMs();
    this.since.set(key, sinceMs);
    const over = nowMs() - sinceMs >= (this.setting.guard?.holdFor ?? 0);
    return over ? fail(`waited in vain: ${because}`) : { say: 'hold', because };
  }

  private hooks(when: HookTime, context: Context): Word | null {
    const { step, steps } = context;
    const moment: HookMoment = { when, step, weight: steps[step - 1]?.weight ?? (0 as Percent) };
    const extra = when === 'afterStep' ? (steps[step - 1]?.hooks ?? []) : [];
    if (!this.setting.hooks.any(when, extra)) return null;
    const key = `${when} ${step}`;
    const verdict = this.errands.run(key, () => this.setting.hooks.ask(moment, extra));
    if (verdict === null) return { say: 'hold', because: `${when} hooks are running` };
    if (verdict.status === 'fail') return fail(verdict.because, verdict.against);
    return verdict.status === 'pass' ? null : this.inconclusive(key, context, verdict.because);
  }

  private approval(context: Context): Word | null {
    const { step, steps } = context;
    const { approval = null, weight = 0 } = steps[step - 1] ?? {};
    if (approval === null || this.crew.desk.isApproved(step)) return null;
    const because = `step ${step} (${weight}%) waits for approval`;
    const key = `approval ${step}`;
    const known = this.since.get(key);
    const sinceMs = known ?? context.nowMs();
    this.since.set(key, sinceMs);
    const leftMs = sinceMs + approval.expires - context.nowMs();
    if (known === undefined) this.announce(context, leftMs, approval.then);
    if (leftMs > 0) {
      this.askOutside(context, leftMs);
      return { say: 'hold', because };
    }
    if (approval.then === 'continue') return null;
    return fail(`nobody approved step ${step} (${weight}%) in time`);
  }

  /** In the record, for those elsewhere; it has room for one, so several wait one after the other. */
  private askOutside({ step }: Context, expiresInMs: number): void {
    const { clock, ids } = this.crew.ports;
    if (this.crew.desk.isWaiting) return;
    this.crew.desk.say({ what: 'wait', step, nonce: ids.nonce() }, clock.nowMs() + expiresInMs);
    this.crew.post();
  }

  private announce({ step, steps }: Context, expiresInMs: number, then: 'rollback' | 'continue'): void {
    const { clock, tell } = this.crew.ports;
    const at = clock.nowMs();
    const expiresMs = at + expiresInMs;
    const where = { rollout: this.setting.rollout, step, weight: steps[step - 1]?.weight ?? 0 };
    void tell({ v: 1, type: 'rollout.waiting', at, ...where, for: 'approval', expiresMs, then });
  }

  private until({ step, steps }: Context): Word | null {
    const { until } = this.setting;
    if (until === null || steps[step - 1]?.weight !== until || this.crew.desk.isApproved(step)) return null;
    return { say: 'park', because: `stops at ${until}% as asked` };
  }

  /** The candidate has what it needs for its next weight before it gets it. */
  private capacity(context: Context): Word | null {
    const next = Contexts.next(context);
    const weight = context.steps[next - 1]?.weight ?? (0 as Percent);
    if (!this.setting.reserve.any()) return null;
    const verdict = this.errands.run(`capacity ${next}`, () => this.setting.reserve.prepare(weight));
    if (verdict === null) return { say: 'hold', because: `capacity for ${weight}% is being made ready` };
    return verdict.status === 'pass' ? null : fail(verdict.because);
  }
}
