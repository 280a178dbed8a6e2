/**
 * CreatePolicyVersion: docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html
 * @stored
 */
import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import { insistOnPolicy } from '../../iam/documents';
import { refusal } from '../../iam/errors';
import { findPolicy } from '../../iam/find';
import type { Action } from '../../world';

const most = 5;

export const createPolicyVersion: Action<CreatePolicyVersionRequest, CreatePolicyVersionResponse> = (
  world,
  input,
) => {
  const policy = findPolicy(world, input.PolicyArn);
  const document = insistOnPolicy(input.PolicyDocument, 'policy');
  if (policy.versions.size >= most)
    throw refusal.limit(
      `A managed policy can have up to ${most} versions. Before you create a new version, you must delete an existing version.`,
    );
  policy.lastVersion += 1;
  const version = { id: `v${policy.lastVersion}`, createdMs: world.clock.nowMs(), document };
  policy.versions.set(version.id, version);
  policy.updatedMs = version.createdMs;
  if (input.SetAsDefault) policy.defaultVersion = version.id;
  return {
    PolicyVersion: {
      VersionId: version.id,
      IsDefaultVersion: policy.defaultVersion === version.id,
      CreateDate: new Date(version.createdMs),
    },
  };
};
