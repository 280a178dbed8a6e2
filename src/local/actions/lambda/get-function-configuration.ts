/**
 * GetFunctionConfiguration: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html.
 * @emulated
 */
import type { FunctionConfiguration, GetFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { findTarget } from '../../lambda/find';
import { configurationOf } from '../../lambda/view';
import type { Action } from '../../world';

export const getFunctionConfiguration: Action<GetFunctionConfigurationRequest, FunctionConfiguration> = (
  world,
  input,
) => {
  const { ref, entry, version } = findTarget(world, input);
  return configurationOf(entry, version, ref.arn);
};
