/**
 * DeletePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
 * @stored
 */
import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import { findPolicy } from '../../iam/find';
import type { Action } from '../../world';

export const deletePolicy: Action<DeletePolicyRequest, object> = (world, { PolicyArn }) => {
  const { arn, versions } = findPolicy(world, PolicyArn);
  for (const { attached } of world.roles.roles.values())
    if (attached.has(arn)) throw refusal.conflict('Cannot delete a policy attached to entities.');
  if (versions.size > 1)
    throw refusal.conflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    );
  world.roles.policies.delete(arn);
  return {};
};
