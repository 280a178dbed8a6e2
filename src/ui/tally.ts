/** Where functions stand, in words that many of them share, and which of them need somebody to look. */
import type { Outcome } from '../core/outcome';
import { outcomeWords } from './show';
import { type FunctionView, type RolloutView, rolloutOf, type View } from './view';

/** What became of it; null while it moves. */
export function outcomeOf(view: View, entry: FunctionView): Outcome | null {
  const result = view.finished?.functions.find(({ key }) => key === entry.key);
  return result?.outcome ?? rolloutOf(view, entry)?.outcome ?? null;
}

const waitWords = { resume: 'paused', approval: 'waiting for approval', until: 'left' } as const;

function stateOf(view: View, entry: FunctionView): string {
  const outcome = outcomeOf(view, entry);
  if (outcome !== null) return outcomeWords[outcome];
  const rollout = rolloutOf(view, entry);
  if (rollout === null || rollout.step === 0)
    return entry.candidate === null ? 'being prepared' : 'published';
  return `${bakeWord(rollout)} at ${entry.weight}%`;
}

function bakeWord({ back, waits, held }: RolloutView): string {
  if (back !== null) return 'going back';
  if (waits !== null) return waitWords[waits.for];
  return held === null ? 'baking' : 'held';
}

/** `38 baking at 10%, 9 published, 3 released`, the most first. */
export function tally(view: View, entries: readonly FunctionView[]): string {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const state = stateOf(view, entry);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}

const loudness: { readonly [O in Outcome]?: number } = {
  stuck: 6,
  lost: 5,
  failed: 5,
  aborted: 3,
  rolledBack: 3,
};

/** 0 when all is well with it. A candidate that fails more often than the baseline is looked at before anybody judges it. */
export function urgencyOf(view: View, entry: FunctionView): number {
  const outcome = outcomeOf(view, entry);
  if (outcome !== null) return loudness[outcome] ?? 0;
  const excess = excessOf(entry);
  if ((rolloutOf(view, entry)?.back ?? null) !== null) return 4 + excess;
  return excess > 0 ? 1 + excess : 0;
}

function excessOf({ counts }: FunctionView): number {
  if (counts === null || counts.candidate.errors === 0) return 0;
  const { candidate, baseline } = counts;
  const rate = candidate.errors / Math.max(1, candidate.requests);
  return Math.max(0, rate - baseline.errors / Math.max(1, baseline.requests));
}
