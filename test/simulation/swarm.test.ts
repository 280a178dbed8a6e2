import { violations } from './invariants';
import { play, scriptOf } from './play';

/** Two hundred here; a failing seed is named, and `SEED=n npx jest test/simulation` plays it alone. */
const only = process.env.SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.SEEDS ?? 200) }, (_, index) => index + 1);

test('whatever goes wrong, every release ends, and no invariant is broken on the way', async () => {
  const broken: string[] = [];
  const outcomes = new Map<string, number>();
  const hits = new Map<string, number>();
  for (const seed of seeds) {
    const played = await play(seed, scriptOf(seed));
    if (!played.ended) broken.push(`seed ${seed}: not over after eight hours`);
    for (const sentence of violations(played)) broken.push(`seed ${seed}: ${sentence}`);
    const outcome = played.outcomes.get('owner') ?? 'crashed';
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    for (const [what, count] of played.hits) hits.set(what, (hits.get(what) ?? 0) + count);
  }
  expect(broken).toEqual([]);
  if (only) return;
  // The swarm proves nothing about what it never met.
  for (const outcome of ['promoted', 'rolledBack', 'aborted', 'lost', 'crashed'])
    expect([...outcomes.keys()]).toContain(outcome);
  for (const fault of ['throttled', 'timeoutBefore', 'timeoutAfter', 'errorBefore', 'errorAfter']) {
    expect(hits.get(`UpdateAlias ${fault}`) ?? 0).toBeGreaterThan(5);
  }
}, 60_000);
