/**
 * What is asked of a release from outside stands in the mailbox of its leader's record, and so does what its owner answers.
 * Each wish is obeyed once. A wish that nobody obeyed yet is written on by every write of the owner, so that none is lost,
 * and it survives its owner: whoever takes over obeys it.
 */
import { type AskedWord, askedWords, type Wish } from '../core/record';

/** What the owner answers: it waits for approval, it is paused, it has left at the step it was asked to stop at. */
export type Answer = 'wait' | 'paused' | 'hold';

export class Desk {
  paused = false;
  /** Whether somebody asked for all of the traffic now. */
  hurried = false;
  /** When what the owner waits for is over, epoch ms; null while it waits for nothing. */
  expiresMs: number | null = null;
  private answer: Wish | null = null;
  private readonly obeyed = new Set<string>();
  private readonly approved = new Set<number>();

  /** Takes in what stands in the mailbox; answers what was asked for the first time, else null. */
  take(wish: Wish | null): (Wish & { readonly what: AskedWord }) | null {
    if (wish === null || !isAsked(wish) || this.obeyed.has(wish.nonce)) return null;
    this.obeyed.add(wish.nonce);
    if (wish.what === 'pause' || wish.what === 'resume') this.paused = wish.what === 'pause';
    if (wish.what === 'approve') this.approved.add(wish.step);
    // Whoever wants all of it, or nothing, does not want it to stand still.
    if (wish.what === 'promote' || wish.what === 'abort') this.paused = false;
    if (wish.what === 'promote') this.hurried = true;
    return wish;
  }

  /** What another process answered before it died. */
  inherit(wish: Wish | null): void {
    if (wish?.what !== 'paused') return;
    this.paused = true;
    this.answer = wish;
  }

  /** Asked of the very process that now owns the release. */
  want(what: 'approve' | 'promote', step: number): void {
    if (what === 'approve') this.approved.add(step);
    else this.hurried = true;
  }

  /** Whether its answer stands in the mailbox, or is about to. */
  get isWaiting(): boolean {
    return this.answer !== null;
  }

  isApproved(step: number): boolean {
    return this.approved.has(step);
  }

  say(answer: Wish | null, expiresMs: number | null): void {
    this.answer = answer;
    this.expiresMs = expiresMs;
  }

  /** What the mailbox gets with the next write: a wish that is not obeyed yet stays in it. */
  mailbox(found: Wish | null): Wish | null {
    return found && isAsked(found) && !this.obeyed.has(found.nonce) ? found : this.answer;
  }
}

function isAsked(wish: Wish): wish is Wish & { readonly what: AskedWord } {
  return askedWords.some((what) => what === wish.what);
}
