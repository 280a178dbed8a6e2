/** Who else may use a layer version: one document with one revision id for each version. */
import type { AddLayerVersionPermissionRequest } from '@aws-sdk/client-lambda';
import type { PolicyStatement } from '../lambda/book';
import { refusal } from '../lambda/errors';
import type { LayerPolicy, LayerVersionEntry } from './book';

export function layerStatement(
  { StatementId, Action, Principal, OrganizationId }: AddLayerVersionPermissionRequest,
  resource: string,
): PolicyStatement {
  const principal = Principal ?? '';
  const account = /^\d{12}$/.test(principal) ? `arn:aws:iam::${principal}:root` : principal;
  return {
    Sid: StatementId ?? '',
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { AWS: account },
    Action: Action ?? '',
    Resource: resource,
    ...(OrganizationId ? { Condition: { StringEquals: { 'aws:PrincipalOrgID': OrganizationId } } } : {}),
  };
}

/** Throws 404 for a version that nobody else may use. */
export function policyOf({ policy }: LayerVersionEntry): LayerPolicy {
  if (!policy) throw refusal.missing('No policy is associated with the given resource.');
  return policy;
}
