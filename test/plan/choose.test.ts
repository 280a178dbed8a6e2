import { Duration } from '../../src/core/values';
import { isStepless, type StrategyChoice } from '../../src/plan/choose';
import { project } from './scene';

const chosen = (choice: Partial<StrategyChoice>) =>
  isStepless(project([], { sudden: { kind: 'allAtOnce', bakeAfter: Duration.of(0) } }), {
    strategy: null,
    rollout: null,
    bake: null,
    ...choice,
  });

test.each([
  ['--all-at-once', { strategy: { kind: 'allAtOnce', bakeAfter: Duration.of(0) } }, true],
  ['a preset without', { rollout: 'AllAtOnce' }, true],
  ['a rollout of the file without', { rollout: 'sudden' }, true],
  ['a preset with steps', { rollout: 'Canary10Percent5Minutes' }, false],
  ['one that nobody knows, which is refused elsewhere', { rollout: 'gone' }, false],
  ['no flag at all', {}, false],
] as const)('whether flags take the steps away: %s', (_what, choice, stepless) => {
  expect(chosen(choice)).toBe(stepless);
});
