import { Percent } from '../core/values';
import type { Path } from './places';
import { valueAt } from './pointer';

/**
 * A path as people read it: `functions.api.timeout`, and `rollouts.careful, step 2 (25%), bake` where it leads into a
 * step of a rollout. `shown` is the same place under another name, with the same last keys.
 */
export function spoken(value: unknown, path: Path, shown: Path): string {
  const at = path.findIndex((key, index) => key === 'steps' && path[index - 2] === 'rollouts');
  if (at < 0 || at === path.length - 1) return shown.join('.');
  const rollout = shown.slice(0, shown.length - (path.length - at)).join('.');
  const rest = path.slice(at + 2).join('.');
  const step = `step ${Number(path[at + 1]) + 1}${weightAt(value, path.slice(0, at + 2))}`;
  return [rollout, step, ...(rest === '' ? [] : [rest])].join(', ');
}

function weightAt(value: unknown, step: Path): string {
  const weight = valueAt(value, [...step, 'weight']);
  return typeof weight === 'string' && Percent.parse(weight) !== null ? ` (${weight})` : '';
}
