/**
 * DeleteParameter: docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html
 * @emulated
 */
import type { DeleteParameterRequest } from '@aws-sdk/client-ssm';
import { findParameter } from '../../parameters/find';
import type { Action } from '../../world';

export const deleteParameter: Action<DeleteParameterRequest, object> = (world, { Name }) => {
  world.parameters.parameters.delete(findParameter(world, Name).name);
  return {};
};
