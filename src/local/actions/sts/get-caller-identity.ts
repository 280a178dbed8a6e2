/**
 * GetCallerIdentity: docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @emulated Whoever calls is the one local user.
 */
import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { Action } from '../../world';

export const getCallerIdentity: Action<GetCallerIdentityRequest, GetCallerIdentityResponse> = ({
  account,
}) => ({
  UserId: 'AIDALOCALLOCALLOCAL00',
  Account: account,
  Arn: `arn:aws:iam::${account}:user/local`,
});
