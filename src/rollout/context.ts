/** What the machine knows while it runs, what it is told, and the reasons it gives. */
import type { Outcome } from '../core/outcome';
import type { Step } from '../plan/step';
import type { Verdict } from './judge';
import { limits } from './limits';

/** Why a rollout goes back; `takenOver`: another process has it, and this one leaves it alone. */
export interface Because {
  readonly kind: 'failed' | 'blind' | 'hindered' | 'aborted' | 'foreign' | 'byHand' | 'sibling' | 'takenOver';
  readonly text: string;
}

/** One look at the evidence. */
export interface Evidence {
  /** Monotonic ms at which it was complete; the machine compares it with its own `nowMs`. */
  readonly atMs: number;
  readonly complete: boolean;
  /** The bake was over when it was asked what holds at its end. Had it not been, nothing of that was asked. */
  readonly baked: boolean;
  readonly verdict: Verdict;
  /** Set when an alias is no longer ours. */
  readonly gone: Because | null;
  /** What keeps it where it is although nothing speaks against the candidate; null when it may go on. */
  readonly hold: string | null;
  /** It has come to where it was asked to stop. */
  readonly parked: boolean;
}

export type Shifted =
  | { readonly kind: 'shifted' }
  | { readonly kind: 'again'; readonly because: string }
  | { readonly kind: 'gone'; readonly because: Because };

export interface Ending {
  readonly outcome: Outcome;
  readonly because: string;
}

export interface Context {
  readonly steps: readonly Step[];
  /** The injected clock's monotonic time. */
  readonly nowMs: () => number;
  /** 0 before the first shift, then 1 to steps.length. */
  readonly step: number;
  /** The step that is being taken, or was taken last. */
  readonly taking: number;
  /** When the present bake is over, monotonic ms. */
  readonly dueMs: number;
  /** When the last complete evidence was seen, monotonic ms. */
  readonly seenMs: number;
  /** When something last kept it where it was, monotonic ms. */
  readonly heldMs: number;
  readonly evidence: Evidence | null;
  readonly because: Because | null;
  /** Somebody asked for all of the traffic now: no bake and no step between is waited for any more. */
  readonly hurried: boolean;
  /** Why the last try to take the next step came to nothing; empty when none did. */
  readonly hindrance: string;
  /** All steps are done and baked; the release may close. */
  readonly arrived: boolean;
  readonly ending: Ending | null;
}

export type Signal =
  | { readonly type: 'BACK'; readonly because: Because }
  /** All rollouts of the release have arrived: close, or stop where they were asked to. */
  | { readonly type: 'CLOSE' | 'LEAVE' }
  /** Straight to all of the traffic. */
  | { readonly type: 'PROMOTE' }
  /** Something that was waited for is over. */
  | { readonly type: 'LOOK' };

export const Contexts = {
  /** The number of the step that is taken next. */
  next: ({ hurried, step, steps }: Context): number => (hurried ? steps.length : step + 1),

  isLast: ({ step, steps }: Context): boolean => step === steps.length,

  /** What is waited for at the present step is over: its bake, or any waiting once somebody is in a hurry. */
  hasBaked: ({ hurried, step, steps, dueMs, nowMs }: Context): boolean =>
    nowMs() >= dueMs || (hurried && step < steps.length),
};

/** Why a rollout goes back by itself, in words that carry the evidence. */
export const reasons = {
  failed: ({ evidence }: Context): Because => ({ kind: 'failed', text: evidence?.verdict.because ?? '' }),
  blind: ({ evidence }: Context): Because => ({
    kind: 'blind',
    text: `nothing complete was seen for ${limits.blindMs / 60_000} minutes: ${evidence?.verdict.because ?? ''}`,
  }),
  hindered: ({ hindrance }: Context): Because => ({
    kind: 'hindered',
    text: `the next step could not be taken for ${limits.hinderedMs / 60_000} minutes: ${hindrance}`,
  }),
  /** A bug in an actor must not leave traffic on the candidate. */
  broken: (event: unknown): Because => ({ kind: 'failed', text: `shipit itself failed: ${errorOf(event)}` }),
  stuck: (event: unknown): Ending => ({
    outcome: 'stuck',
    because: `shipit itself failed while leaving: ${errorOf(event)}`,
  }),
};

function errorOf(event: unknown): string {
  const error = typeof event === 'object' && event !== null && 'error' in event ? event.error : event;
  return error instanceof Error ? error.message : String(error);
}
