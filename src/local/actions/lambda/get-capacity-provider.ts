/**
 * GetCapacityProvider: docs.aws.amazon.com/lambda/latest/api/API_GetCapacityProvider.html
 * @stored
 */
import type { GetCapacityProviderRequest, GetCapacityProviderResponse } from '@aws-sdk/client-lambda';
import { findCapacity } from '../../lambda/capacity';
import { capacityView } from '../../lambda/capacity-form';
import type { Action } from '../../world';

export const getCapacityProvider: Action<GetCapacityProviderRequest, GetCapacityProviderResponse> = (
  world,
  input,
) => ({ CapacityProvider: capacityView(findCapacity(world, input.CapacityProviderName), 'Active') });
