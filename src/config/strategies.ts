import { Duration, Percent } from '../core/values';
import { presets } from './presets';
import type { Strategy } from './project';
import type { Rollout, Step } from './schema.gen';

/** Rollouts as the file writes them, checked before, as strategies. */
export function strategiesOf(rollouts: Readonly<{ [name: string]: Rollout }>): { [name: string]: Strategy } {
  return Object.fromEntries(Object.entries(rollouts).map(([name, rollout]) => [name, strategyOf(rollout)]));
}

function strategyOf(rollout: Rollout): Strategy {
  if (typeof rollout === 'string') return presets[rollout] ?? bug(rollout);
  const bakeAfter = rollout.bakeAfter === undefined ? Duration.of(0) : duration(rollout.bakeAfter);
  if ('canary' in rollout) {
    return { kind: 'canary', weight: percent(rollout.canary), bake: bakeOf(rollout.bake), bakeAfter };
  }
  if ('linear' in rollout) {
    return { kind: 'linear', weight: percent(rollout.linear), every: duration(rollout.every), bakeAfter };
  }
  const steps = rollout.steps.map(({ weight, bake }: Step) => ({
    weight: percent(weight),
    bake: bakeOf(bake),
  }));
  return { kind: 'steps', steps, bakeAfter };
}

const bakeOf = (text: string | undefined): Duration | null => (text === undefined ? null : duration(text));

/** The schema has checked the form: what it lets through is a percentage. */
export const percent = (text: string): Percent => Percent.parse(text) ?? bug(text);

const duration = (text: string): Duration => Duration.parse(text) ?? bug(text);

function bug(text: string): never {
  throw new TypeError(`the schema let ${text} through`);
}
