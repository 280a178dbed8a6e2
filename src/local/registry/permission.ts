/** Whether Lambda may fetch from a repository (Lambda Developer Guide, "Amazon ECR permissions"). */
import type { World } from '../world';
import type { Repository } from './book';
import { matches } from './mutability';

const lambda = 'lambda.amazonaws.com';
const sid = 'LambdaECRImageRetrievalPolicy';
const needed = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/**
 * Of its own account Lambda takes the right that it does not have, by a statement of its own. False when a statement
 * denies it.
 */
export function permitLambda(
  { region, account }: Pick<World, 'region' | 'account'>,
  repository: Repository,
): boolean {
  const policy = policyOf(repository);
  const statements = policy.Statement.filter(isForLambda);
  if (statements.some(denies)) return false;
  const allowed = (action: string): boolean =>
    statements.some((one) => one.Effect === 'Allow' && covers(one, action));
  if (needed.every(allowed)) return true;
  const own = {
    Sid: sid,
    Effect: 'Allow',
    Principal: { Service: lambda },
    Action: [...needed, 'ecr:SetRepositoryPolicy', 'ecr:DeleteRepositoryPolicy', 'ecr:GetRepositoryPolicy'],
    Condition: { StringLike: { 'aws:sourceArn': `arn:aws:lambda:${region}:${account}:function:*` } },
  };
  const others = policy.Statement.filter(({ Sid }) => Sid !== sid);
  repository.policy = JSON.stringify({ ...policy, Statement: [...others, own] });
  return true;
}

interface Statement {
  readonly Sid?: unknown;
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Condition?: unknown;
}

/** What SetRepositoryPolicy has taken is an object with statements. */
function policyOf({ policy }: Repository): { readonly Statement: readonly Statement[] } {
  if (policy === null) return { Version: '2008-10-17', Statement: [] } as { Statement: Statement[] };
  const json = JSON.parse(policy) as { Statement: Statement | Statement[] };
  return { ...json, Statement: listOf(json.Statement) as Statement[] };
}

function isForLambda({ Principal }: Statement): boolean {
  if (Principal === '*') return true;
  const { Service, AWS } = (Principal ?? {}) as { readonly Service?: unknown; readonly AWS?: unknown };
  return listOf(Service).includes(lambda) || listOf(AWS).includes('*');
}

/** Whether a condition holds is not known here: a denial under one is none. */
const denies = (one: Statement): boolean =>
  one.Effect === 'Deny' && one.Condition === undefined && needed.some((action) => covers(one, action));

/** Actions know no case. */
const covers = ({ Action }: Statement, action: string): boolean =>
  listOf(Action).some((one) => matches(String(one).toLowerCase(), action.toLowerCase()));

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
