/**
 * CreateLogGroup: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html.
 * @emulated The class and the key are kept; nothing is encrypted.
 */
import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, member, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import type { Action } from '../../world';

const keyLength = Check.length(0, 256);
const isClass = Check.oneOf(['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY']);

export const createLogGroup: Action<CreateLogGroupRequest, object> = ({ logs }, input) => {
  const name = member.groupName(input.logGroupName);
  insist(
    keyLength('kmsKeyId', input.kmsKeyId),
    isClass('logGroupClass', input.logGroupClass),
    sized('tags', input.tags && Object.keys(input.tags), [1, 50]),
  );
  member.tags(input.tags ?? {});
  if (/^aws\//i.test(name)) throw refusal.invalid('Log groups starting with AWS/ are reserved for AWS.');
  if (logs.groups.has(name)) throw refusal.exists('The specified log group already exists');
  logs.addGroup(name, {
    kmsKeyId: input.kmsKeyId ?? null,
    groupClass: input.logGroupClass ?? 'STANDARD',
    deletionProtected: input.deletionProtectionEnabled ?? false,
    tags: { ...input.tags },
  });
  return {};
};
