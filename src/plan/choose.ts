/** Which functions move together, and along which steps. */
import { nearest } from '../config/nearest';
import { presets } from '../config/presets';
import type { FunctionSpec, Project, Strategy } from '../config/project';
import { ShipitError } from '../core/errors';
import { Duration, Percent } from '../core/values';
import type { Step } from './step';
import { nameOf, toSteps, withBake } from './strategy';

/** What the flags of a command say about the rollout; all null when they say nothing. */
export interface StrategyChoice {
  /** Replaces the steps of every function. */
  readonly strategy: Strategy | null;
  /** Names a rollout for every function. */
  readonly rollout: string | null;
  readonly bake: Duration | null;
}

export interface Chosen {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Keys, sorted. */
  readonly keys: readonly string[];
}

/** For functions that name no rollout, and for canaries that name no bake. */
const builtIn = {
  bake: Duration.of(600_000),
  strategy: { kind: 'canary', weight: Percent.of(10), bake: null, approval: null, bakeAfter: Duration.of(0) },
} as const satisfies { bake: Duration; strategy: Strategy };

/** Sorted by name; functions of one name share their steps. `badConfig` and `badFlag` for a name that nothing has. */
export function choose(project: Project, specs: readonly FunctionSpec[], choice: StrategyChoice): Chosen[] {
  refuseNoRollout(project, choice);
  const groups = new Map<string, { strategy: Strategy; keys: string[] }>();
  for (const spec of specs) {
    const { name, strategy } = strategyOf(project, spec, choice);
    const group = groups.get(name) ?? { strategy, keys: [] };
    group.keys.push(spec.key);
    groups.set(name, group);
  }
  const bake = choice.bake ?? bakeOfNamed(project, specs, choice) ?? builtIn.bake;
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { strategy, keys }]) => {
      const steps = toSteps(choice.bake === null ? strategy : withBake(strategy, choice.bake), bake);
      return { name, steps, keys: keys.sort() };
    });
}

/** The flags take the steps away: with --all-at-once, or with a rollout that has none. */
export function isStepless({ rollouts }: Project, { strategy, rollout }: StrategyChoice): boolean {
  const named = rollout === null ? undefined : (find(rollouts, rollout) ?? find(presets, rollout));
  return (strategy ?? named)?.kind === 'allAtOnce';
}

type Named = { readonly name: string; readonly strategy: Strategy };

function strategyOf(project: Project, spec: FunctionSpec, choice: StrategyChoice): Named {
  if (choice.strategy) return { name: nameOf(choice.strategy), strategy: choice.strategy };
  return namedFor(project, spec, choice) ?? { name: nameOf(builtIn.strategy), strategy: builtIn.strategy };
}

/** What the function's rollout is when no flag gives other steps; null when nobody named one. */
function namedFor(project: Project, spec: FunctionSpec, choice: StrategyChoice): Named | null {
  const name = choice.rollout ?? spec.rollout;
  if (name === null) return null;
  const strategy = find(project.rollouts, name) ?? find(presets, name);
  if (strategy) return { name, strategy };
  throw new ShipitError('badConfig', `${spec.where.rollout ?? spec.key}: ${noRollout(project, name)}`);
}

/** A name that is wrong is wrong for a first release too, which has no steps. */
function refuseNoRollout(project: Project, { rollout: name }: StrategyChoice): void {
  if (name === null || find(project.rollouts, name) || find(presets, name)) return;
  throw new ShipitError('badFlag', `--rollout ${name}: ${noRollout(project, name)}`);
}

function noRollout(project: Project, name: string): string {
  const own = Object.keys(project.rollouts).sort();
  const meant = nearest(name, [...own, ...Object.keys(presets)]);
  const guess = meant === null ? '' : ` (did you mean \`${meant}\`?)`;
  return `there is no rollout ${name}${guess}; the project file has: ${own.join(', ') || 'none'}`;
}

/** A flag that gives other steps keeps the bake of the rollout it replaces; of several, the longest. */
function bakeOfNamed(
  project: Project,
  specs: readonly FunctionSpec[],
  choice: StrategyChoice,
): Duration | null {
  if (choice.strategy === null) return null;
  const bakes = specs.flatMap((spec) => {
    const strategy = namedFor(project, spec, choice)?.strategy;
    return strategy?.kind === 'canary' && strategy.bake !== null ? [strategy.bake] : [];
  });
  return bakes.length === 0 ? null : Duration.of(Math.max(...bakes));
}

/** Own keys only: a rollout called `constructor` is not there. */
function find(table: Readonly<{ [name: string]: Strategy }>, name: string): Strategy | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
