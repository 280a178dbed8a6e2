/**
 * ListFunctionsByCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_ListFunctionsByCodeSigningConfig.html
 * @emulated
 */
import type {
  ListFunctionsByCodeSigningConfigRequest,
  ListFunctionsByCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import { findSigning } from '../../lambda/code-signing';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listFunctionsByCodeSigningConfig: Action<
  ListFunctionsByCodeSigningConfigRequest,
  ListFunctionsByCodeSigningConfigResponse
> = (world, input) => {
  const { arn } = findSigning(world, input.CodeSigningConfigArn);
  const all = [...world.functions.entries.values()].filter((entry) => entry.codeSigningConfigArn === arn);
  const { items, next } = pageOf(all, input);
  return { FunctionArns: items.map((entry) => entry.arn), ...nextMarker(next) };
};
