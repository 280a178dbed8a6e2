/** What the page says first, and which of its buttons would be obeyed. */
import type { Event } from '../../src/core/events';
import { actionsFor, decisionOf, unknownOf } from '../../src/ui/page/decision';
import { Model } from '../../src/ui/page/model';
import { nowhere } from '../forms';
import { examples, later, startMs } from '../ui/examples';
import { begun, rolling, wentBack } from './telling';

const keys = ['api', 'jobs'];
const under = [...begun(keys), ...rolling({ keys, readings: 5, failing: 0 })];

function modelOf(events: readonly Event[]): Model {
  const model = new Model();
  model.learn(events);
  return model;
}

const decided = (events: readonly Event[]) => decisionOf(modelOf(events), startMs + 200_000);
const buttons = (events: readonly Event[]) => [...actionsFor(modelOf(events))].sort();

test('a step that bakes says how long, and can be paused', () => {
  expect(decided(under)).toMatchObject({
    tone: 'plain',
    title: 'Step 1 of 3: 5% to the candidates',
    next: '7m left at this step.',
  });
  expect(buttons(under)).toEqual(['abort', 'pause', 'promote']);
});

test('what waits for a person says for what, and can be approved or resumed', () => {
  const waiting = [...under, later('rollout.waiting', 700, { rollout: 'careful' })];
  expect(decided(waiting)).toMatchObject({ tone: 'warn', title: 'Waits for approval at step 1, 5%' });
  expect(buttons(waiting)).toEqual(['abort', 'approve', 'promote']);
  const paused = [...under, later('rollout.paused', 700, { rollout: 'careful' })];
  expect(decided(paused).title).toBe('Paused at step 1, 5%');
  expect(buttons(paused)).toEqual(['abort', 'promote', 'resume']);
});

test('what went back says why first, and which version serves; no button is left', () => {
  const back = [...under, ...wentBack(keys, 990)];
  expect(decided(back)).toEqual({
    tone: 'bad',
    title: 'Rolled back',
    because: 'Alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5',
    next: 'Both functions are back on the version before.',
  });
  expect(buttons(back)).toEqual([]);
});

test('an owner that is silent comes before where it stands', () => {
  const rows = { ...examples['status.read'], at: startMs + 200_000 };
  expect(decided([...under, rows])).toMatchObject({ tone: 'warn', title: 'Its owner does not answer' });
  const where = { ...nowhere, stage: 'prod' };
  expect(decided([{ ...rows, where }]).next).toBe(
    'Nobody watches it. `shipit attach --stage prod --release 3F7K2M` takes it over, `shipit rollback --stage prod` ends it.',
  );
});

test('without a journal the page says what it cannot know, and with one what was seen from outside gives way', () => {
  const outside = modelOf([later('status.read', 10)]);
  expect(unknownOf(outside)).toMatch(/^Only the aliases can be seen from here/);
  expect(decisionOf(outside, startMs).title).toBe('Step 1: 10% to the candidate');
  const told = modelOf([later('status.read', 10), ...under]);
  expect(unknownOf(told)).toBeNull();
  expect([...told.view.rollouts.keys()]).toEqual(['careful']);
});

test('an event that nobody here knows changes nothing', () => {
  const strange = { v: 1, type: 'from.the.future', at: startMs } as unknown as Event;
  expect(decided([...under, strange])).toEqual(decided(under));
});

test('steps that were typed are known before they come', () => {
  const choice = { strategy: { kind: 'linear', weight: 25, every: 60_000 }, rollout: null, bake: null };
  const asked = { stage: null, alias: null, functions: ['api'], gated: true, choice };
  const model = modelOf([later('release.started', 0, { asked }), later('rollout.stepped', 5)]);
  expect(model.ladders.get('careful')?.planned.map(({ weight }) => weight)).toEqual([25, 50, 75]);
});
