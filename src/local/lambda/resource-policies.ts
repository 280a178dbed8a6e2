/** Policies that are put as a whole: their form, and what of it Lambda refuses. */
import type { World } from '../world';
import type { PolicyEntry, PolicyStatement } from './book';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { findFunction } from './find';
import type { Rules } from './form';
import { parseName } from './names';
import { holderOf, type PolicyHolder } from './policy-holders';

type Json = { readonly [member: string]: unknown };

const arnForm = Check.pattern(
  'arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9-_]+(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_])+)?',
);

export const resourcePolicyRules: Rules = {
  resourceArn: [Check.required, arnForm, Check.length(0, 256)],
  revisionId: [
    Check.pattern('[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
    Check.length(36, 36),
  ],
};

export function findByArn(world: World, resourceArn: string | undefined): PolicyHolder {
  insist(Check.required('resourceArn', resourceArn) ?? arnForm('resourceArn', resourceArn));
  const ref = parseName(world, { FunctionName: resourceArn });
  return holderOf(findFunction(world, ref), ref);
}

/** Throws for what is no policy, or one that is not about this resource. */
export function readPolicy(text: string, resource: string): PolicyEntry {
  const document = parse(text);
  const { Version, Id, Statement } = document;
  const statements = (Array.isArray(Statement) ? Statement : [Statement]) as unknown[];
  for (const statement of statements) insistOnStatement(statement, resource);
  return {
    statements: statements as PolicyStatement[],
    ...(typeof Version === 'string' ? { Version } : {}),
    ...(typeof Id === 'string' ? { Id } : {}),
  };
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {}
  throw invalid('it is not a JSON object');
}

function insistOnStatement(statement: unknown, resource: string): void {
  if (!isObject(statement)) throw invalid('it has no statement');
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw invalid('Effect must be Allow or Deny');
  if (Principal === undefined && NotPrincipal === undefined) throw invalid('a statement has no Principal');
  if (Action === undefined && NotAction === undefined) throw invalid('a statement has no Action');
  const resources = Array.isArray(Resource) ? Resource : [Resource];
  if (resources.some((named) => named !== resource))
    throw invalid(`every statement must have the Resource ${resource}`);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (why: string): Error => refusal.invalid(`The resource policy is not valid: ${why}.`);
