/** RemovePermission: docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html. */
import type { RemovePermissionRequest } from '@aws-sdk/client-lambda';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findTarget } from '../../lambda/find';
import type { Action } from '../../world';

export const removePermission: Action<RemovePermissionRequest, object> = (world, input) => {
  const { ref, entry } = findTarget(world, input);
  const key = ref.qualifier ?? '$LATEST';
  const policy = entry.policies.get(key);
  if (!policy) throw refusal.missing('No policy is associated with the given resource.');
  const kept = policy.statements.filter(({ Sid }) => Sid !== input.StatementId);
  if (kept.length === policy.statements.length)
    throw refusal.missing(`Statement ${input.StatementId} is not found in resource policy.`);
  insistOnRevision(input.RevisionId, policy.revisionId, 'GetPolicy');
  if (kept.length === 0) entry.policies.delete(key);
  else entry.policies.set(key, { revisionId: world.random.uuid(), statements: kept });
  return {};
};
