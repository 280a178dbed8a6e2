/** Resource policies: one document for each qualifier (recorded behaviour). */
import type { AddPermissionRequest } from '@aws-sdk/client-lambda';
import type { PolicyEntry, PolicyStatement } from './book';
import { refusal } from './errors';

const bytesLimit = 20_480;

export function statementOf(input: AddPermissionRequest, resource: string): PolicyStatement {
  const conditions = conditionsOf(input);
  return {
    Sid: input.StatementId ?? '',
    Effect: 'Allow',
    Principal: principalOf(input.Principal ?? ''),
    Action: input.Action ?? '',
    Resource: resource,
    ...(Object.keys(conditions).length > 0 ? { Condition: conditions } : {}),
  };
}

export const policyDocument = ({ Version, Id, statements }: PolicyEntry): string =>
  JSON.stringify({ Version: Version ?? '2012-10-17', Id: Id ?? 'default', Statement: statements });

export function insistOnRoom(policy: PolicyEntry): void {
  const bytes = Buffer.byteLength(policyDocument(policy));
  if (bytes > bytesLimit)
    throw refusal.policyTooLong(`The final policy size (${bytes}) is bigger than the limit (${bytesLimit}).`);
}

function principalOf(principal: string): PolicyStatement['Principal'] {
  if (principal === '*') return '*';
  if (/^\d{12}$/.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` };
  if (/^arn:aws[a-zA-Z-]*:(iam|sts)::/.test(principal)) return { AWS: principal };
  if (/^[a-z0-9-.]+\.(amazonaws\.com(\.cn)?|amazon\.com)$/.test(principal)) return { Service: principal };
  throw refusal.invalid('The provided principal was invalid. Please check the principal and try again.');
}

function conditionsOf(input: AddPermissionRequest): NonNullable<PolicyStatement['Condition']> {
  const equal = {
    ...(input.SourceAccount ? { 'AWS:SourceAccount': input.SourceAccount } : {}),
    ...(input.PrincipalOrgID ? { 'aws:PrincipalOrgID': input.PrincipalOrgID } : {}),
    ...(input.EventSourceToken ? { 'lambda:EventSourceToken': input.EventSourceToken } : {}),
    ...(input.FunctionUrlAuthType ? { 'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType } : {}),
  };
  return {
    ...(Object.keys(equal).length > 0 ? { StringEquals: equal } : {}),
    ...(input.InvokedViaFunctionUrl ? { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } } : {}),
    ...(input.SourceArn ? { ArnLike: { 'AWS:SourceArn': input.SourceArn } } : {}),
  };
}
