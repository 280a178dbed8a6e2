/**
 * SetDefaultPolicyVersion: docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
 * @stored
 */
import type { SetDefaultPolicyVersionRequest } from '@aws-sdk/client-iam';
import { findPolicy, findPolicyVersion } from '../../iam/find';
import type { Action } from '../../world';

export const setDefaultPolicyVersion: Action<SetDefaultPolicyVersionRequest, object> = (world, input) => {
  const policy = findPolicy(world, input.PolicyArn);
  policy.defaultVersion = findPolicyVersion(policy, input.VersionId).id;
  return {};
};
