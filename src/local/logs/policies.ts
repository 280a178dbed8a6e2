import type { ResourcePolicy } from '@aws-sdk/client-cloudwatch-logs';
import type { ResourcePolicyEntry } from './store';

/** Who may write to the account's logs, as it was put. */
export const policyView = ({ name, document, updatedMs }: ResourcePolicyEntry): ResourcePolicy => ({
  policyName: name,
  policyDocument: document,
  lastUpdatedTime: updatedMs,
  policyScope: 'ACCOUNT',
});
