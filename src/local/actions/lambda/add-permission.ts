/** AddPermission: docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html. */
import type { AddPermissionRequest, AddPermissionResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findTarget } from '../../lambda/find';
import { insistOnRoom, statementOf } from '../../lambda/policies';
import type { Action } from '../../world';

const statementId = Check.pattern('([a-zA-Z0-9-_]+)');
const action = Check.pattern('(lambda:[*]|lambda:[a-zA-Z]+|[*])');

export const addPermission: Action<AddPermissionRequest, AddPermissionResponse> = (world, input) => {
  insist(
    Check.required('statementId', input.StatementId) ?? statementId('statementId', input.StatementId),
    Check.required('action', input.Action) ?? action('action', input.Action),
    Check.required('principal', input.Principal),
  );
  const { ref, entry } = findTarget(world, input);
  if (ref.qualifier === '$LATEST')
    throw refusal.invalid('We currently do not support adding policies for $LATEST.');
  const key = ref.qualifier ?? '$LATEST';
  const before = entry.policies.get(key);
  insistOnRevision(input.RevisionId, before?.revisionId ?? entry.latest.revisionId, 'GetPolicy');
  const statements = before?.statements ?? [];
  if (statements.some(({ Sid }) => Sid === input.StatementId))
    throw refusal.conflict(
      `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  const statement = statementOf(input, ref.arn);
  const after = [...statements, statement];
  insistOnRoom(after);
  entry.policies.set(key, { revisionId: world.random.uuid(), statements: after });
  return { Statement: JSON.stringify(statement) };
};
