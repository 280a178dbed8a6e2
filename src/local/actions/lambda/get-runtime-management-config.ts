/**
 * GetRuntimeManagementConfig: docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html
 * @stored Auto, when nothing else was said.
 */
import type {
  GetRuntimeManagementConfigRequest,
  GetRuntimeManagementConfigResponse,
} from '@aws-sdk/client-lambda';
import { findManaged, managementView } from '../../lambda/runtime-management';
import type { Action } from '../../world';

export const getRuntimeManagementConfig: Action<
  GetRuntimeManagementConfigRequest,
  GetRuntimeManagementConfigResponse
> = (world, input) => {
  const { version, arn } = findManaged(world, input);
  return managementView(version, arn);
};
