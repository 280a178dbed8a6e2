/**
 * DeleteResourcePolicy: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteResourcePolicy.html.
 * @stored
 */
import type { DeleteResourcePolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import type { Action } from '../../world';

export const deleteResourcePolicy: Action<DeleteResourcePolicyRequest, object> = (
  { logs },
  { policyName },
) => {
  insist(Check.required('policyName', policyName));
  if (!logs.policies.delete(policyName ?? ''))
    throw refusal.missing(`Policy with name [${policyName}] does not exist.`);
  return {};
};
