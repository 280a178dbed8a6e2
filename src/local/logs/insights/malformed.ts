import { AwsError } from '../../errors';

/** What the service says of a query that it cannot read, with the place of what it did not expect. */
export function malformed(query: string, at: number): AwsError {
  const [symbol = '<EOF>'] = /[\w@.]+|\S/.exec(query.slice(at)) ?? [];
  const before = query.slice(0, at).split('\n');
  const message = `unexpected symbol found ${symbol} at line ${before.length} and position ${before.at(-1)?.length ?? 0}`;
  const location = { startCharOffset: at, endCharOffset: Math.min(query.length, at + symbol.length) };
  return new AwsError('MalformedQueryException', 400, {
    message,
    members: { queryCompileError: { location, message } },
  });
}
