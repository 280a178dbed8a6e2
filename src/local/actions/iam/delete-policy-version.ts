/**
 * DeletePolicyVersion: docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html
 * @stored
 */
import type { DeletePolicyVersionRequest } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import { findPolicy, findPolicyVersion } from '../../iam/find';
import type { Action } from '../../world';

export const deletePolicyVersion: Action<DeletePolicyVersionRequest, object> = (world, input) => {
  const policy = findPolicy(world, input.PolicyArn);
  const { id } = findPolicyVersion(policy, input.VersionId);
  if (id === policy.defaultVersion) throw refusal.conflict('Cannot delete the default version of a policy.');
  policy.versions.delete(id);
  return {};
};
