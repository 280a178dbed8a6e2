import { violations } from './invariants/all';
import { play } from './play';
import { scriptOf } from './script';

/** A few hundred here; `npm run simulate` plays thousands, and one alone with its whole history. */
const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

test('whatever goes wrong, every release ends, and no invariant is broken on the way', async () => {
  const broken: string[] = [];
  const outcomes = new Set<string>();
  const hits = new Map<string, number>();
  for (const seed of seeds) {
    const played = await play(seed, scriptOf(seed));
    for (const sentence of violations(played)) broken.push(`seed ${seed}: ${sentence}`);
    outcomes.add(played.outcomes.get('owner') ?? 'crashed');
    for (const [what, count] of played.hits) hits.set(what, (hits.get(what) ?? 0) + count);
  }
  expect(broken).toEqual([]);
  // The swarm proves nothing about what it never met.
  for (const outcome of ['promoted', 'rolledBack', 'aborted', 'lost', 'refused', 'crashed'])
    expect([...outcomes]).toContain(outcome);
  for (const fault of ['throttled', 'timeoutBefore', 'timeoutAfter', 'errorBefore', 'errorAfter'])
    expect(hits.get(`UpdateAlias ${fault}`) ?? 0).toBeGreaterThan(5);
}, 60_000);
