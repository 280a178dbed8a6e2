/**
 * PutResourcePolicy: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html.
 * @stored Policies of the account; the document is checked to be JSON.
 */
import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { policyView } from '../../logs/policies';
import type { Action } from '../../world';

const most = 10;
const length = Check.length(1, 51_200);
const longest = 5120;

export const putResourcePolicy: Action<PutResourcePolicyRequest, PutResourcePolicyResponse> = (
  { logs, clock },
  { policyName, policyDocument, resourceArn },
) => {
  insist(
    Check.required('policyName', policyName),
    Check.required('policyDocument', policyDocument),
    length('policyDocument', policyDocument),
  );
  if (resourceArn !== undefined)
    throw refusal.invalid('The local AWS keeps resource policies of the account alone.');
  const [name, document] = [policyName ?? '', policyDocument ?? ''];
  if (document.length > longest || !isObject(document)) throw refusal.invalid('Invalid policy document');
  if (!logs.policies.has(name) && logs.policies.size >= most) throw refusal.limited();
  const entry = { name, document, updatedMs: Math.floor(clock.nowMs()) };
  logs.policies.set(name, entry);
  return { resourcePolicy: policyView(entry) };
};

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
