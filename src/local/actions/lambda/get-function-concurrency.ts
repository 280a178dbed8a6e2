/**
 * GetFunctionConcurrency: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html.
 * @emulated
 */
import type { GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse } from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseFunctionOnly } from '../../lambda/names';
import type { Action } from '../../world';

export const getFunctionConcurrency: Action<GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse> = (
  world,
  input,
) => {
  const { reservedConcurrency } = findFunction(world, parseFunctionOnly(world, input));
  return reservedConcurrency === null ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
};
