/**
 * DeleteInsightRules: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteInsightRules.html
 * @stored
 */
import type { DeleteInsightRulesCommandInput, DeleteInsightRulesOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { withRules } from './insight-rules';

export const deleteInsightRules = (
  world: Pick<World, 'monitors'>,
  { RuleNames }: DeleteInsightRulesCommandInput,
): DeleteInsightRulesOutput =>
  withRules(world, RuleNames, (_, name) => {
    world.monitors.insightRules.delete(name);
  });
