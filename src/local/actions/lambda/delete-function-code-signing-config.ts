/**
 * DeleteFunctionCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionCodeSigningConfig.html
 * @emulated 204 also for a function that has none.
 */
import type { DeleteFunctionCodeSigningConfigRequest } from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseFunctionOnly } from '../../lambda/names';
import type { Action } from '../../world';

export const deleteFunctionCodeSigningConfig: Action<DeleteFunctionCodeSigningConfigRequest, object> = (
  world,
  input,
) => {
  delete findFunction(world, parseFunctionOnly(world, input)).codeSigningConfigArn;
  return {};
};
