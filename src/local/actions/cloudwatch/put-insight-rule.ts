/**
 * PutInsightRule: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutInsightRule.html
 * @stored Nothing is counted.
 */
import type { PutInsightRuleCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { cloudWatchError } from './errors';

export function putInsightRule(
  { monitors }: Pick<World, 'monitors'>,
  input: PutInsightRuleCommandInput,
): object {
  const { RuleName: name = '', RuleDefinition: definition = '', RuleState: state = 'ENABLED' } = input;
  if (name === '') throw cloudWatchError('missing', 'The parameter RuleName is required.');
  if (definition === '') throw cloudWatchError('missing', 'The parameter RuleDefinition is required.');
  if (!/^[\x20-\x7E]{1,128}$/.test(name))
    throw cloudWatchError('invalidValue', `The value ${name} for parameter RuleName is invalid.`);
  if (definition.length > 8192 || !isJsonObject(definition))
    throw cloudWatchError('invalidValue', 'The value for parameter RuleDefinition is not a valid rule.');
  if (!['ENABLED', 'DISABLED'].includes(state))
    throw cloudWatchError('invalidValue', `The value ${state} for parameter RuleState is invalid.`);
  monitors.insightRules.set(name, {
    Name: name,
    State: state,
    Schema: '{"Name":"CloudWatchLogRule","Version":1}',
    Definition: definition,
    ManagedRule: false,
    ApplyOnTransformedLogs: input.ApplyOnTransformedLogs ?? false,
  });
  return {};
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
