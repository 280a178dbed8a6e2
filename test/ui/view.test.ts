/** What the views know of a release: the same as its story says, whatever became of it, and never too much. */
import type { Event, EventOf } from '../../src/core/events';
import { storyOf } from '../../src/release/history';
import { fold } from '../../src/ui/fold';
import { thinned } from '../../src/ui/thin';
import { emptyView } from '../../src/ui/view';
import { later, release } from './examples';
import { moved, opening, seen, stepped } from './story';
import { finished, tales, viewOf } from './tales';

const api = { key: 'api', name: 'orders-api', alias: 'live' };
const byHand = (seconds: number, to: string): Event[] => [
  later('alias.written', seconds, { ...api, baseline: to, candidate: null, weight: 0, phase: 'done' }),
  later('release.finished', seconds, {
    ...{ byHand: true, by: 'bob@desk', outcome: 'rolledBack', problems: [] },
    functions: [{ ...api, baseline: '42', candidate: to, outcome: 'rolledBack', because: `back to ${to}` }],
  }),
];

const promoted = [
  ...opening({ keys: ['api'] }),
  ...moved(['api'], 10, 9),
  ...moved(['api'], 100, 610),
  finished(['api'], 911, {}),
];

const also: readonly (readonly [string, Event[]])[] = [
  ['rolled back by hand afterwards', [...promoted, ...byHand(2000, '41')]],
  ['rolled back by hand, and released again', [...promoted, ...byHand(2000, '41'), ...byHand(2100, '42')]],
  ['left by its owner', promoted.slice(0, -1)],
];

describe('the view and the story of a release', () => {
  it.each([...tales.filter(([name]) => name !== 'refused'), ...also])(
    'agree on one that was %s',
    (_name, events) => {
      const view = viewOf(events);
      const story = storyOf(release, events);
      expect(view.ended?.outcome ?? null).toBe(story.outcome);
      expect(view.ended?.because ?? '').toBe(story.because);
      expect([view.by, view.from, view.commit, view.startedMs]).toEqual([
        story.by,
        story.from,
        story.commit,
        story.startedMs,
      ]);
      expect(
        [...view.functions.values()].map(({ key, baseline, candidate, result, weight }) => [
          ...[key, baseline, candidate, result?.outcome ?? null, result?.because ?? '', weight],
        ]),
      ).toEqual(
        story.functions.map(({ key, baseline, candidate, outcome, because, weights }) => [
          ...[key, baseline, candidate, outcome, because, weights.at(-1)?.weight ?? 0],
        ]),
      );
    },
  );
});

describe('the timeline of a release', () => {
  it('says who asked for what was obeyed', () => {
    const { marks } = viewOf([
      ...opening({ keys: ['api'] }),
      later('control.sent', 20, { what: 'pause', by: 'cleo@tower' }),
      later('rollout.paused', 30, { step: 1, weight: 10 }),
    ]).timeline;
    expect(marks.at(-1)).toMatchObject({ text: 'paused at step 1', by: 'cleo@tower', weight: 10 });
  });

  it('tells five hundred functions that move together as one', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `f${index}`);
    const { marks } = viewOf([...opening({ keys }), ...moved(keys, 10, 9), stepped(1, 10, 10)]).timeline;
    expect(marks.map(({ kind }) => kind)).toEqual(['begin', 'begin', 'weight', 'step']);
    expect(marks[2]).toMatchObject({ keys: ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'], others: 494 });
  });

  it('says of each step what it came to, above what was written after it', () => {
    const { marks } = viewOf([
      ...opening({ keys: ['api'] }),
      ...moved(['api'], 10, 9),
      stepped(1, 10, 10),
      seen({ keys: ['api'], seconds: 600, errors: 1 }),
      ...moved(['api'], 100, 600),
      stepped(2, 100, 601),
    ]).timeline;
    expect(marks.slice(-3).map(({ text }) => text)).toEqual([
      'step 1 is over: 1 alarm quiet',
      '100% to the candidate',
      'step 2 of 2: 100%, watched for 5m',
    ]);
    expect(marks.at(-3)?.seen).toEqual({
      baseline: { requests: 5400, errors: 0 },
      candidate: { requests: 600, errors: 1 },
    });
  });

  it('keeps its beginning and its end when it goes on for days', () => {
    const flaps = Array.from({ length: 3000 }, (_, index) =>
      seen({
        keys: ['api'],
        seconds: 20 + 15 * index,
        errors: 0,
        change: { alarms: [{ name: 'a', state: index % 2 === 0 ? 'OK' : 'ALARM' }] },
      }),
    );
    const { timeline } = viewOf([...opening({ keys: ['api'] }), ...flaps, ...promoted.slice(-1)]);
    expect(timeline.marks.length).toBe(400);
    expect(timeline.left).toBeGreaterThan(2000);
    expect(timeline.marks[0]?.text).toBe('started by anna');
    expect(timeline.marks.at(-1)?.text).toBe('release: released');
  });
});

describe('what was seen in all steps', () => {
  const twoSteps = [
    ...opening({ keys: ['api'] }),
    stepped(1, 10, 10),
    seen({ keys: ['api'], seconds: 100, errors: 1 }),
    stepped(2, 50, 110),
    seen({ keys: ['api'], seconds: 200, errors: 2, change: { step: 2 } }),
  ];

  it('is the sum of what each came to', () => {
    expect(viewOf(twoSteps).functions.get('api')).toMatchObject({
      earlier: { candidate: { requests: 100, errors: 1 } },
      counts: { candidate: { requests: 200, errors: 2 } },
    });
  });

  it('counts what was seen before somebody took it over', () => {
    const taken = [
      ...twoSteps,
      later('release.takenOver', 300),
      seen({ keys: ['api'], seconds: 310, errors: 0, change: { step: 2 } }),
    ];
    expect(viewOf(taken).functions.get('api')).toMatchObject({
      earlier: { candidate: { requests: 300, errors: 3 } },
      counts: { candidate: { requests: 310, errors: 0 } },
    });
  });
});

describe('the events of a long release, for a page', () => {
  const keys = Array.from({ length: 100 }, (_, index) => `f${index}`);
  const looks = Array.from({ length: 400 }, (_, index) => {
    const alarms = [{ name: 'a', state: index === 200 ? 'ALARM' : 'OK' }];
    const step = index < 100 ? 1 : 2;
    return seen({ keys, seconds: 20 + 15 * index, errors: 0, change: { step, alarms } });
  }) as EventOf<'rollout.observed'>[];
  const events = [...opening({ keys }), ...looks, finished(keys, 9000, {})];

  it('are fewer looks, but for those that brought news', () => {
    const kept = thinned(events, 1_000_000);
    const few = kept.filter(({ type }) => type === 'rollout.observed');
    expect(few.length).toBeLessThan(60);
    expect(few.length).toBeGreaterThan(20);
    for (const index of [0, 99, 100, 200, 201, 399]) expect(few).toContain(looks[index]);
  });

  it('lead to the same view but for points between', () => {
    const strip = (all: readonly Event[]) => {
      const view = all.reduce(fold, emptyView);
      return [view.timeline, view.ended, [...view.functions.values()].map(({ points, ...entry }) => entry)];
    };
    expect(strip(thinned(events, 1_000_000))).toEqual(strip(events));
  });

  it('are all of them where there are few', () => {
    expect(thinned(events, 100_000_000)).toEqual(events);
  });
});
