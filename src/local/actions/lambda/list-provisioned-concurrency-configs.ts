/**
 * ListProvisionedConcurrencyConfigs: docs.aws.amazon.com/lambda/latest/api/API_ListProvisionedConcurrencyConfigs.html.
 * @emulated
 */
import type {
  ListProvisionedConcurrencyConfigsRequest,
  ListProvisionedConcurrencyConfigsResponse,
} from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import { provisionedView } from '../../lambda/provisionable';
import type { Action } from '../../world';

export const listProvisionedConcurrencyConfigs: Action<
  ListProvisionedConcurrencyConfigsRequest,
  ListProvisionedConcurrencyConfigsResponse
> = (world, input) => {
  const entry = findFunction(world, parseUnqualified(world, input));
  const { items, next } = pageOf([...entry.provisioned], input);
  const ProvisionedConcurrencyConfigs = items.map(([qualifier, provisioned]) => ({
    FunctionArn: `${entry.arn}:${qualifier}`,
    ...provisionedView(provisioned),
  }));
  return { ProvisionedConcurrencyConfigs, ...nextMarker(next) };
};
