/** What a person reads of how one function of a release ended. */
import type { FunctionResult } from '../core/events';
import { outcomeWords } from './show';
import type { View } from './view';

export function resultOf(result: FunctionResult, view: View): string {
  const { key, name, alias, outcome, because } = result;
  const serves = serving(result, view);
  const isSaid = serves !== '' && `, ${because}`.startsWith(serves);
  return `${key} (${name}:${alias}): ${outcomeWords[outcome]}${isSaid ? '' : serves}${because === '' ? '' : `: ${because}`}`;
}

/** Which version serves now is the first question of whoever was woken: told when it is known from the last write. */
function serving({ key, candidate, outcome }: FunctionResult, view: View): string {
  const known = view.functions.get(key)?.serves ?? null;
  const serves = known ?? (outcome === 'promoted' ? candidate : null);
  if (outcome === 'stuck') return candidate === null ? '' : `, version ${candidate} may still serve`;
  const settled = outcome === 'promoted' || outcome === 'rolledBack' || outcome === 'aborted';
  return settled && serves !== null ? `, version ${serves} serves` : '';
}
