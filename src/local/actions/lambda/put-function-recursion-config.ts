/**
 * PutFunctionRecursionConfig: docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html
 * @stored Loops are not detected.
 */
import type {
  PutFunctionRecursionConfigRequest,
  PutFunctionRecursionConfigResponse,
} from '@aws-sdk/client-lambda';
import { parseBareName } from '../../lambda/bare-names';
import { Check, insist } from '../../lambda/constraints';
import { findFunction } from '../../lambda/find';
import { problemsIn, type Rules } from '../../lambda/form';
import type { Action } from '../../world';

const rules: Rules = { recursiveLoop: [Check.required, Check.oneOf(['Allow', 'Terminate'])] };

export const putFunctionRecursionConfig: Action<
  PutFunctionRecursionConfigRequest,
  PutFunctionRecursionConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, rules));
  const entry = findFunction(world, parseBareName(world, input));
  entry.recursiveLoop = input.RecursiveLoop ?? 'Terminate';
  return { RecursiveLoop: entry.recursiveLoop };
};
