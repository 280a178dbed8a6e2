/** Canary and linear end here: what comes out are steps, and nothing behind this file knows another word for them. */
import type { Strategy, StrategyStep } from '../config/project';
import { ShipitError } from '../core/errors';
import { Duration, Percent } from '../core/values';
import { bareStep, type Step } from './step';

/** More steps than anybody watches; a typo (`linear: 0.1%`) makes a thousand. */
const mostSteps = 100;
/** As long as CodeDeploy allows; credentials and patience end sooner. */
const longestMs = 48 * 3_600_000;

const full = Percent.of(100);

/** Weights rise and end at 100 %. `bakeDefault` is for steps that name no bake. `badConfig` names the wrong step. */
export function toSteps(strategy: Strategy, bakeDefault: Duration): Step[] {
  const problem = problemOf(strategy);
  if (problem !== null) throw new ShipitError('badConfig', `rollout ${nameOf(strategy)}: ${problem}`);
  const before = stepsBefore(strategy).map(({ bake, ...step }) => ({ ...step, bakeMs: bake ?? bakeDefault }));
  return [...before, bareStep(full, strategy.bakeAfter)];
}

/** What is wrong with a strategy, naming the step (the first is 1); null when nothing is. */
export function problemOf(strategy: Strategy): string | null {
  if (strategy.kind === 'allAtOnce') return null;
  const odd = problemOfWeight(strategy);
  if (odd !== null) return odd;
  const steps = stepsBefore(strategy);
  if (steps.length === 0) return 'it has no steps';
  if (steps.length > mostSteps) return `it has more than ${mostSteps} steps`;
  for (const [index, step] of steps.entries()) {
    const problem = problemOfStep(step, steps[index - 1] ?? null);
    if (problem !== null) return `step ${index + 1} (${Percent.format(step.weight)}) ${problem}`;
  }
  const totalMs = steps.reduce((sum, { bake }) => sum + (bake ?? 0), 0) + strategy.bakeAfter;
  return totalMs > longestMs ? `it would take longer than ${Duration.format(Duration.of(longestMs))}` : null;
}

/** How a person would say it; the name of a rollout that has none in the project file. */
export function nameOf(strategy: Strategy): string {
  switch (strategy.kind) {
    case 'canary':
    case 'linear':
      return `${strategy.kind} ${Percent.format(strategy.weight)}`;
    case 'steps':
      return `steps ${strategy.steps.map(({ weight }) => Percent.format(weight)).join(' ')}`;
    case 'allAtOnce':
      return 'all at once';
  }
}

/** One bake for every step before the last; for the last when it is the only one. */
export function withBake(strategy: Strategy, bake: Duration): Strategy {
  switch (strategy.kind) {
    case 'canary':
      return { ...strategy, bake };
    case 'linear':
      return { ...strategy, every: bake };
    case 'steps':
      return { ...strategy, steps: strategy.steps.map((step) => ({ ...step, bake })) };
    case 'allAtOnce':
      return { ...strategy, bakeAfter: bake };
  }
}

/** The steps below 100 %. */
function stepsBefore(strategy: Strategy): readonly StrategyStep[] {
  switch (strategy.kind) {
    case 'canary':
      return [{ ...plain(strategy.weight, strategy.bake), approval: strategy.approval }];
    case 'linear':
      return climb(strategy.weight, strategy.every);
    case 'steps':
      return strategy.steps;
    case 'allAtOnce':
      return [];
  }
}

/** Each weight is computed from the first, so that no error of a fraction adds up. */
function climb(weight: Percent, every: Duration): StrategyStep[] {
  const count = Math.min(Math.ceil(full / weight - 1e-9) - 1, mostSteps + 1);
  return Array.from({ length: count }, (_, index) => plain(Percent.of(weight * (index + 1)), every));
}

const plain = (weight: Percent, bake: Duration | null): StrategyStep => ({
  weight,
  bake,
  alarms: [],
  hooks: [],
  approval: null,
});

function problemOfWeight(strategy: Exclude<Strategy, { kind: 'allAtOnce' }>): string | null {
  if (strategy.kind === 'steps') return null;
  const { weight } = strategy;
  return weight > 0 && weight < full ? null : `${Percent.format(weight)} is not between 0% and 100%`;
}

function problemOfStep(step: StrategyStep, before: StrategyStep | null): string | null {
  if (!(step.weight > 0)) return 'gives the new version nothing';
  if (!(step.weight < full)) return 'is too high: the last step to 100% comes by itself';
  if (before !== null && step.weight <= before.weight)
    return `does not rise: the step before has ${Percent.format(before.weight)}`;
  return step.bake === null || step.bake > 0 ? null : 'has no time to watch';
}
