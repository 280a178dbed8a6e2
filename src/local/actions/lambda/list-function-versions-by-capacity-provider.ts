/**
 * ListFunctionVersionsByCapacityProvider: docs.aws.amazon.com/lambda/latest/api/API_ListFunctionVersionsByCapacityProvider.html
 * @stored
 */
import type {
  ListFunctionVersionsByCapacityProviderRequest,
  ListFunctionVersionsByCapacityProviderResponse,
} from '@aws-sdk/client-lambda';
import { findCapacity, versionsOn } from '../../lambda/capacity';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listFunctionVersionsByCapacityProvider: Action<
  ListFunctionVersionsByCapacityProviderRequest,
  ListFunctionVersionsByCapacityProviderResponse
> = (world, input) => {
  const provider = findCapacity(world, input.CapacityProviderName);
  const { items, next } = pageOf(versionsOn(world, provider), input);
  const FunctionVersions = items.map(({ entry, version }) => ({
    FunctionArn: `${entry.arn}:${version.version}`,
    State: version.state,
  }));
  return { CapacityProviderArn: provider.arn, FunctionVersions, ...nextMarker(next) };
};
