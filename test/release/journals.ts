/** Journals of releases, one a minute, for whoever reads them. */
import type { Event, EventOf, FunctionResult } from '../../src/core/events';
import type { Outcome } from '../../src/core/outcome';
import type { Journal } from '../../src/core/ports';
import { Ulid } from '../../src/core/ulid';

const startMs = Date.UTC(2026, 10, 21, 2, 0, 0);

export const idOf = (minute: number): string =>
  Ulid.of(startMs + minute * 60_000, Array(16).fill(minute % 32));

interface Told {
  readonly commit?: string;
  readonly outcome?: Outcome | null;
  readonly because?: string;
  readonly stage?: string;
  /** For how long a release is kept for a person. */
  readonly heldMinutes?: number;
}

/** `{ api: '42' }`: the version that each function got. */
export async function keepRelease(
  journal: Journal,
  minute: number,
  versions: { readonly [key: string]: string },
  { commit, outcome = 'promoted', because = '', stage = '', heldMinutes }: Told = {},
): Promise<string> {
  const release = idOf(minute);
  const at = startMs + minute * 60_000;
  const who = (key: string) => ({ key, name: `orders-${stage}${key}`, alias: 'live' });
  const keys = Object.keys(versions);
  const started: EventOf<'release.started'> = {
    ...{ v: 1, type: 'release.started', at, release, by: 'ann@desk', from: 'desk', commit: commit ?? null },
    ...{ ungated: null, reason: null },
    functions: keys.map((key) => ({ ...who(key), description: '' })),
  };
  const results = keys.map(
    (key): FunctionResult => ({
      ...who(key),
      baseline: '1',
      candidate: versions[key] ?? null,
      outcome: outcome ?? 'failed',
      because,
    }),
  );
  const finished: Event = {
    ...{ v: 1, type: 'release.finished', at: at + 30_000, release, outcome: outcome ?? 'failed' },
    ...{ exitCode: 0, functions: results, problems: [] },
  };
  await journal.append(release, started);
  if (heldMinutes !== undefined) await journal.append(release, left(at, heldMinutes));
  if (outcome !== null) await journal.append(release, finished);
  return release;
}

const left = (at: number, heldMinutes: number): Event => ({
  ...{ v: 1, type: 'rollout.waiting', at, rollout: 'careful', step: 1, weight: 10 },
  ...{ for: 'until', expiresMs: at + heldMinutes * 60_000, then: 'rollback' },
});
