/**
 * UnlabelParameterVersion: docs.aws.amazon.com/systems-manager/latest/APIReference/API_UnlabelParameterVersion.html
 * @emulated
 */
import type { UnlabelParameterVersionRequest, UnlabelParameterVersionResult } from '@aws-sdk/client-ssm';
import { refusal } from '../../parameters/errors';
import { findParameter } from '../../parameters/find';
import type { Action } from '../../world';

export const unlabelParameterVersion: Action<
  UnlabelParameterVersionRequest,
  UnlabelParameterVersionResult
> = (world, input) => {
  const parameter = findParameter(world, input.Name);
  const version = parameter.versions.find((one) => one.version === Number(input.ParameterVersion));
  if (!version) throw refusal.noVersion(parameter.name, String(input.ParameterVersion));
  const removed = (input.Labels ?? []).filter((label) => version.labels.includes(label));
  version.labels = version.labels.filter((label) => !removed.includes(label));
  return {
    RemovedLabels: removed,
    InvalidLabels: (input.Labels ?? []).filter((label) => !removed.includes(label)),
  };
};
