/**
 * GetPolicyVersion: docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html
 * @stored
 */
import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import { encoded } from '../../iam/documents';
import { findPolicy, findPolicyVersion } from '../../iam/find';
import type { Action } from '../../world';

export const getPolicyVersion: Action<GetPolicyVersionRequest, GetPolicyVersionResponse> = (world, input) => {
  const policy = findPolicy(world, input.PolicyArn);
  const { id, createdMs, document } = findPolicyVersion(policy, input.VersionId);
  return {
    PolicyVersion: {
      Document: encoded(document),
      VersionId: id,
      IsDefaultVersion: id === policy.defaultVersion,
      CreateDate: new Date(createdMs),
    },
  };
};
