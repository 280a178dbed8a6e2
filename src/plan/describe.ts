import type { EventOf } from '../core/events';
import { type Plan, totalMs } from './plan';

/** The plan as it is told. `rollout` is empty for functions that do not move along one. */
export function planMade(plan: Plan, at: number): EventOf<'plan.made'> {
  const rolloutOf = new Map(
    plan.rollouts.flatMap(({ name, functions }) => functions.map(({ spec }) => [spec.key, name] as const)),
  );
  const functions = plan.functions.map(({ spec, live, action, changes }) => {
    const { key, name, alias } = spec;
    const baseline = live.serving?.version ?? null;
    return { key, name, alias, action, baseline, changes, rollout: rolloutOf.get(key) ?? '' };
  });
  const rollouts = plan.rollouts.map(({ name, steps }) => ({ name, steps, totalMs: totalMs(steps) }));
  return { v: 1, type: 'plan.made', at, functions, rollouts };
}
