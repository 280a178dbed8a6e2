/**
 * CreatePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 * @stored The document is checked in its form; nobody is refused by it.
 */
import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import { insistOnPolicy } from '../../iam/documents';
import { refusal } from '../../iam/errors';
import { uniqueId } from '../../iam/ids';
import { nameOf, pathOf, tagsOver } from '../../iam/members';
import { policyView } from '../../iam/views';
import type { Action } from '../../world';

export const createPolicy: Action<CreatePolicyRequest, CreatePolicyResponse> = (world, input) => {
  const name = nameOf('policyName', input.PolicyName, 128);
  const path = pathOf(input.Path);
  const document = insistOnPolicy(input.PolicyDocument, 'policy');
  const { policies } = world.roles;
  for (const other of policies.values())
    if (other.name.toLowerCase() === name.toLowerCase())
      throw refusal.exists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
  const createdMs = world.clock.nowMs();
  const policy = {
    name,
    path,
    id: uniqueId(world, 'ANPA'),
    arn: `arn:aws:iam::${world.account}:policy${path}${name}`,
    createdMs,
    updatedMs: createdMs,
    description: input.Description ?? null,
    tags: tagsOver({}, input.Tags),
    defaultVersion: 'v1',
    lastVersion: 1,
    versions: new Map([['v1', { id: 'v1', createdMs, document }]]),
  };
  policies.set(policy.arn, policy);
  return { Policy: policyView(world, policy) };
};
