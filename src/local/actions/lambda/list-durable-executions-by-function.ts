/**
 * ListDurableExecutionsByFunction: docs.aws.amazon.com/lambda/latest/api/API_ListDurableExecutionsByFunction.html
 * @stored Durable functions are not run, so there are no executions.
 */
import type {
  ListDurableExecutionsByFunctionRequest,
  ListDurableExecutionsByFunctionResponse,
} from '@aws-sdk/client-lambda';
import { findTarget } from '../../lambda/find';
import type { Action } from '../../world';

export const listDurableExecutionsByFunction: Action<
  ListDurableExecutionsByFunctionRequest,
  ListDurableExecutionsByFunctionResponse
> = (world, input) => {
  findTarget(world, input);
  return { DurableExecutions: [] };
};
