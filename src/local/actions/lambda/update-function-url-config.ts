/**
 * UpdateFunctionUrlConfig: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionUrlConfig.html. Absent members are kept; Cors is replaced whole.
 * @stored The address is shown, and nobody answers at it.
 */
import type { UpdateFunctionUrlConfigRequest, UpdateFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import { insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsIn } from '../../lambda/form';
import { findUrlTarget, urlRules, urlView } from '../../lambda/urls';
import type { Action } from '../../world';

export const updateFunctionUrlConfig: Action<
  UpdateFunctionUrlConfigRequest,
  UpdateFunctionUrlConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, urlRules));
  const { entry, key, arn } = findUrlTarget(world, input, 'Function does not exist');
  const before = entry.urls.get(key);
  if (!before) throw refusal.missing('The resource you requested does not exist.');
  const url = {
    ...before,
    AuthType: input.AuthType ?? before.AuthType,
    InvokeMode: input.InvokeMode ?? before.InvokeMode,
    Cors: input.Cors ?? before.Cors,
    modifiedMs: world.clock.nowMs(),
  };
  entry.urls.set(key, url);
  return urlView(url, arn);
};
