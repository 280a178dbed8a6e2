/** The group of a function says of an event what the log said while it happened. */
import { Groups } from '../../action/groups';
import type { Event, EventOf } from '../../src/core/events';
import { describe as describeEvent, emptyMemory } from '../../src/ui/describe';
import { toJson } from '../../src/ui/json';

const trial = { version: '1', requests: 10, errors: 0 };
const seen = (at: number, dueMs: number): EventOf<'rollout.observed'> => ({
  ...{ v: 1, type: 'rollout.observed', at, rollout: 'all', step: 1, weight: 10, dueMs },
  functions: [{ key: 'api', baseline: trial, candidate: { ...trial, version: '2' } }],
  ...{ alarms: [], verdict: 'pass', because: 'all is well' },
});

/** A log keeps an event with whole milliseconds. */
const kept = (event: Event): Event => {
  const { at, ...rest } = JSON.parse(JSON.stringify(toJson(event))) as { at: string };
  return { ...rest, at: Date.parse(at) } as unknown as Event;
};

test.each([
  [1_700_000_000_000.7, 1_700_000_000_000.3],
  [1_700_000_000_000.2, 1_700_000_000_000.9],
  [1_700_000_000_000.9, 1_700_000_001_500.1],
  [1_700_000_000_999.9, 1_700_000_061_499.2],
])('seen at %d, due at %d', (at, dueMs) => {
  const event = seen(at, dueMs);
  const [live = ''] = describeEvent(event, emptyMemory);
  const groups = new Groups();
  groups.hear(kept(event));
  const [line = ''] = groups.of(['api'])[0]?.lines ?? [];
  expect(line.replace(/^\S+ /, '')).toBe(live);
});
