/**
 * DeleteFunction: docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html. With a qualifier it deletes one version, if it is there.
 * @emulated
 */
import type { DeleteFunctionRequest, DeleteFunctionResponse } from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../../lambda/book';
import { insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsOf } from '../../lambda/members';
import { parseName } from '../../lambda/names';
import type { Action } from '../../world';

export const deleteFunction: Action<DeleteFunctionRequest, DeleteFunctionResponse> = (world, input) => {
  insist(...problemsOf({ functionName: input.FunctionName, qualifier: input.Qualifier }));
  const ref = parseName(world, input);
  if (ref.qualifier === '$LATEST')
    throw refusal.invalid('$LATEST version cannot be deleted without deleting the function.');
  const entry = findFunction(world, ref);
  if (ref.qualifier === null) world.functions.entries.delete(ref.name);
  else deleteVersion(entry, ref.qualifier);
  world.eventConfigs.forget(ref.name, ref.qualifier);
  return { StatusCode: 204 };
};

function deleteVersion(entry: FunctionEntry, version: string): void {
  if (entry.aliases.has(version)) throw refusal.invalid('Deletion of aliases is not currently supported.');
  const names = [...entry.aliases.values()]
    .filter((alias) => alias.version === version || version in alias.weights)
    .map((alias) => alias.name);
  if (names.length > 0)
    throw refusal.conflict(
      `Unable to delete version because the following aliases reference it: [${names.join(', ')}]`,
    );
  entry.versions.delete(version);
  if (version === '$LATEST.PUBLISHED') delete entry.latestPublished;
  entry.provisioned.delete(version);
  entry.policies.delete(version);
}
