/** Checks of single members, in the words of the service: `Value '101' at 'maxRecords' failed to satisfy constraint: …`. */
import { cloudWatchError } from './errors';

/** Throws one error that lists every problem; null is no problem. */
export function insist(problems: readonly (string | null)[]): void {
  const found = problems.filter((problem) => problem !== null);
  if (found.length === 0) return;
  const errors = found.length === 1 ? '1 validation error' : `${found.length} validation errors`;
  throw cloudWatchError('validation', `${errors} detected: ${found.join('; ')}`);
}

export function required(field: string, value: unknown): string | null {
  return value === undefined || value === null ? violated('null', field, 'Member must not be null') : null;
}

/** An absent value is no problem. */
export function oneOf(field: string, value: string | undefined, allowed: readonly string[]): string | null {
  if (value === undefined || allowed.includes(value)) return null;
  return violated(`'${value}'`, field, `Member must satisfy enum value set: [${allowed.join(', ')}]`);
}

/** Of a number its size, of a text or list its length. An absent value is no problem. */
export function within(
  field: string,
  value: number | string | readonly unknown[] | undefined,
  [least, most]: readonly [number, number],
): string | null {
  if (value === undefined) return null;
  const size = typeof value === 'number' ? value : value.length;
  if (size >= least && size <= most) return null;
  const measure = typeof value === 'number' ? 'value' : 'length';
  const bound = size < least ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  const shown = typeof value === 'object' ? `[${value.join(', ')}]` : value;
  return violated(`'${shown}'`, field, `Member must have ${measure} ${bound}`);
}

const violated = (value: string, field: string, rule: string): string =>
  `Value ${value} at '${field}' failed to satisfy constraint: ${rule}`;
