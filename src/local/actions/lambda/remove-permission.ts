/**
 * RemovePermission: docs.aws.amazon.com/lambda/latest/api/API_RemovePermission.html
 * @emulated
 */
import type { RemovePermissionRequest } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { problemsIn, type Rules } from '../../lambda/form';
import { parseName } from '../../lambda/names';
import { holderOf, setPolicy } from '../../lambda/policy-holders';
import type { Action } from '../../world';

const rules: Rules = {
  statementId: [Check.required, Check.pattern('([a-zA-Z0-9-_.]+)'), Check.length(1, 100)],
};

export const removePermission: Action<RemovePermissionRequest, object> = (world, input) => {
  insist(...problemsIn(input, rules));
  const ref = parseName(world, input);
  const entry = world.functions.entries.get(ref.name);
  if (!entry) throw refusal.missing(`No policy found for: ${ref.functionArn}`);
  const holder = holderOf(entry, ref);
  const policy = entry.policies.get(holder.key);
  if (!policy) throw refusal.missing('No policy is associated with the given resource.');
  const statements = policy.statements.filter(({ Sid }) => Sid !== input.StatementId);
  if (statements.length === policy.statements.length)
    throw refusal.missing(`Statement ${input.StatementId} is not found in resource policy.`);
  insistOnRevision(input.RevisionId, holder.thing.revisionId, 'GetPolicy');
  setPolicy(world, holder, { ...policy, statements });
  return {};
};
