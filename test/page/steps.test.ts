/** What somebody is told of the steps of a rollout who cannot see how they are drawn. */
import type { Event } from '../../src/core/events';
import { Model } from '../../src/ui/page/model';
import { stepsOf } from '../../src/ui/page/steps';
import { later } from '../ui/examples';
import { bakingOf, stepped } from '../ui/story';
import { finished } from '../ui/tales';

const keys = ['api'];
const baking = bakingOf(keys);

function told(events: readonly Event[]): (readonly [string, string, boolean])[] {
  const model = new Model();
  model.learn(events);
  const [rollout] = model.view.rollouts.values();
  if (!rollout) throw new Error('no rollout was told');
  const steps = stepsOf(model.view, rollout, model.ladders.get(rollout.name));
  return steps.map(({ weight, words, isCurrent }) => [`${weight}%`, words, isCurrent]);
}

test('while it goes on, or waits, one is now and the others are to come', () => {
  const under = [
    ['10%', 'now for 10m', true],
    ['100%', 'to come for 5m', false],
  ];
  expect(told(baking)).toEqual(under);
  const waits = [
    later('rollout.waiting', 60, {}),
    later('rollout.ended', 61, { outcome: 'waiting' }),
    finished(keys, 62, { outcome: 'waiting' }),
  ];
  expect(told([...baking, ...waits])).toEqual(under);
});

test('of a release that was released all are passed', () => {
  const end = [stepped(2, 100, 610), later('rollout.ended', 900, { outcome: 'promoted' })];
  expect(told([...baking, ...end, finished(keys, 911, {})])).toEqual([
    ['10%', 'passed', false],
    ['100%', 'passed', false],
  ]);
});

test.each(['rolledBack', 'aborted', 'lost', 'stuck', 'failed'] as const)(
  'of one that ended %s one was reached last, and none is now or to come',
  (outcome) => {
    expect(
      told([...baking, later('rollout.ended', 60, { outcome }), finished(keys, 62, { outcome })]),
    ).toEqual([
      ['10%', 'reached last', false],
      ['100%', 'not reached', false],
    ]);
  },
);

test('nor of one that only its last word says is over', () => {
  expect(told([...baking, finished(keys, 62, { outcome: 'rolledBack' })])).toMatchObject([
    ['10%', 'reached last', false],
    ['100%', 'not reached', false],
  ]);
});
