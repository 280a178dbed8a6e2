/**
 * DeleteFunctionUrlConfig: docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionUrlConfig.html.
 * @emulated
 */
import type { DeleteFunctionUrlConfigRequest } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { findUrlTarget } from '../../lambda/urls';
import type { Action } from '../../world';

export const deleteFunctionUrlConfig: Action<DeleteFunctionUrlConfigRequest, object> = (world, input) => {
  const { entry, key } = findUrlTarget(world, input, 'The resource you requested does not exist.');
  if (!entry.urls.delete(key)) throw refusal.missing('The resource you requested does not exist.');
  return {};
};
