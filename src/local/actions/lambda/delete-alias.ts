/**
 * DeleteAlias: docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html. 204 also for one that is not there; what hangs on it goes with it.
 * @emulated
 */
import type { DeleteAliasRequest } from '@aws-sdk/client-lambda';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import type { Action } from '../../world';

export const deleteAlias: Action<DeleteAliasRequest, object> = (world, input) => {
  const entry = findFunction(world, parseUnqualified(world, input));
  const name = input.Name ?? '';
  if (entry.aliases.delete(name)) {
    for (const attached of [entry.provisioned, entry.policies, entry.urls]) attached.delete(name);
    world.eventConfigs.forget(entry.name, name);
  }
  return {};
};
