/**
 * CreateFunctionUrlConfig: docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html.
 * @stored The address is shown, and nobody answers at it.
 */
import type { CreateFunctionUrlConfigRequest, CreateFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsIn } from '../../lambda/form';
import { findUrlTarget, urlOf, urlRules, urlView } from '../../lambda/urls';
import type { Action } from '../../world';

const rules = { ...urlRules, authType: [Check.required, ...(urlRules.authType ?? [])] };

export const createFunctionUrlConfig: Action<
  CreateFunctionUrlConfigRequest,
  CreateFunctionUrlConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, rules));
  const { entry, key, arn } = findUrlTarget(world, input, 'Function does not exist');
  if (entry.urls.has(key))
    throw refusal.conflict(
      `Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
    );
  if (entry.latest.config.TenancyConfig)
    throw refusal.invalid('Function URLs are not supported for functions with tenant isolation.');
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
