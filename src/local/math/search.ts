/** SEARCH: every metric with data in the last two weeks that matches. */
import type { MetricId } from '../metrics/store';
import type { World } from '../world';
import { type Condition, parseSearch, type SearchTree } from './search-terms';
import { hasWords } from './words';

export interface SearchQuestion {
  readonly query: string;
  readonly statistic: string;
  /** Null when the search names no period. */
  readonly periodS: number | null;
}

/** A graph shows at most so many time series. */
export const mostFound = 500;
const activeMs = 14 * 24 * 3_600_000;

/** In the order in which they appeared. Throws ExpressionProblem for what is no search. */
export function searchMetrics(
  world: Pick<World, 'metrics' | 'account' | 'clock'>,
  query: string,
): { readonly found: readonly MetricId[]; readonly limited: boolean } {
  const tree = parseSearch(query);
  const sinceMs = world.clock.nowMs() - activeMs;
  const found = world.metrics
    .list()
    .filter(({ id, newestMs }) => newestMs >= sinceMs && matches(id, tree, world.account))
    .map(({ id }) => id);
  return { found: found.slice(0, mostFound), limited: found.length > mostFound };
}

function matches(id: MetricId, { schema, condition }: SearchTree, account: string): boolean {
  return (!schema || fits(id, schema)) && (!condition || holds(id, condition, account));
}

/** Dimensions, when there are any, are all the dimensions of the metric. */
function fits({ namespace, dimensions }: MetricId, schema: NonNullable<SearchTree['schema']>): boolean {
  if (namespace !== schema.namespace) return false;
  const names = Object.keys(dimensions);
  if (schema.dimensions.length === 0) return true;
  return names.length === schema.dimensions.length && schema.dimensions.every((name) => names.includes(name));
}

function holds(id: MetricId, condition: Condition, account: string): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holds(id, part, account));
    case 'or':
      return condition.parts.some((part) => holds(id, part, account));
    case 'not':
      return !holds(id, condition.part, account);
    default:
      return textsOf(id, condition.property, account).some((text) =>
        condition.exact ? text === condition.text : hasWords(text, condition.text),
      );
  }
}

/** What a term is looked for in. */
function textsOf(id: MetricId, property: string | null, account: string): readonly string[] {
  if (property === null)
    return [id.namespace, id.name, ...Object.keys(id.dimensions), ...Object.values(id.dimensions)];
  if (property === 'MetricName') return [id.name];
  if (property === 'Namespace') return [id.namespace];
  if (property === ':aws.AccountId') return [account, 'LOCAL'];
  return Object.hasOwn(id.dimensions, property) ? [id.dimensions[property] ?? ''] : [];
}
