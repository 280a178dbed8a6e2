/**
 * AddPermission: docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 * @emulated Callers of the local AWS are not authorised by it.
 */
import type { AddPermissionRequest, AddPermissionResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsIn, type Rules } from '../../lambda/form';
import { parseName } from '../../lambda/names';
import { insistOnRoom, statementOf } from '../../lambda/policies';
import { holderOf, setPolicy } from '../../lambda/policy-holders';
import type { Action } from '../../world';

const rules: Rules = {
  statementId: [Check.required, Check.pattern('([a-zA-Z0-9-_]+)'), Check.length(1, 100)],
  action: [Check.required, Check.pattern('(lambda:[*]|lambda:[a-zA-Z]+|[*])')],
  principal: [Check.required, Check.pattern('[^\\s]+'), Check.length(0, 2048)],
  sourceArn: [
    Check.pattern(
      'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
    ),
  ],
  functionUrlAuthType: [Check.oneOf(['NONE', 'AWS_IAM'])],
  sourceAccount: [Check.pattern('\\d{12}')],
  eventSourceToken: [Check.pattern('[a-zA-Z0-9._\\-]+'), Check.length(0, 256)],
  principalOrgID: [Check.pattern('o-[a-z0-9]{10,32}'), Check.length(12, 34)],
};

export const addPermission: Action<AddPermissionRequest, AddPermissionResponse> = (world, input) => {
  insist(...problemsIn(input, rules));
  const ref = parseName(world, input);
  if (ref.qualifier === '$LATEST')
    throw refusal.invalid('We currently do not support adding policies for $LATEST.');
  insistOnUrlAction(input);
  const holder = holderOf(findFunction(world, ref), ref);
  const { entry, key, thing } = holder;
  insistOnRevision(input.RevisionId, thing.revisionId, 'GetPolicy');
  const before = entry.policies.get(key) ?? { statements: [] };
  if (before.statements.some(({ Sid }) => Sid === input.StatementId))
    throw refusal.conflict(
      `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  const statement = statementOf(input, ref.arn);
  const after = { ...before, statements: [...before.statements, statement] };
  insistOnRoom(after);
  setPolicy(world, holder, after);
  return { Statement: JSON.stringify(statement) };
};

function insistOnUrlAction({
  Action,
  FunctionUrlAuthType,
  InvokedViaFunctionUrl,
}: AddPermissionRequest): void {
  if (FunctionUrlAuthType !== undefined && Action !== 'lambda:InvokeFunctionUrl')
    throw refusal.invalid('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action');
  if (InvokedViaFunctionUrl && Action !== 'lambda:InvokeFunction')
    throw refusal.invalid('InvokedViaFunctionUrl is only supported for lambda:InvokeFunction action');
}
