/** What the machine knows while it runs, what it is told, and the reasons it gives. */
import type { Outcome } from '../core/outcome';
import type { Step } from '../plan/plan';
import type { Verdict } from './judge';
import { limits } from './limits';

/** Why a rollout goes back. */
export interface Because {
  readonly kind: 'failed' | 'blind' | 'hindered' | 'aborted' | 'foreign' | 'byHand' | 'sibling';
  readonly text: string;
}

/** One look at the evidence. */
export interface Evidence {
  /** Monotonic ms at which it was complete; the machine compares it with its own `nowMs`. */
  readonly atMs: number;
  readonly complete: boolean;
  readonly verdict: Verdict;
  /** Set when an alias is no longer ours. */
  readonly gone: Because | null;
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
  /** When the present bake is over, monotonic ms. */
  readonly dueMs: number;
  /** When the last complete evidence was seen, monotonic ms. */
  readonly seenMs: number;
  readonly evidence: Evidence | null;
  readonly because: Because | null;
  /** Why the last try to take the next step came to nothing; empty when none did. */
  readonly hindrance: string;
  /** All steps are done and baked; the release may close. */
  readonly arrived: boolean;
  readonly ending: Ending | null;
}

export type Signal = { readonly type: 'BACK'; readonly because: Because } | { readonly type: 'CLOSE' };

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
    because: `shipit itself failed while restoring: ${errorOf(event)}`,
  }),
};

function errorOf(event: unknown): string {
  const error = typeof event === 'object' && event !== null && 'error' in event ? event.error : event;
  return error instanceof Error ? error.message : String(error);
}
