/**
 * GetFunctionRecursionConfig: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionRecursionConfig.html
 * @stored Terminate, when nothing else was said.
 */
import type {
  GetFunctionRecursionConfigRequest,
  GetFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import { parseBareName } from '../../lambda/bare-names';
import { findFunction } from '../../lambda/find';
import type { Action } from '../../world';

export const getFunctionRecursionConfig: Action<
  GetFunctionRecursionConfigRequest,
  GetFunctionRecursionConfigResponse
> = (world, input) => ({
  RecursiveLoop: findFunction(world, parseBareName(world, input)).recursiveLoop ?? 'Terminate',
});
