/**
 * DeleteProvisionedConcurrencyConfig: docs.aws.amazon.com/lambda/latest/api/API_DeleteProvisionedConcurrencyConfig.html. 204 also for none.
 * @emulated
 */
import type { DeleteProvisionedConcurrencyConfigRequest } from '@aws-sdk/client-lambda';
import { findProvisionable } from '../../lambda/provisionable';
import type { Action } from '../../world';

export const deleteProvisionedConcurrencyConfig: Action<DeleteProvisionedConcurrencyConfigRequest, object> = (
  world,
  input,
) => {
  const { entry, qualifier } = findProvisionable(world, input);
  entry.provisioned.delete(qualifier);
  return {};
};
