/** A row of `status.read` in words: where an alias stands in its release, and what somebody has to know of that. */
import { commandFor, type Meant } from '../core/command';
import type { EventOf } from '../core/events';
import type { Whereabouts } from '../core/told';
import { show } from './show';

export type Row = EventOf<'status.read'>['functions'][number];

export const standing = {
  /** `step 1, 9m30s left`; null of an alias that does not move. */
  place({ state, step, phase, dueMs, wish }: Row, nowMs: number): string | null {
    if (state !== 'rollingOut' || step === undefined) return null;
    if (phase === 'back') return 'going back';
    if (step === 0) return 'being published';
    const still = wish === 'paused' || wish === 'waiting' || wish === 'held';
    if (still || dueMs === undefined) return `step ${step}`;
    if (phase === 'shift') return `step ${step}, being moved`;
    return `step ${step}, ${dueMs > nowMs ? `${show.time(dueMs - nowMs)} left` : 'bake is over'}`;
  },

  /** `paused`, `pause asked for`; null when nothing holds it and nothing was asked. */
  wish({ wish, dueMs }: Row): string | null {
    if (wish === undefined || wish === null) return null;
    if (wish === 'held') return dueMs === undefined ? 'held' : `held until ${show.clock(dueMs)}`;
    if (wish === 'waiting') return 'waits for approval';
    return wish === 'paused' ? wish : `${wish} asked for`;
  },

  /** Nobody renews its lease any more. One that is held has none. */
  isLeft: ({ state, leaseUntilMs, wish }: Row, nowMs: number): boolean =>
    state === 'rollingOut' && wish !== 'held' && leaseUntilMs !== null && leaseUntilMs <= nowMs,

  /** The ways out of what holds a release; null when nothing does. Where it is belongs to them as far as somebody said. */
  ways({ wish, dueMs, release }: Row, nowMs: number, where: Whereabouts | null): string | null {
    const id = where === null || release === null ? null : show.release(release);
    const goOn = (what: 'resume' | 'approve') => this.waysOut(what, { where, release: id, step: null });
    if (wish === 'paused') return `it is paused: ${goOn('resume')}`;
    if (wish === 'waiting') return `it waits for approval: ${goOn('approve')}`;
    if (wish !== 'held') return wish ? `${wish} was asked for, and is not obeyed yet` : null;
    if (dueMs !== undefined && dueMs <= nowMs)
      return `it was held until ${show.clock(dueMs)}, and nobody came: \`${commandFor('attach', { where, release: id, step: null })}\` takes it back`;
    const until = dueMs === undefined ? '' : ` until ${show.clock(dueMs)}`;
    return `it is held${until}, and nobody watches it meanwhile: ${goOn('approve')}`;
  },

  /** For a release that nobody drives any more. */
  takeOver({ release }: Row, where: Whereabouts | null): string {
    const id = where === null || release === null ? null : show.release(release);
    return `\`${commandFor('attach', { where, release: id, step: null })}\` takes it over`;
  },

  rollback: (where: Whereabouts | null): string =>
    commandFor('rollback', { where, release: null, step: null }),

  waysOut(what: 'resume' | 'approve', meant: Meant): string {
    return `\`${commandFor(what, meant)}\` goes on, ${this.wayBack(meant)}`;
  },

  wayBack: (meant: Meant): string => `\`${commandFor('abort', { ...meant, step: null })}\` goes back`,
};
