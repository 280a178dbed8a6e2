/**
 * LabelParameterVersion: docs.aws.amazon.com/systems-manager/latest/APIReference/API_LabelParameterVersion.html
 * @emulated
 */
import type { LabelParameterVersionRequest, LabelParameterVersionResult } from '@aws-sdk/client-ssm';
import { refusal } from '../../parameters/errors';
import { findParameter, latestOf } from '../../parameters/find';
import type { Action } from '../../world';

const most = 10;
const right = /^(?!\d|aws|ssm)[\w.-]{1,100}$/i;

export const labelParameterVersion: Action<LabelParameterVersionRequest, LabelParameterVersionResult> = (
  world,
  input,
) => {
  const parameter = findParameter(world, input.Name);
  const number = Number(input.ParameterVersion ?? latestOf(parameter).version);
  const version = parameter.versions.find((one) => one.version === number);
  if (!version) throw refusal.noVersion(parameter.name, String(number));
  const given = [...new Set(input.Labels)];
  const valid = given.filter((label) => right.test(label));
  const labels = [...new Set([...version.labels, ...valid])];
  if (labels.length > most)
    throw refusal.named(
      'ParameterVersionLabelLimitExceeded',
      `A parameter version can have a maximum of ${most} labels.`,
    );
  for (const other of parameter.versions)
    other.labels = other.labels.filter((label) => !valid.includes(label));
  version.labels = labels;
  return { InvalidLabels: given.filter((label) => !right.test(label)), ParameterVersion: number };
};
