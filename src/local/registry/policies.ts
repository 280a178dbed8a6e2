/** Policies of repositories and of the registry, as texts of JSON. */
import { given } from './checks';
import { refusal } from './errors';

const mostBytes = 10_240;

/** Throws InvalidParameterException for what is no policy. */
export function insistOnPolicy(field: string, text: string | undefined): string {
  const policy = given(field, text);
  if (policy.length > mostBytes)
    throw refusal.parameter(field, `must have length less than or equal to ${mostBytes}`);
  if (statementsOf(policy).every(isStatement)) return policy;
  throw refusal.parameter(field, 'Invalid repository policy provided');
}

function statementsOf(text: string): unknown[] {
  try {
    const { Statement } = JSON.parse(text) as { readonly Statement?: unknown };
    return Array.isArray(Statement) ? Statement : [Statement];
  } catch {
    return [null];
  }
}

function isStatement(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { Effect } = value as { readonly Effect?: unknown };
  return (
    (Effect === 'Allow' || Effect === 'Deny') &&
    ('Action' in value || 'NotAction' in value) &&
    ('Principal' in value || 'NotPrincipal' in value)
  );
}
