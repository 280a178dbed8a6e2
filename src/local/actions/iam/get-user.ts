/**
 * GetUser: docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html
 * @emulated Whoever calls is the one local user.
 */
import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import type { Action } from '../../world';

export const getUser: Action<GetUserRequest, GetUserResponse> = (world, { UserName: name = 'local' }) => {
  if (name !== 'local') throw refusal.missing(`The user with name ${name} cannot be found.`);
  return {
    User: {
      Path: '/',
      UserName: name,
      UserId: 'AIDALOCALLOCALLOCAL00',
      Arn: `arn:aws:iam::${world.account}:user/local`,
      CreateDate: new Date(0),
    },
  };
};
