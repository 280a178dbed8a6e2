/**
 * EnableInsightRules: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableInsightRules.html
 * @stored
 */
import type { EnableInsightRulesCommandInput, EnableInsightRulesOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { withRules } from './insight-rules';

export const enableInsightRules = (
  world: Pick<World, 'monitors'>,
  { RuleNames }: EnableInsightRulesCommandInput,
): EnableInsightRulesOutput =>
  withRules(world, RuleNames, (rule, name) => {
    world.monitors.insightRules.set(name, { ...rule, State: 'ENABLED' });
  });
