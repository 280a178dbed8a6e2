/**
 * DeleteFunctionConcurrency: docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionConcurrency.html.
 * @emulated
 */
import type { DeleteFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseFunctionOnly } from '../../lambda/names';
import type { Action } from '../../world';

export const deleteFunctionConcurrency: Action<DeleteFunctionConcurrencyRequest, object> = (world, input) => {
  findFunction(world, parseFunctionOnly(world, input)).reservedConcurrency = null;
  return {};
};
