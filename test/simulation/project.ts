/** The project file that leads to a simulated release: whoever takes it over has it too. */

import type { FunctionSpec, Project, Strategy } from '../../src/config/project';
import { Duration } from '../../src/core/values';
import type { StrategyChoice } from '../../src/plan/choose';
import type { Step } from '../../src/plan/step';
import { noBucket } from '../forms';
import type { Release } from './release';

export const noChoice: StrategyChoice = { strategy: null, rollout: null, bake: null };

function strategyOf(steps: readonly Step[]): Strategy {
  const bakeAfter = Duration.of(steps.at(-1)?.bakeMs ?? 0);
  const stops = steps.slice(0, -1).map(({ bakeMs, ...step }) => ({ ...step, bake: Duration.of(bakeMs) }));
  return stops.length === 0 ? { kind: 'allAtOnce', bakeAfter } : { kind: 'steps', steps: stops, bakeAfter };
}

export function projectOf(
  { courses, guard, rollbackScope }: Release,
  specs: readonly FunctionSpec[],
): Project {
  const rollouts = Object.entries(courses).map(([name, steps]) => [name, strategyOf(steps)] as const);
  return {
    name: 'orders',
    file: '/p/lambda.config.yaml',
    root: '/p',
    stage: null,
    place: { region: null, account: null, profile: null, assumeRole: null },
    functions: specs,
    layers: [],
    rollouts: Object.fromEntries(rollouts),
    guard,
    rollbackScope,
    holdFor: Duration.of(7_200_000),
    journal: null,
    notifications: [],
    artifacts: noBucket,
    local: { seed: null },
    secrets: [],
  };
}
