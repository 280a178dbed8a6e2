/**
 * DeleteParameters: docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameters.html
 * @emulated
 */
import type { DeleteParametersRequest, DeleteParametersResult } from '@aws-sdk/client-ssm';
import { insist } from '../../parameters/errors';
import type { Action } from '../../world';

const most = 10;

export const deleteParameters: Action<DeleteParametersRequest, DeleteParametersResult> = (
  world,
  { Names: names = [] },
) => {
  insist(
    names.length > most
      ? `Value '[${names.join(', ')}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to ${most}`
      : null,
  );
  const { parameters } = world.parameters;
  const deleted = names.filter((name) => parameters.delete(name));
  return { DeletedParameters: deleted, InvalidParameters: names.filter((name) => !deleted.includes(name)) };
};
