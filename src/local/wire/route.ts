/** Finds the operation that a method and a path mean. Labels that are spelled out win over labels in braces. */
import type { WireRequest } from './message';
import type { HttpTrait, Operation } from './operation';

export interface Route {
  readonly operation: Operation;
  /** Still percent-encoded. */
  readonly labels: ReadonlyMap<string, string>;
}

export type Address = Pick<WireRequest, 'method' | 'path' | 'query'>;

/** Null for an address that no operation has. */
export function createRouter(operations: Iterable<Operation>): (address: Address) => Route | null {
  const shelves = new Map<string, Operation[]>();
  for (const operation of operations) {
    if (!operation.http) continue;
    const key = shelfOf(operation.http.method, operation.http.segments);
    shelves.set(key, [...(shelves.get(key) ?? []), operation]);
  }
  return (address) => {
    const segments = address.path
      .replace(/(?<=.)\/$/, '')
      .split('/')
      .slice(1);
    return closest(shelves.get(shelfOf(address.method, segments)) ?? [], segments, address);
  };
}

const shelfOf = (method: string, segments: readonly string[]): string => `${method} ${segments.length}`;

function closest(
  operations: readonly Operation[],
  segments: readonly string[],
  address: Address,
): Route | null {
  let best: Route | null = null;
  for (const operation of operations) {
    const labels = operation.http && match(operation.http, segments, address);
    if (labels && (!best || rank(labels, operation) < rank(best.labels, best.operation)))
      best = { operation, labels };
  }
  return best;
}

function match(http: HttpTrait, segments: readonly string[], address: Address): Map<string, string> | null {
  for (const [name, value] of http.query) if (address.query.get(name) !== value) return null;
  const labels = new Map<string, string>();
  for (const [index, pattern] of http.segments.entries()) {
    const segment = segments[index] ?? '';
    const label = labelOf(pattern);
    if (label && segment !== '') labels.set(label, segment);
    else if (pattern !== segment) return null;
  }
  return labels;
}

const labelOf = (pattern: string): string | undefined => /^\{(\w+)\+?\}$/.exec(pattern)?.[1];

/** Fewer labels and more of the query spelled out is the closer match. */
const rank = (labels: ReadonlyMap<string, string>, { http }: Operation): number =>
  labels.size * 10 - [...(http?.query.keys() ?? [])].length;
