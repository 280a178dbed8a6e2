/** What metric filters and subscription filters have in common: names, patterns, and how many a group may have. */
import { Check } from '../lambda/constraints';
import { insist } from './constraints';
import { refusal } from './errors';
import { invalidPattern, type LogPattern, parsePattern } from './pattern/pattern';
import type { LogGroup } from './store';

const nameLength = Check.length(1, 512);
const namePattern = Check.pattern('[^:*]*');
const patternLength = Check.length(0, 1024);
const mostWithRegex = 5;

/** Throws for a name or a pattern that the service model does not have. */
export function insistOnFilter(filterName: string | undefined, filterPattern: string | undefined): void {
  insist(
    Check.required('filterName', filterName),
    nameLength('filterName', filterName),
    namePattern('filterName', filterName),
    Check.required('filterPattern', filterPattern),
    patternLength('filterPattern', filterPattern),
  );
}

/** Checks a prefix of names. */
export const insistOnPrefix = (filterNamePrefix: string | undefined): void =>
  insist(nameLength('filterNamePrefix', filterNamePrefix), namePattern('filterNamePrefix', filterNamePrefix));

/** A pattern to look for events with; absent, every event is found. */
export function searchPattern(field: string, text: string | undefined): LogPattern {
  insist(patternLength(field, text));
  return parsePattern(text ?? '', invalidPattern);
}

interface Filters {
  readonly filters: ReadonlyMap<string, unknown>;
  readonly most: number;
  readonly name: string;
  readonly pattern: LogPattern;
}

/** Throws LimitExceededException for one filter too many. */
export function insistOnRoom(group: LogGroup, { filters, most, name, pattern }: Filters): void {
  if (!filters.has(name) && filters.size >= most) throw refusal.limited();
  if (!pattern.hasRegex) return;
  const others = [...group.metricFilters.values(), ...group.subscriptions.values()].filter(
    (filter) => filter.name !== name && parsePattern(filter.pattern, invalidPattern).hasRegex,
  );
  if (others.length >= mostWithRegex) throw refusal.limited();
}
