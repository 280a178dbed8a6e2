/** Where a release goes that was taken over, and where it stops: pure. Its first owner's direction counts: one that went back never goes on. */
import type { OpenRecord } from '../core/record';
import type { Plan } from '../plan/plan';
import type { Because } from './context';

export type Way =
  | { readonly kind: 'on'; readonly because: string }
  | { readonly kind: 'close'; readonly because: string }
  | { readonly kind: 'back'; readonly because: Because };

export interface Crossroads {
  /** Open records by function key; that of the anchor says what stands in the mailbox. */
  readonly open: ReadonlyMap<string, OpenRecord>;
  readonly anchor: OpenRecord;
  /** How aliases of it were closed that are closed already. */
  readonly closed: readonly ('promoted' | 'back')[];
  /** Aliases that a stranger took, in words. */
  readonly lost: readonly string[];
  /** What comes out of the project file now; null when nothing does. */
  readonly plan: Plan | null;
  readonly scope: Plan['rollbackScope'];
  /** What is asked of a release that was left on purpose. */
  readonly wish: 'approve' | 'promote' | 'abort' | null;
  /** The candidates that are wanted, by function key; null takes whatever they are. */
  readonly wanted: ReadonlyMap<string, string | null> | null;
  readonly nowMs: number;
}

export function wayOf(at: Crossroads): Way {
  if (at.closed.includes('promoted')) return behindOthers(at) ?? others;
  const because = whyBack(at);
  if (because) return { kind: 'back', because };
  return { kind: 'on', because: isSame(at) ? 'the same course comes out of the project file' : 'as asked' };
}

const others: Way = {
  kind: 'close',
  because: 'every step had passed, and some aliases were closed already',
};

/** Where functions go back one by one, one that could not be restored is still on its way when the others are released. */
function behindOthers({ open }: Crossroads): Way | null {
  const all = [...open.values()];
  const behind = all.some(({ phase, weight }) => phase !== 'back' && weight < 100);
  if (!behind || all.some(({ weight }) => weight === 100)) return null;
  return { kind: 'back', because: { kind: 'sibling', text: 'only the others had passed every step' } };
}

function whyBack(at: Crossroads): Because | null {
  const { anchor, wish, lost } = at;
  const [stranger] = lost;
  if (stranger !== undefined) return { kind: 'foreign', text: stranger };
  if (wish === 'abort' || anchor.wish?.what === 'abort')
    return { kind: 'aborted', text: 'aborted from outside' };
  const text = wentBack(at) ?? cannotGoOn(at);
  return text === null ? null : { kind: 'sibling', text };
}

function wentBack({ open, closed, scope }: Crossroads): string | null {
  const phases = [...open.values()].map(({ phase }) => phase === 'back');
  const isBack =
    scope === 'release' ? phases.includes(true) || closed.includes('back') : !phases.includes(false);
  return isBack ? 'it was going back already' : null;
}

function cannotGoOn(at: Crossroads): string | null {
  const { open, anchor, plan, wish, wanted, nowMs } = at;
  if (anchor.wish?.what === 'hold' && nowMs >= anchor.dueS * 1000) return 'nobody approved it in time';
  if ([...open.values()].some(({ candidate }) => candidate === null))
    return 'its owner died before everything was published';
  if (plan === null) return 'the project file does not lead to its course any more';
  if (wanted && [...open].some(([key, { candidate }]) => wanted.get(key) !== candidate))
    return 'its owner is gone, and something else is to be released now';
  const mayDiffer = wish === 'promote' || anchor.wish?.what === 'promote';
  return isSame(at) || mayDiffer
    ? null
    : 'its owner is gone, and the project file leads to another course now';
}

/** Whoever takes it on from where it was left takes it on to the end: each rollout may stand at a step of another number there. */
export function stopOf({ wish: left, until }: OpenRecord, wish: Crossroads['wish']): OpenRecord['until'] {
  const isLifted = left?.what === 'hold' && (wish === 'approve' || wish === 'promote');
  return isLifted ? null : until;
}

/** The step that is meant: a leader that went back alone stands at one of its own. */
export const stepOf = ({ wish, step }: OpenRecord): number => wish?.step ?? step;

const isSame = ({ plan, anchor }: Crossroads): boolean => plan?.course === anchor.plan;
