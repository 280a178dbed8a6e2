/**
 * DisableInsightRules: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableInsightRules.html
 * @stored
 */
import type { DisableInsightRulesCommandInput, DisableInsightRulesOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { withRules } from './insight-rules';

export const disableInsightRules = (
  world: Pick<World, 'monitors'>,
  { RuleNames }: DisableInsightRulesCommandInput,
): DisableInsightRulesOutput =>
  withRules(world, RuleNames, (rule, name) => {
    world.monitors.insightRules.set(name, { ...rule, State: 'DISABLED' });
  });
