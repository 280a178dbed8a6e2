/**
 * GetFunctionCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionCodeSigningConfig.html
 * @emulated An empty answer for a function that has none.
 */
import type {
  GetFunctionCodeSigningConfigRequest,
  GetFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseFunctionOnly } from '../../lambda/names';
import type { Action } from '../../world';

export const getFunctionCodeSigningConfig: Action<
  GetFunctionCodeSigningConfigRequest,
  Partial<GetFunctionCodeSigningConfigResponse>
> = (world, input) => {
  const { name, codeSigningConfigArn } = findFunction(world, parseFunctionOnly(world, input));
  return codeSigningConfigArn ? { CodeSigningConfigArn: codeSigningConfigArn, FunctionName: name } : {};
};
