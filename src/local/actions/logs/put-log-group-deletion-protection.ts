/**
 * PutLogGroupDeletionProtection: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html.
 * @emulated
 */
import type { PutLogGroupDeletionProtectionRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { findNamed } from '../../logs/find';
import type { Action } from '../../world';

export const putLogGroupDeletionProtection: Action<PutLogGroupDeletionProtectionRequest, object> = (
  world,
  { logGroupIdentifier, deletionProtectionEnabled },
) => {
  insist(
    Check.required('logGroupIdentifier', logGroupIdentifier),
    Check.required('deletionProtectionEnabled', deletionProtectionEnabled),
  );
  findNamed(world, { logGroupIdentifier }).deletionProtected = deletionProtectionEnabled === true;
  return {};
};
