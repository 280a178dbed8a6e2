import type { Event, EventOf, EventType, FunctionResult } from '../../src/core/events';
import { Ulid } from '../../src/core/ulid';
import { storyOf } from '../../src/release/history';

const startMs = Date.UTC(2026, 10, 21, 2, 13, 5);
const release = Ulid.of(startMs, Array(16).fill(7));
const minutes = (count: number): number => startMs + count * 60_000;

/** What a test does not care about stands here. */
const usual: { readonly [T in EventType]?: Partial<EventOf<T>> } = {
  'release.started': {
    release,
    by: 'ann@desk',
    from: 'desk',
    commit: 'c0ffee',
    ungated: null,
    reason: null,
    functions: [{ key: 'api', name: 'orders-api', alias: 'live', description: '' }],
  },
  'alias.written': {
    ...{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42', weight: 0 },
    ...{ fromRevision: 'r1', toRevision: 'r2', phase: 'bake', epoch: 7 },
  },
  'release.finished': { release, outcome: 'promoted', exitCode: 0, functions: [], problems: [] },
};

const at = <T extends EventType>(minute: number, type: T, change: Partial<EventOf<T>>): Event =>
  ({ v: 1, type, at: minutes(minute), ...usual[type], ...change }) as Event;

const weight = (minute: number, percent: number) => at(minute, 'alias.written', { weight: percent });
const result = (change: Partial<FunctionResult>): FunctionResult => ({
  ...{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' },
  ...{ outcome: 'promoted', because: 'every step passed' },
  ...change,
});

const begun = [
  at(0, 'release.started', {}),
  at(0, 'alias.written', { candidate: null, phase: 'claim' }),
  at(1, 'version.published', { key: 'api', version: '42' }),
  weight(1, 10),
];
const promoted = [
  ...begun,
  weight(11, 100),
  at(11, 'alias.written', { weight: 100, phase: 'done' }),
  at(11, 'release.finished', { functions: [result({}), result({ key: 'same', outcome: 'unchanged' })] }),
];
const byHand = (minute: number, to: string) => [
  at(minute, 'alias.written', { baseline: to, candidate: null, weight: 0, phase: 'done' }),
  at(minute, 'release.finished', {
    ...{ byHand: true, by: 'bob@desk', from: 'tower', outcome: 'rolledBack' },
    functions: [
      result({ baseline: '42', candidate: to, outcome: 'rolledBack', because: `back to ${to} by hand` }),
    ],
  }),
];

describe('the story of a release', () => {
  it('that was promoted: who, from where, what, how it ended, and the weights over time', () => {
    expect(storyOf(release, promoted)).toEqual({
      release,
      startedMs: startMs,
      endedMs: minutes(11),
      by: 'ann@desk',
      from: 'desk',
      commit: 'c0ffee',
      dirty: null,
      outcome: 'promoted',
      because: 'every step passed',
      functions: [
        {
          ...{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' },
          ...{ outcome: 'promoted', because: 'every step passed' },
          weights: [
            { at: minutes(1), weight: 10 },
            { at: minutes(11), weight: 100 },
          ],
        },
      ],
      marks: [],
    });
  });

  it('that went back says why, and that its weight is zero again', () => {
    const because = 'alarm api-errors is in ALARM';
    const story = storyOf(release, [
      ...begun,
      at(3, 'rollout.restoring', { rollout: 'careful', because }),
      weight(3, 0),
      at(3, 'release.finished', {
        outcome: 'rolledBack',
        functions: [result({ outcome: 'rolledBack', because })],
      }),
    ]);
    expect(story).toMatchObject({ outcome: 'rolledBack', because, endedMs: minutes(3) });
    expect(story.functions[0]?.weights.map((one) => one.weight)).toEqual([10, 0]);
    expect(story.marks).toEqual([{ at: minutes(3), text: `careful: goes back: ${because}` }]);
  });

  it('whose process died has no end, and what is known of it', () => {
    expect(storyOf(release, begun)).toMatchObject({
      ...{ endedMs: null, outcome: null, because: '' },
      functions: [{ baseline: '41', candidate: '42', outcome: null, weights: [{ weight: 10 }] }],
    });
  });

  it('that was promoted and then rolled back by hand is not good any more', () => {
    const story = storyOf(release, [...promoted, ...byHand(30, '41')]);
    expect(story).toMatchObject({
      ...{ outcome: 'rolledBack', because: 'rolled back by hand by bob@desk', endedMs: minutes(30) },
      functions: [{ baseline: '41', candidate: '42', outcome: 'rolledBack', because: 'back to 41 by hand' }],
    });
    expect(story.functions[0]?.weights.map((one) => one.weight)).toEqual([10, 100, 0]);
    expect(story.marks).toEqual([
      { at: minutes(30), text: 'moved by hand by bob@desk from tower: api to 41' },
    ]);
  });

  it('whose rollback by hand was undone is good again', () => {
    const story = storyOf(release, [...promoted, ...byHand(30, '41'), ...byHand(31, '42')]);
    expect(story).toMatchObject({ outcome: 'promoted', because: 'released again by hand by bob@desk' });
    expect(story.functions[0]?.weights.map((one) => one.weight)).toEqual([10, 100, 0, 100]);
  });

  it('that was rolled back by hand under way ends as its owner says', () => {
    const because = 'it was rolled back by hand';
    const story = storyOf(release, [
      ...begun,
      ...byHand(3, '41'),
      at(4, 'release.finished', {
        outcome: 'rolledBack',
        functions: [result({ outcome: 'rolledBack', because })],
      }),
    ]);
    expect(story).toMatchObject({ outcome: 'rolledBack', because, endedMs: minutes(4) });
  });

  it('of nothing but a rollback by hand begins with its id', () => {
    expect(storyOf(release, byHand(30, '41'))).toMatchObject({
      ...{ startedMs: startMs, by: 'bob@desk', outcome: 'rolledBack' },
      functions: [{ key: 'api', baseline: '41', outcome: 'rolledBack' }],
    });
  });

  it('that waits for a person is not over, and goes on when somebody drives it', () => {
    const waiting = [
      ...begun,
      at(2, 'rollout.waiting', { rollout: 'careful', weight: 10, for: 'until' }),
      at(2, 'release.finished', {
        outcome: 'waiting',
        functions: [result({ outcome: 'waiting', because: '' })],
      }),
    ];
    expect(storyOf(release, waiting)).toMatchObject({ outcome: 'waiting', endedMs: null });
    const driven = [
      ...waiting,
      at(5, 'rollout.approved', { rollout: 'careful', step: 1 }),
      at(5, 'release.takenOver', { by: 'bob', from: 'ann', because: 'it was approved' }),
    ];
    expect(storyOf(release, driven)).toMatchObject({
      ...{ outcome: null, endedMs: null, functions: [{ outcome: null }] },
      marks: [
        { text: 'careful: left at 10%' },
        { text: 'careful: step 1 is approved' },
        { text: 'bob takes over from ann: it was approved' },
      ],
    });
    const [ended] = promoted.slice(-1) as [Event];
    expect(storyOf(release, [...driven, ended])).toMatchObject({ outcome: 'promoted', endedMs: minutes(11) });
  });

  it('that waits for a person says until when it is kept, for as long as it waits', () => {
    const left = (minute: number, expiresMs: number) => [
      at(minute, 'rollout.waiting', { rollout: 'careful', weight: 10, for: 'until', expiresMs }),
      at(minute, 'release.finished', { outcome: 'waiting', functions: [result({ outcome: 'waiting' })] }),
    ];
    const once = [...begun, ...left(2, minutes(60))];
    expect(storyOf(release, once)).toMatchObject({ outcome: 'waiting', leftUntilMs: minutes(60) });
    const driven = [...once, at(5, 'release.takenOver', { by: 'bob', from: 'ann', because: 'approved' })];
    expect(storyOf(release, driven)).not.toHaveProperty('leftUntilMs');
    expect(storyOf(release, [...driven, ...left(7, minutes(90))])).toMatchObject({
      leftUntilMs: minutes(90),
    });
    const [ended] = promoted.slice(-1) as [Event];
    expect(storyOf(release, [...driven, ended])).not.toHaveProperty('leftUntilMs');
  });

  it('that waited for an approval before it was given up is not kept until then', () => {
    const asks = { rollout: 'careful', weight: 10, for: 'approval', expiresMs: minutes(60) } as const;
    const given = [...begun, at(2, 'rollout.waiting', asks)];
    expect(storyOf(release, given)).not.toHaveProperty('leftUntilMs');
    const waiting = at(3, 'release.finished', { outcome: 'waiting' });
    expect(storyOf(release, [...given, waiting])).not.toHaveProperty('leftUntilMs');
  });

  it('whose beginning another machine has is by whom it was first taken over from', () => {
    const taken = (minute: number, by: string, from: string) =>
      at(minute, 'release.takenOver', { by, from, because: 'it was approved' });
    const [ended] = promoted.slice(-1) as [Event];
    const journal = [
      taken(5, 'bob@tower', 'ann@desk'),
      taken(7, 'eve@rock', 'bob@tower'),
      weight(9, 100),
      ended,
    ];
    expect(storyOf(release, journal)).toMatchObject({
      ...{ by: 'ann@desk', startedMs: startMs, outcome: 'promoted' },
    });
    expect(storyOf(release, [...begun, ...journal])).toMatchObject({ by: 'ann@desk' });
    const unknown = [taken(5, 'bob@tower', 'unknown'), taken(7, 'eve@rock', 'bob@tower')];
    expect(storyOf(release, unknown)).toMatchObject({ by: 'bob@tower' });
  });

  it('tells what people and hooks did to it', () => {
    const hook = {
      rollout: 'careful',
      when: 'afterStep',
      step: 1,
      key: null,
      hook: 'check',
      tookMs: 9,
    } as const;
    const story = storyOf(release, [
      at(0, 'release.started', { ungated: 'alarms are being moved', reason: 'alarms are being moved' }),
      at(1, 'rollout.paused', { rollout: 'careful', step: 1, weight: 10 }),
      at(2, 'wish.obeyed', { what: 'promote', step: 1 }),
      at(2, 'rollout.resumed', { rollout: 'careful', step: 1, weight: 10 }),
      at(3, 'hook.ran', { ...hook, status: 'pass', because: '' }),
      at(4, 'hook.ran', { ...hook, status: 'fail', because: 'exit code 1' }),
    ]);
    expect(story.marks.map(({ text }) => text)).toEqual([
      'nothing watches: alarms are being moved',
      'careful: paused at 10%',
      'asked from outside: promote at step 1',
      'careful: goes on from 10%',
      'careful: afterStep check: pass',
      'careful: afterStep check: FAILED: exit code 1',
    ]);
  });

  it('of a journal of before says nothing of where and of which commit', () => {
    const { from: _, commit: __, ...old } = at(0, 'release.started', {}) as EventOf<'release.started'>;
    expect(storyOf(release, [old as Event])).toMatchObject({ from: null, commit: null, by: 'ann@desk' });
  });
});
