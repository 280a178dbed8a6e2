/** CreateFunctionUrlConfig: docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html. */
import type { CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findUrlTarget, urlOf, urlView } from '../../lambda/urls';
import type { Action } from '../../world';

const authType = Check.oneOf(['NONE', 'AWS_IAM']);
const invokeMode = Check.oneOf(['BUFFERED', 'RESPONSE_STREAM']);

export const createFunctionUrlConfig: Action<
  CreateFunctionUrlConfigRequest,
  CreateFunctionUrlConfigResponse
> = (world, input) => {
  insist(
    Check.required('authType', input.AuthType) ?? authType('authType', input.AuthType),
    invokeMode('invokeMode', input.InvokeMode),
  );
  const { entry, key, arn } = findUrlTarget(world, input);
  if (entry.urls.has(key))
    throw refusal.conflict(
      `Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
    );
  const url = {
    FunctionUrl: urlOf(world, arn),
    AuthType: input.AuthType ?? 'NONE',
    InvokeMode: input.InvokeMode ?? 'BUFFERED',
    Cors: input.Cors ?? null,
    createdMs: world.clock.nowMs(),
  };
  entry.urls.set(key, url);
  return urlView(url, arn);
};
