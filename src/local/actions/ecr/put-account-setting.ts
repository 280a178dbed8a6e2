/**
 * PutAccountSetting: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutAccountSetting.html
 * @emulated BLOB_MOUNTING is acted upon, the others are kept.
 */
import type { PutAccountSettingRequest, PutAccountSettingResponse } from '@aws-sdk/client-ecr';
import { insistOnSetting } from '../../registry/account-settings';
import type { Action } from '../../world';

export const putAccountSetting: Action<PutAccountSettingRequest, PutAccountSettingResponse> = (
  { registry },
  input,
) => {
  const { name, value } = insistOnSetting(input);
  registry.settings.set(`AccountSetting ${name}`, value);
  return { name, value };
};
