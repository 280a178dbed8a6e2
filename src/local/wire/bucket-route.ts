/**
 * Finds the S3 operation of a request in path style, `/bucket/key`. Many share one address: what is asked for stands in the
 * query (`?location`, `?uploadId=`) and in headers (a copy has a source).
 */
import type { WireRequest } from './message';
import type { Operation } from './operation';
import type { Route } from './route';

/** Null for an address that no operation has. */
export function createBucketRouter(
  operations: Iterable<Operation>,
): (request: Pick<WireRequest, 'method' | 'path' | 'query' | 'headers'>) => Route | null {
  const candidates = [...operations].flatMap(candidateOf);
  return (request) => {
    const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
    const fitting = candidates.filter(
      ({ operation, form }) => form === formOf(bucket, key) && operation.http?.method === request.method,
    );
    let best: Candidate | null = null;
    for (const candidate of fitting)
      if (isAskedFor(candidate, request) && candidate.asks.length > (best?.asks.length ?? -1))
        best = candidate;
    return best && { operation: best.operation, labels: labels(bucket, key) };
  };
}

type Form = 'service' | 'bucket' | 'key';

interface Candidate {
  readonly operation: Operation;
  readonly form: Form;
  /** What a request for it has to have. */
  readonly asks: readonly Ask[];
}

type Request = Pick<WireRequest, 'query' | 'headers'>;
type Ask = (request: Request) => boolean;

const formOf = (bucket: string, key: string): Form =>
  key !== '' ? 'key' : bucket !== '' ? 'bucket' : 'service';

function candidateOf(operation: Operation): Candidate[] {
  if (!operation.http) return [];
  const members = [...operation.input.structIterator()];
  const names = new Set(members.map(([name]) => name));
  const path = operation.http.segments.join('/');
  if (path !== '' && path !== '{Key+}') return [];
  const form = path === '{Key+}' ? 'key' : names.has('Bucket') ? 'bucket' : 'service';
  return [{ operation, form, asks: [...asksOfQuery(operation), ...asksOfMembers(operation)] }];
}

/** `x-id` is a note of some clients to themselves. */
function asksOfQuery({ http }: Operation): Ask[] {
  const pairs = [...(http?.query ?? [])].filter(([name]) => name !== 'x-id');
  return pairs.map(
    ([name, value]) =>
      ({ query }) =>
        query.has(name) && (value === '' || query.get(name) === value),
  );
}

function asksOfMembers({ input, required }: Operation): Ask[] {
  return [...input.structIterator()].flatMap(([name, schema]): Ask[] => {
    const { httpQuery, httpHeader } = schema.getMergedTraits();
    if (!required.has(name)) return [];
    if (httpQuery) return [({ query }) => query.has(httpQuery)];
    return httpHeader ? [({ headers }) => headers[httpHeader.toLowerCase()] !== undefined] : [];
  });
}

const isAskedFor = ({ asks }: Candidate, request: Request): boolean => asks.every((ask) => ask(request));

function labels(bucket: string, key: string): Map<string, string> {
  const found = new Map([['Bucket', bucket]]);
  if (key !== '') found.set('Key', key);
  return found;
}
