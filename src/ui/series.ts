/** What was seen of a rollout over time, all of its functions together. */
import type { FunctionView, Total, Totals, View } from './view';

export interface Sample {
  readonly atMs: number;
  readonly weight: number;
  readonly step: number;
  readonly baseline: Total;
  readonly candidate: Total;
}

/** Functions of one rollout are looked at together: what was seen at one time counts as one look. */
export function seriesOf(view: View, rollout: string): Sample[] {
  const samples = new Map<number, Sample>();
  for (const entry of view.functions.values()) {
    if (entry.rollout !== rollout) continue;
    for (const { atMs, weight, step, baseline, candidate } of entry.points) {
      const known = samples.get(atMs);
      const sum = { baseline: plus(known?.baseline, baseline), candidate: plus(known?.candidate, candidate) };
      samples.set(atMs, { atMs, weight, step, ...sum });
    }
  }
  return [...samples.values()].sort((a, b) => a.atMs - b.atMs);
}

function plus(known: Total | undefined, { requests, errors }: Total): Total {
  return { requests: (known?.requests ?? 0) + requests, errors: (known?.errors ?? 0) + errors };
}

/** Of all steps; null where nobody looked. */
export function totalsOf({ earlier, counts }: Pick<FunctionView, 'earlier' | 'counts'>): Totals | null {
  if (counts === null) return earlier;
  return {
    baseline: plus(earlier?.baseline, counts.baseline),
    candidate: plus(earlier?.candidate, counts.candidate),
  };
}
