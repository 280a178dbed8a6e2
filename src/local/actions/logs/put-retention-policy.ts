/**
 * PutRetentionPolicy: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
 * @emulated Old events go when the group is next read or written.
 */
import type { PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check, violated } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

const allowed = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const putRetentionPolicy: Action<PutRetentionPolicyRequest, object> = (world, input) => {
  const { retentionInDays: days } = input;
  const rule = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
  const isAllowed = allowed.includes(days ?? Number.NaN);
  insist(
    Check.required('retentionInDays', days),
    days === undefined || isAllowed ? null : violated(`'${days}'`, 'retentionInDays', rule),
  );
  findGroup(world, input.logGroupName).retentionDays = days ?? null;
  return {};
};
