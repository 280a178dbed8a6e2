/**
 * GetFunctionUrlConfig: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html.
 * @emulated
 */
import type { GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { findUrlTarget, urlView } from '../../lambda/urls';
import type { Action } from '../../world';

export const getFunctionUrlConfig: Action<GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse> = (
  world,
  input,
) => {
  const { entry, key, arn } = findUrlTarget(world, input, 'The resource you requested does not exist.');
  const url = entry.urls.get(key);
  if (!url) throw refusal.missing('The resource you requested does not exist.');
  return urlView(url, arn);
};
