/** What the operations on Contributor Insights rules share. */
import type { InsightRule, PartialFailure } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { cloudWatchError } from './errors';

/** Names that do not exist are told of, and the others are dealt with. */
export function withRules(
  { monitors }: Pick<World, 'monitors'>,
  names: readonly string[] | undefined,
  act: (rule: InsightRule, name: string) => void,
): { Failures: PartialFailure[] } {
  if (!names?.length) throw cloudWatchError('missing', 'The parameter RuleNames is required.');
  const failures: PartialFailure[] = [];
  for (const name of names) {
    const rule = monitors.insightRules.get(name);
    if (rule) act(rule, name);
    else failures.push(missing(name));
  }
  return { Failures: failures };
}

const missing = (name: string): PartialFailure => ({
  FailureResource: name,
  ExceptionType: 'ResourceNotFoundException',
  FailureCode: '404',
  FailureDescription: `The rule ${name} does not exist.`,
});
