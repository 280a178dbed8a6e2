/** Filter patterns of event source mappings: docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html. */
import type { FilterCriteria } from '@aws-sdk/client-lambda';
import { refusal } from './errors';

/** Filters of one mapping (Lambda quotas). */
const most = 5;

/** Throws for what is no pattern (recorded). */
export function insistOnFilters(criteria: FilterCriteria | undefined): void {
  const filters = criteria?.Filters ?? [];
  if (filters.length > most)
    throw refusal.invalid(`The number of filters must be less than or equal to ${most}.`);
  if (!filters.every(({ Pattern }) => isPattern(parse(Pattern ?? ''))))
    throw refusal.invalid('Invalid filter pattern definition.');
}

const operators = new Set([
  ...['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'exists', 'wildcard', 'cidr'],
]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An object whose ends are lists of what a value may be; `$or` lists further patterns. */
function isPattern(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([name, rule]) => {
    if (!Array.isArray(rule)) return isPattern(rule);
    return rule.length > 0 && rule.every(name === '$or' ? isPattern : isChoice);
  });
}

function isChoice(choice: unknown): boolean {
  if (typeof choice !== 'object' || choice === null) return true;
  const [operator, ...more] = Object.keys(choice);
  return operator !== undefined && more.length === 0 && operators.has(operator);
}
