/**
 * RemoveLayerVersionPermission: docs.aws.amazon.com/lambda/latest/api/API_RemoveLayerVersionPermission.html
 * @emulated
 */
import type { RemoveLayerVersionPermissionRequest } from '@aws-sdk/client-lambda';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findLayerVersion } from '../../layers/names';
import { policyOf } from '../../layers/policy';
import type { Action } from '../../world';

export const removeLayerVersionPermission: Action<RemoveLayerVersionPermissionRequest, object> = (
  world,
  input,
) => {
  const entry = findLayerVersion(world, input);
  const { revisionId, statements } = policyOf(entry);
  insistOnRevision(input.RevisionId, revisionId, 'GetLayerPolicy');
  const kept = statements.filter(({ Sid }) => Sid !== input.StatementId);
  if (kept.length === statements.length)
    throw refusal.missing(`Statement ${input.StatementId} is not found in resource policy.`);
  entry.policy = kept.length === 0 ? null : { revisionId: world.random.uuid(), statements: kept };
  return {};
};
