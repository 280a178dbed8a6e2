/** Whether the policy of a function lets another service invoke it. */
import type { FunctionEntry, PolicyStatement } from './book';

export interface Invoking {
  /** Names under which the service is known, such as `sns.amazonaws.com`. */
  readonly principals: readonly string[];
  /** ARN of what invokes: a topic, a rule, a log group. */
  readonly source: string;
  /** Of the source. */
  readonly account: string;
}

/** `qualifier` is a version or an alias, `$LATEST` for none. */
export function mayInvoke(entry: FunctionEntry, qualifier: string, by: Invoking): boolean {
  const statements = entry.policies.get(qualifier)?.statements ?? [];
  return statements.some((statement) => lets(statement, by));
}

function lets(statement: PolicyStatement, { principals, source, account }: Invoking): boolean {
  const { Effect, Principal, Action, Condition = {} } = statement;
  const services = typeof Principal === 'string' ? [Principal] : asList(Principal?.Service);
  const actions = ['*', 'lambda:*', 'lambda:InvokeFunction'];
  if (Effect !== 'Allow' || !services.some((name) => name === '*' || principals.includes(name))) return false;
  if (!asList(Action).some((action) => actions.includes(action))) return false;
  const arn = Condition.ArnLike?.['AWS:SourceArn'];
  const owner = Condition.StringEquals?.['AWS:SourceAccount'];
  const isFrom = typeof arn !== 'string' || like(arn, source);
  return isFrom && (typeof owner !== 'string' || owner === account);
}

const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** ArnLike: `*` for any text, `?` for any character. An asterisk takes more only when what is after it does not fit. */
function like(pattern: string, arn: string): boolean {
  let [at, to] = [0, 0];
  let retry: { readonly at: number; to: number } | null = null;
  while (to < arn.length) {
    const sign = pattern[at];
    if (sign === '*') {
      retry = { at, to };
      at += 1;
    } else if (sign === '?' || sign === arn[to]) {
      at += 1;
      to += 1;
    } else if (retry) {
      retry.to += 1;
      at = retry.at + 1;
      to = retry.to;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
