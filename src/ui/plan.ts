/** The text of `shipit plan`: what will be done, and along which steps. */
import type { EventOf, FunctionPlan } from '../core/events';
import { show } from './show';
import type { Line } from './style';

type Plan = EventOf<'plan.made'>;

/** One line a function, its changes beneath, then the steps; functions without change only as a number. */
export function planText({ functions, rollouts }: Plan): Line[] {
  const changed = functions.filter(({ action }) => action !== 'none');
  const same = functions.length - changed.length;
  if (changed.length === 0) return [`Nothing to release: ${show.count(same, 'function')} unchanged.`];
  return [
    ...changed.flatMap(functionText),
    ...(same > 0 ? [`${same} unchanged`] : []),
    ...rollouts.flatMap((rollout) => ['', ...rolloutText(rollout)]),
  ];
}

function functionText({ key, name, alias, action, baseline, changes, rollout }: FunctionPlan): Line[] {
  const how =
    action === 'create'
      ? 'new, all requests at once: nobody calls it yet'
      : `from version ${baseline ?? '(none)'}, by ${rollout}`;
  return [
    [{ tone: 'strong', text: `${action} ${key}` }, `  ${name}:${alias}  ${how}`],
    ...changes.map((change) => `    ${change}`),
  ];
}

function rolloutText({ name, steps, totalMs }: Plan['rollouts'][number]): Line[] {
  return [
    [
      { tone: 'strong', text: `rollout ${name}` },
      `  ${show.count(steps.length, 'step')}, ${show.time(totalMs)} in all`,
    ],
    ...steps.map(({ weight, bakeMs }, at) => {
      const bake = bakeMs > 0 ? `watch for ${show.time(bakeMs)}` : 'no wait';
      return `    ${at + 1}. ${weight}%, ${bake}`;
    }),
  ];
}
