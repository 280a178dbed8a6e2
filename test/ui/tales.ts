/** Releases from their first event to their last, as their journals have them. */
import type { Event, EventOf } from '../../src/core/events';
import { fold } from '../../src/ui/fold';
import { emptyView, type View } from '../../src/ui/view';
import { later, startMs } from './examples';
import { moved, opening, rolledBack, seen, stepped } from './story';

export const viewOf = (events: readonly Event[]): View => events.reduce(fold, emptyView);

const names = (key: string) => ({ key, name: `orders-${key}`, alias: 'live' });
const because = 'every step passed';

/** Who, from where, of which commit: what `opening` leaves out. */
function begun(keys: readonly string[], change: Partial<EventOf<'release.started'>> = {}): Event[] {
  const from = 'https://github.com/acme/orders/actions/runs/77';
  const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01';
  return opening({ keys }).map((event) =>
    event.type === 'release.started' ? { ...event, from, commit, dirty: false, ...change } : event,
  );
}

/** With the bounds of its error rate and its latency. */
function looked(keys: readonly string[], seconds: number, errors: number): Event {
  const look = seen({ keys, seconds, errors }) as EventOf<'rollout.observed'>;
  const functions = look.functions.map(({ key, baseline, candidate }) => ({
    key,
    baseline: { ...baseline, rate: { low: 0, high: 0.011 }, p99Ms: 84 },
    candidate: { ...candidate, rate: { low: 0.0002, high: 0.043 }, p99Ms: 91.4 },
  }));
  return { ...look, functions };
}

export function finished(
  keys: readonly string[],
  seconds: number,
  change: Partial<EventOf<'release.finished'>>,
): Event {
  const { outcome = 'promoted', problems = [] } = change;
  const why = outcome === 'promoted' ? because : (problems[0] ?? '');
  return later('release.finished', seconds, {
    outcome,
    exitCode: 0,
    functions: keys.map((key) => ({ ...names(key), baseline: '41', candidate: '42', outcome, because: why })),
    problems: [],
    ...change,
  });
}

const ended = (seconds: number): Event => later('rollout.ended', seconds, { outcome: 'promoted', because });

const firstStep = (keys: readonly string[]): Event[] => [
  ...moved(keys, 10, 9),
  stepped(1, 10, 10),
  looked(keys, 25, 0),
  looked(keys, 300, 1),
];

const lastStep = (keys: readonly string[], seconds: number): Event[] => [
  ...moved(keys, 100, seconds),
  stepped(2, 100, seconds + 1),
  ended(seconds + 300),
];

const everything: { readonly [name: string]: () => Event[] } = {
  promoted: () => [
    ...begun(['api', 'worker']),
    ...firstStep(['api', 'worker']),
    later('hook.ran', 605, { status: 'pass', because: 'the smoke test answered 200', tookMs: 1200 }),
    ...lastStep(['api', 'worker'], 610),
    finished(['api', 'worker'], 911, {}),
  ],
  'rolled back': () => [...begun(['api', 'worker']), ...rolledBack(['api', 'worker']).slice(4)],
  waiting: () => [
    ...begun(['api'], { asked: { functions: ['api'], stage: 'prod', alias: null, choice: {}, gated: true } }),
    ...firstStep(['api']),
    later('rollout.waiting', 610, {
      ...{ step: 1, weight: 10, for: 'until', expiresMs: startMs + 7_800_000, then: 'rollback' },
    }),
    finished(['api'], 611, { outcome: 'waiting', exitCode: 6 }),
  ],
  refused: () => [
    ...begun(['api']).slice(0, 1),
    finished([], 2, {
      ...{ release: null, outcome: 'refused', exitCode: 2 },
      problems: ['alarm orders-api-errors is in ALARM', 'orders-api: a rollout of ben is under way'],
    }),
  ],
  'taken over': () => [
    ...begun(['api']),
    ...firstStep(['api']),
    later('release.takenOver', 700, { because: 'its lease had ended', by: 'ben@desk', from: 'anna' }),
    looked(['api'], 705, 0),
    later('control.sent', 710, { what: 'promote', by: 'cleo@tower', step: 1 }),
    later('wish.obeyed', 720, { what: 'promote', step: 1 }),
    ...lastStep(['api'], 730),
    finished(['api'], 1031, {}),
  ],
  'fifty functions': () => {
    const keys = Array.from({ length: 50 }, (_, index) => `fn${String(index).padStart(2, '0')}`);
    const [one = ''] = keys;
    const look = seen({ keys, seconds: 300, errors: 0 }) as EventOf<'rollout.observed'>;
    const failing = look.functions.map((counts) =>
      counts.key === one ? { ...counts, candidate: { ...counts.candidate, errors: 2 } } : counts,
    );
    return [
      ...begun(keys),
      ...moved(keys, 10, 9),
      stepped(1, 10, 10),
      seen({ keys, seconds: 25, errors: 0 }),
      { ...look, functions: failing },
      ...lastStep(keys, 610),
      finished(keys, 911, {}),
    ];
  },
};

export const tales = Object.entries(everything).map(([name, events]) => [name, events()] as const);

/** The journal of a release of before: no plan, no place, no commit, no digests. */
export const olderJournal = (): Event[] => [
  ...opening({ keys: ['api'] }).slice(1, 2),
  ...moved(['api'], 10, 9),
  ...moved(['api'], 100, 610),
  finished(['api'], 911, {}),
];
