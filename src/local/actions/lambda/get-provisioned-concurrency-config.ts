/**
 * GetProvisionedConcurrencyConfig: docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html.
 * @emulated
 */
import type {
  GetProvisionedConcurrencyConfigRequest,
  GetProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import { AwsError } from '../../errors';
import { findProvisionable, provisionedView } from '../../lambda/provisionable';
import type { Action } from '../../world';

export const getProvisionedConcurrencyConfig: Action<
  GetProvisionedConcurrencyConfigRequest,
  GetProvisionedConcurrencyConfigResponse
> = (world, input) => {
  const { entry, qualifier } = findProvisionable(world, input);
  const found = entry.provisioned.get(qualifier);
  if (found) return provisionedView(found);
  throw new AwsError(
    'ProvisionedConcurrencyConfigNotFoundException',
    404,
    'No Provisioned Concurrency Config found for this function',
  );
};
