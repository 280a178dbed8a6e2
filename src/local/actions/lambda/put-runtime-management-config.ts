/**
 * PutRuntimeManagementConfig: docs.aws.amazon.com/lambda/latest/api/API_PutRuntimeManagementConfig.html
 * @stored The runtime is the one that serves the world, whatever version is asked for.
 */
import type {
  PutRuntimeManagementConfigRequest,
  PutRuntimeManagementConfigResponse,
} from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsIn, type Rules } from '../../lambda/form';
import { findManaged, managementView } from '../../lambda/runtime-management';
import type { Action } from '../../world';

const rules: Rules = {
  updateRuntimeOn: [Check.required, Check.oneOf(['Auto', 'Manual', 'FunctionUpdate'])],
  runtimeVersionArn: [
    Check.pattern(
      'arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}::runtime:.+',
    ),
    Check.length(26, 2048),
  ],
};

export const putRuntimeManagementConfig: Action<
  PutRuntimeManagementConfigRequest,
  PutRuntimeManagementConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, rules));
  const { version, arn } = findManaged(world, input);
  const { UpdateRuntimeOn = 'Auto', RuntimeVersionArn } = input;
  if ((UpdateRuntimeOn === 'Manual') !== (RuntimeVersionArn !== undefined))
    throw refusal.invalid(
      UpdateRuntimeOn === 'Manual'
        ? 'RuntimeVersionArn is required when UpdateRuntimeOn is Manual.'
        : `RuntimeVersionArn cannot be specified when UpdateRuntimeOn is ${UpdateRuntimeOn}.`,
    );
  version.runtimeManagement = {
    UpdateRuntimeOn,
    ...(RuntimeVersionArn === undefined ? {} : { RuntimeVersionArn }),
  };
  return managementView(version, arn);
};
