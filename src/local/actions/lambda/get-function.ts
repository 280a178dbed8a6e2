/**
 * GetFunction: docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html.
 * @emulated
 */
import type { GetFunctionRequest, GetFunctionResponse } from '@aws-sdk/client-lambda';
import { findTarget } from '../../lambda/find';
import { codeLocationOf, configurationOf } from '../../lambda/view';
import type { Action } from '../../world';

export const getFunction: Action<GetFunctionRequest, GetFunctionResponse> = (world, input) => {
  const { ref, entry, version } = findTarget(world, input);
  const { tags, reservedConcurrency } = entry;
  return {
    Configuration: configurationOf(entry, version, ref.arn),
    Code: codeLocationOf(world, version),
    ...(Object.keys(tags).length > 0 ? { Tags: tags } : {}),
    ...(reservedConcurrency === null
      ? {}
      : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
  };
};
