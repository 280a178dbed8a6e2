/** GetFunction: docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html. */
import type { GetFunctionRequest, GetFunctionResponse } from '@aws-sdk/client-lambda';
import { findTarget } from '../../lambda/find';
import { configurationOf } from '../../lambda/view';
import type { Action } from '../../world';

export const getFunction: Action<GetFunctionRequest, GetFunctionResponse> = (world, input) => {
  const { ref, entry, version } = findTarget(world, input);
  const { tags, reservedConcurrency } = entry;
  return {
    Configuration: configurationOf(entry, version, ref.arn),
    Code: { RepositoryType: 'S3', Location: world.code.location(version.config.CodeSha256) },
    ...(Object.keys(tags).length > 0 ? { Tags: tags } : {}),
    ...(reservedConcurrency === null
      ? {}
      : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
  };
};
