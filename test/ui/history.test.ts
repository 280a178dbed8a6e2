import type { EventOf } from '../../src/core/events';
import type { FunctionStory, ReleaseStory } from '../../src/core/told';
import { historyText } from '../../src/ui/history';
import { plainText } from '../../src/ui/style';

const startMs = Date.UTC(2026, 10, 21, 2, 13, 5);
const minutes = (count: number): number => startMs + count * 60_000;

const api: FunctionStory = {
  ...{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' },
  ...{ outcome: 'promoted', because: 'every step passed' },
  weights: [
    { at: minutes(1), weight: 10 },
    { at: minutes(11), weight: 100 },
  ],
};
const good: ReleaseStory = {
  release: '01JDP3Q8V0ABCDEFGH123F7K2M',
  startedMs: startMs,
  endedMs: minutes(11),
  by: 'run-77@anna',
  from: 'https://github.com/acme/orders/actions/runs/77',
  commit: 'c0ffee0123456789c0ffee0123456789c0ffee01',
  outcome: 'promoted',
  because: 'every step passed',
  functions: [api],
  marks: [],
};
const because = 'alarm api-errors is in ALARM';
const bad: ReleaseStory = {
  ...good,
  release: '01JDP3Q8V0ABCDEFGH123AAAAA',
  ...{ by: 'bob', from: null, commit: null, outcome: 'rolledBack', because, endedMs: minutes(3) },
  functions: ['api', 'mailer', 'worker', 'zebra'].map((key) => ({
    ...api,
    key,
    outcome: 'rolledBack',
    because,
  })),
  marks: [
    { at: minutes(1), text: 'careful: paused at 10%' },
    { at: minutes(2), text: `careful: goes back: ${because}` },
  ],
};
const dead: ReleaseStory = {
  ...good,
  ...{ release: '01JDP3Q8V0ABCDEFGH123BBBBB', endedMs: null, outcome: null, because: '' },
  functions: [{ ...api, outcome: null, because: '', weights: [{ at: minutes(1), weight: 10 }] }],
};

const text = (releases: readonly ReleaseStory[], change: Partial<EventOf<'history.read'>> = {}): string[] =>
  historyText({ v: 1, type: 'history.read', at: minutes(60), releases, ...change }).map(plainText);

describe('the text of the history', () => {
  it('has one line a release', () => {
    expect(text([dead, bad, good])).toEqual([
      'RELEASE  STARTED               TOOK  BY           COMMIT   OUTCOME      VERSIONS                                                   WHY',
      '3BBBBB   2026-11-21 02:13:05Z  -     run-77@anna  c0ffee0  not ended    api 41 -> 42                                               last seen: api at 10%',
      '3AAAAA   2026-11-21 02:13:05Z  3m    bob          -        rolled back  api 41 -> 42, mailer 41 -> 42, worker 41 -> 42 and 1 more  alarm api-errors is in ALARM',
      '3F7K2M   2026-11-21 02:13:05Z  11m   run-77@anna  c0ffee0  released     api 41 -> 42',
    ]);
  });

  it('leaves one release that was asked for to its report', () => {
    expect(text([bad], { release: bad.release })).toEqual([]);
  });

  it('of a first version names it alone, and of what went back by hand says by whom', () => {
    const first = { ...good, functions: [{ ...api, baseline: null, weights: [] }] };
    expect(text([first])[1]).toMatch(/released {2}api 42$/);
    const again = { ...good, because: 'released again by hand by bob' };
    expect(text([again])[1]).toMatch(/released again by hand by bob$/);
  });

  it('says when there is none', () => {
    expect(text([])).toEqual(['No release is kept here.']);
  });
});
