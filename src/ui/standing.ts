/** A row of `status.read` in words: where an alias stands in its release, and what somebody has to know of that. */
import { approvalOfHeld, commandFor, type Meant, placedCommand } from '../core/command';
import type { EventOf } from '../core/events';
import type { AskedRelease, Whereabouts } from '../core/told';
import { show } from './show';

type Reading = EventOf<'status.read'>;
export type Row = Reading['functions'][number];

/** What is known beside a row: where it is, and how releases that are held were asked for. */
interface Around extends Pick<Reading, 'asked'> {
  readonly where: Whereabouts | null;
}

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
  ways({ wish, dueMs, release }: Row, nowMs: number, { where, asked }: Around): string | null {
    const id = where === null || release === null ? null : show.release(release);
    const meant = { where, release: id, step: null };
    if (wish === 'paused') return `it is paused: ${this.waysOut('resume', meant)}`;
    if (wish === 'waiting') return `it waits for approval: ${this.waysOut('approve', meant)}`;
    if (wish !== 'held') return wish ? `${wish} was asked for, and is not obeyed yet` : null;
    if (dueMs !== undefined && dueMs <= nowMs)
      return `it was held until ${show.clock(dueMs)}, and nobody came: \`${commandFor('attach', meant)}\` takes it back`;
    const until = dueMs === undefined ? '' : ` until ${show.clock(dueMs)}`;
    return `it is held${until}, and nobody watches it meanwhile: ${this.heldWays(asked?.[release ?? ''] ?? null, meant)}`;
  },

  /** For a release that nobody drives any more. */
  takeOver({ release }: Row, where: Whereabouts | null): string {
    const id = where === null || release === null ? null : show.release(release);
    return `\`${commandFor('attach', { where, release: id, step: null })}\` takes it over`;
  },

  rollback: (where: Whereabouts | null): string => placedCommand('rollback', where),

  waysOut(what: 'resume' | 'approve', meant: Meant): string {
    return `\`${commandFor(what, meant)}\` goes on, ${this.wayBack(meant)}`;
  },

  /** From here, and along the same course: whoever cannot know that says that flags may belong to it. */
  heldWays(asked: AskedRelease | null, meant: Meant): string {
    const lacks = asked === null ? ' (with the strategy flags of its deploy, if it had any)' : '';
    const from = asked === null ? null : { ...asked, ...meant.where };
    return `\`${approvalOfHeld(from, meant)}\` goes on${lacks}, ${this.wayBack(meant)}`;
  },

  wayBack: (meant: Meant): string => `\`${commandFor('abort', { ...meant, step: null })}\` goes back`,
};
