/**
 * AssumeRole: docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * @emulated The session token names the role; trust policies are not looked at.
 */
import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import { openSession } from '../../iam/sessions';
import type { Action } from '../../world';

export const assumeRole: Action<AssumeRoleRequest, AssumeRoleResponse> = (world, input) =>
  openSession(world, input, 'AssumeRole');
