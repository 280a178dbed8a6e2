/**
 * PutFunctionScalingConfig: docs.aws.amazon.com/lambda/latest/api/API_PutFunctionScalingConfig.html
 * @stored There are no managed instances to scale.
 */
import type {
  PutFunctionScalingConfigRequest,
  PutFunctionScalingConfigResponse,
} from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsIn, type Rules } from '../../lambda/form';
import { findScaled } from '../../lambda/scaling';
import type { Action } from '../../world';

const rules: Rules = {
  'functionScalingConfig.minExecutionEnvironments': [Check.range(0, 15_000)],
  'functionScalingConfig.maxExecutionEnvironments': [Check.range(0, 15_000)],
};

export const putFunctionScalingConfig: Action<
  PutFunctionScalingConfigRequest,
  PutFunctionScalingConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, rules));
  const { version } = findScaled(world, input);
  const { MinExecutionEnvironments: min = 0, MaxExecutionEnvironments: max = Number.POSITIVE_INFINITY } =
    input.FunctionScalingConfig ?? {};
  if (min > max)
    throw refusal.invalid('MinExecutionEnvironments must not be greater than MaxExecutionEnvironments.');
  version.scaling = { ...input.FunctionScalingConfig };
  return { FunctionState: version.state };
};
