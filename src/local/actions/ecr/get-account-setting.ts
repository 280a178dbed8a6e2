/**
 * GetAccountSetting: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAccountSetting.html
 * @emulated
 */
import type { GetAccountSettingRequest, GetAccountSettingResponse } from '@aws-sdk/client-ecr';
import { accountSetting } from '../../registry/account-settings';
import { given } from '../../registry/checks';
import type { Action } from '../../world';

export const getAccountSetting: Action<GetAccountSettingRequest, GetAccountSettingResponse> = (
  world,
  input,
) => {
  const name = given('name', input.name);
  return { name, value: accountSetting(world, name) };
};
