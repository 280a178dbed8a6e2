import { Duration } from '../core/values';
import { askedOf, type Names } from './asked';
import { presets } from './presets';
import type { Approval, Strategy } from './project';
import type { Canary, Rollout, Step } from './schema.gen';
import { bug, duration, percent } from './units';

/** Rollouts as the file writes them, checked before, as strategies. */
export function strategiesOf(
  rollouts: Readonly<{ [name: string]: Rollout }>,
  names: Names,
): { [name: string]: Strategy } {
  return Object.fromEntries(
    Object.entries(rollouts).map(([name, rollout]) => [name, strategyOf(rollout, names)]),
  );
}

function strategyOf(rollout: Rollout, names: Names): Strategy {
  if (typeof rollout === 'string') return presets[rollout] ?? bug(rollout);
  const bakeAfter = rollout.bakeAfter === undefined ? Duration.of(0) : duration(rollout.bakeAfter);
  if ('canary' in rollout) {
    const { canary, bake, approval } = rollout;
    const plain = { weight: percent(canary), bake: bakeOf(bake), approval: approvalOf(approval) };
    return { kind: 'canary', ...plain, bakeAfter };
  }
  if ('linear' in rollout) {
    return { kind: 'linear', weight: percent(rollout.linear), every: duration(rollout.every), bakeAfter };
  }
  const steps = rollout.steps.map(({ weight, bake, alarms = [], hooks, approval }: Step) => ({
    weight: percent(weight),
    bake: bakeOf(bake),
    alarms,
    hooks: askedOf(hooks, names),
    approval: approvalOf(approval),
  }));
  return { kind: 'steps', steps, bakeAfter };
}

const bakeOf = (text: string | undefined): Duration | null => (text === undefined ? null : duration(text));

function approvalOf(given: Canary['approval']): Approval | null {
  if (given === undefined || given === false) return null;
  const { expires = '24h', then = 'rollback' } = given === true ? {} : given;
  return { expires: duration(expires), then };
}
