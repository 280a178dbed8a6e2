/**
 * GetFunctionScalingConfig: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionScalingConfig.html
 * @stored
 */
import type {
  GetFunctionScalingConfigRequest,
  GetFunctionScalingConfigResponse,
} from '@aws-sdk/client-lambda';
import { findScaled } from '../../lambda/scaling';
import type { Action } from '../../world';

export const getFunctionScalingConfig: Action<
  GetFunctionScalingConfigRequest,
  GetFunctionScalingConfigResponse
> = (world, input) => {
  const { arn, version } = findScaled(world, input);
  const { scaling } = version;
  return {
    FunctionArn: arn,
    ...(scaling ? { AppliedFunctionScalingConfig: scaling, RequestedFunctionScalingConfig: scaling } : {}),
  };
};
