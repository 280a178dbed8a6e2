/** Policy documents: JSON of statements (docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html). */
import { refusal } from './errors';

type Json = Readonly<{ [member: string]: unknown }>;

const quotas = {
  trust: ['ACLSizePerRole', 2048],
  policy: ['PolicySize', 6144],
  inline: ['maxPolicySize', 10_240],
} as const;

/** What a role is trusted by; it has principals and no resources. */
export function insistOnTrust(text: string | undefined): string {
  const document = read(text, 'This policy contains invalid Json');
  for (const statement of statementsOf(document)) {
    insistOnStatement(statement);
    if ('Resource' in statement || 'NotResource' in statement)
      throw refusal.malformed('Has prohibited field Resource');
    if (!('Principal' in statement || 'NotPrincipal' in statement))
      throw refusal.malformed('Missing required field Principal');
  }
  return within(text ?? '', 'trust');
}

/** What an identity may do; it has resources and no principals. */
export function insistOnPolicy(text: string | undefined, kind: 'policy' | 'inline'): string {
  const document = read(text, 'Syntax errors in policy.');
  for (const statement of statementsOf(document)) {
    insistOnStatement(statement);
    if ('Principal' in statement || 'NotPrincipal' in statement)
      throw refusal.malformed('Policy document should not specify a principal.');
    if (!('Resource' in statement || 'NotResource' in statement))
      throw refusal.malformed('Policy statement must contain resources.');
  }
  return within(text ?? '', kind);
}

/** As answers have it: percent-encoded. */
export const encoded = (document: string): string =>
  encodeURIComponent(document).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function read(text: string | undefined, complaint: string): Json {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (isObject(value)) return value;
  } catch {}
  throw refusal.malformed(complaint);
}

function statementsOf({ Version, Statement }: Json): Json[] {
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17')
    throw refusal.malformed('The policy must contain a valid version string');
  const statements: unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length > 0 && statements.every(isObject)) return statements;
  throw refusal.malformed('Syntax errors in policy.');
}

function insistOnStatement(statement: Json): void {
  const { Effect, Action, NotAction } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw refusal.malformed('Syntax errors in policy.');
  const actions: unknown[] = [Action ?? NotAction].flat();
  if (actions.length === 0 || actions.includes(undefined))
    throw refusal.malformed('Policy statement must contain actions.');
  if (!actions.every((action) => typeof action === 'string' && /^(?:\*|[\w-]+:[\w*?]+)$/.test(action)))
    throw refusal.malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** White space is not counted. */
function within(text: string, kind: keyof typeof quotas): string {
  const [quota, most] = quotas[kind];
  if (text.replace(/\s/g, '').length > most) throw refusal.limit(`Cannot exceed quota for ${quota}: ${most}`);
  return text;
}
