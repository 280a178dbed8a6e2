/**
 * SimulatePrincipalPolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 * @emulated The local user may do everything; of roles their inline policies, their own managed ones and their boundary count, with StringEquals and StringLike. Policies of AWS allow nothing here but AdministratorAccess.
 */
import type {
  EvaluationResult,
  SimulatePolicyResponse,
  SimulatePrincipalPolicyRequest,
} from '@aws-sdk/client-iam';
import type { Role } from '../../iam/book';
import { refusal } from '../../iam/errors';
import { type Decision, decide, type Question } from '../../iam/simulate';
import type { Action, World } from '../../world';

export const simulatePrincipalPolicy: Action<SimulatePrincipalPolicyRequest, SimulatePolicyResponse> = (
  world,
  input,
) => {
  const { PolicySourceArn: source = '', ActionNames: actions = [], ResourceArns: resources = ['*'] } = input;
  const ask = judgeOf(world, source);
  const context = new Map(
    (input.ContextEntries ?? []).map((one) => [
      (one.ContextKeyName ?? '').toLowerCase(),
      one.ContextKeyValues ?? [],
    ]),
  );
  const results = actions.flatMap((action) =>
    resources.map((resource): EvaluationResult => {
      const EvalDecision = ask({ action, resource, context });
      return { EvalActionName: action, EvalResourceName: resource, EvalDecision, MatchedStatements: [] };
    }),
  );
  return { EvaluationResults: results, IsTruncated: false };
};

const everything = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });

function judgeOf(world: World, source: string): (question: Question) => Decision {
  if (source === `arn:aws:iam::${world.account}:user/local`) return () => 'allowed';
  const role = [...world.roles.roles.values()].find(({ arn }) => arn === source);
  if (!role) throw refusal.missing(`The entity ${source} cannot be found.`);
  const own = documentsOf(world, role);
  const bound = role.boundary === null ? null : documentOf(world, role.boundary);
  return (question) => {
    const decision = decide(own, question);
    if (decision !== 'allowed' || bound === null) return decision;
    return decide(bound, question);
  };
}

const documentsOf = (world: World, { inline, attached }: Role): string[] => [
  ...inline.values(),
  ...[...attached].flatMap((arn) => documentOf(world, arn)),
];

function documentOf({ roles }: World, arn: string): string[] {
  if (/^arn:aws[\w-]*:iam::aws:policy\/AdministratorAccess$/.test(arn)) return [everything];
  const policy = roles.policies.get(arn);
  const document = policy?.versions.get(policy.defaultVersion)?.document;
  return document === undefined ? [] : [document];
}
