/** The policy of a repository that lets Lambda pull (Lambda Developer Guide, "Amazon ECR permissions"). */
import { ShipitError } from '../core/errors';

const lambda = 'lambda.amazonaws.com';
const needed = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const ours = { service: 'ShipitLambdaPull', account: 'ShipitAccountPull' } as const;

/** Whose functions are made of the images. */
export interface Puller {
  readonly account: string;
  readonly region: string;
  /** The repository is another account's. */
  readonly isElsewhere: boolean;
}

type Json = Readonly<{ [name: string]: unknown }>;

/** The policy with what is missing in it; null when nothing is. `invalid` for one that cannot be read. */
export function withPull(text: string | null, puller: Puller): string | null {
  const policy = text === null ? {} : read(text);
  const statements = listOf(policy.Statement).map((one) => (one ?? {}) as Json);
  const wanted = statementsOf(puller);
  const sids = wanted.map(({ Sid }) => Sid);
  const missing = wanted.filter((one) => !statements.some((other) => isSame(one, other)));
  const isOpen = !puller.isElsewhere && statements.some(letsLambda);
  if (missing.length === 0 || isOpen) return null;
  const others = statements.filter(({ Sid }) => typeof Sid !== 'string' || !sids.includes(Sid));
  return JSON.stringify({ Version: '2012-10-17', ...policy, Statement: [...others, ...wanted] });
}

/** One per account and region, since a repository may serve several. */
function statementsOf({ account, region, isElsewhere }: Puller): (Json & { readonly Sid: string })[] {
  const suffix = `${account}${region.replaceAll('-', '')}`;
  const common = { Effect: 'Allow', Action: needed };
  const Condition = { StringLike: { 'aws:sourceArn': `arn:aws:lambda:${region}:${account}:function:*` } };
  const service = { Sid: `${ours.service}${suffix}`, ...common, Principal: { Service: lambda }, Condition };
  const root = { AWS: `arn:aws:iam::${account}:root` };
  return isElsewhere ? [service, { Sid: `${ours.account}${suffix}`, ...common, Principal: root }] : [service];
}

const isSame = (one: Json, other: Json): boolean =>
  one.Sid === other.Sid &&
  other.Effect === 'Allow' &&
  JSON.stringify(listOf(other.Action)) === JSON.stringify(needed) &&
  JSON.stringify(one.Condition) === JSON.stringify(other.Condition);

/** Without a condition, or as Lambda itself writes it. */
function letsLambda({ Effect, Principal, Action, Condition, Sid }: Json): boolean {
  const { Service } = (typeof Principal === 'object' && Principal !== null ? Principal : {}) as Json;
  if (Effect !== 'Allow' || !(Principal === '*' || listOf(Service).includes(lambda))) return false;
  if (Condition !== undefined && Sid !== 'LambdaECRImageRetrievalPolicy') return false;
  const actions = listOf(Action).map((one) => String(one).toLowerCase());
  return needed.every((one) => actions.some((action) => ['*', 'ecr:*', one.toLowerCase()].includes(action)));
}

function read(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Json;
  } catch {
    // Told below.
  }
  throw new ShipitError('invalid', 'the policy of the repository is no JSON object', {
    hint: 'Look at it in the console of ECR.',
  });
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
