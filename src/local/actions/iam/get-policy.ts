/**
 * GetPolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html
 * @stored Policies that AWS manages are not here.
 */
import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import { findPolicy } from '../../iam/find';
import { policyView } from '../../iam/views';
import type { Action } from '../../world';

export const getPolicy: Action<GetPolicyRequest, GetPolicyResponse> = (world, { PolicyArn }) => ({
  Policy: policyView(world, findPolicy(world, PolicyArn)),
});
