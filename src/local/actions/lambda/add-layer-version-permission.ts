/**
 * AddLayerVersionPermission: docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
 * @emulated
 */
import type {
  AddLayerVersionPermissionRequest,
  AddLayerVersionPermissionResponse,
} from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { problemsIn, type Rules } from '../../lambda/form';
import { insistOnRoom } from '../../lambda/policies';
import { findLayerVersion } from '../../layers/names';
import { layerStatement } from '../../layers/policy';
import type { Action } from '../../world';

const rules: Rules = {
  statementId: [Check.required, Check.pattern('([a-zA-Z0-9-_]+)'), Check.length(1, 100)],
  action: [Check.required, Check.pattern('lambda:GetLayerVersion')],
  principal: [Check.required, Check.pattern('\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root')],
  organizationId: [Check.pattern('o-[a-z0-9]{10,32}')],
};

export const addLayerVersionPermission: Action<
  AddLayerVersionPermissionRequest,
  AddLayerVersionPermissionResponse
> = (world, input) => {
  insist(...problemsIn(input, rules));
  const entry = findLayerVersion(world, input);
  const statements = entry.policy?.statements ?? [];
  if (statements.some(({ Sid }) => Sid === input.StatementId))
    throw refusal.conflict(
      `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
    );
  insistOnRevision(input.RevisionId, entry.policy?.revisionId ?? '', 'GetLayerPolicy');
  const statement = layerStatement(input, entry.arn);
  const after = { revisionId: world.random.uuid(), statements: [...statements, statement] };
  insistOnRoom(after);
  entry.policy = after;
  return { Statement: JSON.stringify(statement), RevisionId: after.revisionId };
};
