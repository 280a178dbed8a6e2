/**
 * ListPolicyVersions: docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html
 * @stored
 */
import type { ListPolicyVersionsRequest, ListPolicyVersionsResponse } from '@aws-sdk/client-iam';
import { findPolicy } from '../../iam/find';
import { pageOf } from '../../iam/paging';
import type { Action } from '../../world';

export const listPolicyVersions: Action<ListPolicyVersionsRequest, ListPolicyVersionsResponse> = (
  world,
  input,
) => {
  const policy = findPolicy(world, input.PolicyArn);
  const { items, more } = pageOf([...policy.versions.values()].reverse(), input);
  const versions = items.map(({ id, createdMs }) => ({
    VersionId: id,
    IsDefaultVersion: id === policy.defaultVersion,
    CreateDate: new Date(createdMs),
  }));
  return { Versions: versions, ...more };
};
