import type { EvaluationResult } from '@aws-sdk/client-iam';
import type { Allowed, Permissions } from '../core/checkup';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

/** Simulated by IAM: what policies, boundaries and the organization say, not what a bucket or a key of its own says. */
export function createPermissions(connections: Connections, send: Send): Permissions {
  return {
    async simulate(principal, { actions, resources }): Promise<Allowed[]> {
      const input = {
        PolicySourceArn: principal,
        ActionNames: [...actions],
        ResourceArns: [...resources],
        ContextEntries: [passedTo],
      };
      const found: EvaluationResult[] = [];
      for (let page: { Marker?: string } | null = {}; page !== null; ) {
        const at: { Marker?: string } = page;
        const answer = await send({
          ...reading(`SimulatePrincipalPolicy ${principal}`, null),
          send: () =>
            connections.iam().send(new (sdk.iam().SimulatePrincipalPolicyCommand)({ ...input, ...at })),
        });
        found.push(...(answer.EvaluationResults ?? []));
        page = answer.IsTruncated && answer.Marker ? { Marker: answer.Marker } : null;
      }
      return found.flatMap(answersOf);
    },
  };
}

/** Roles are passed to Lambda alone. */
const passedTo = {
  ContextKeyName: 'iam:PassedToService',
  ContextKeyType: 'string' as const,
  ContextKeyValues: ['lambda.amazonaws.com'],
};

/** Where there is more than one resource, each has an answer of its own below that for all. */
function answersOf(result: EvaluationResult): Allowed[] {
  const action = result.EvalActionName ?? '';
  const each = result.ResourceSpecificResults ?? [];
  if (each.length === 0)
    return [answerOf(action, result.EvalResourceName ?? '*', { ...result, decision: result.EvalDecision })];
  return each.map((one) =>
    answerOf(action, one.EvalResourceName ?? '*', {
      decision: one.EvalResourceDecision,
      PermissionsBoundaryDecisionDetail: one.PermissionsBoundaryDecisionDetail,
      OrganizationsDecisionDetail: result.OrganizationsDecisionDetail,
    }),
  );
}

interface Decided
  extends Pick<EvaluationResult, 'PermissionsBoundaryDecisionDetail' | 'OrganizationsDecisionDetail'> {
  readonly decision: string | undefined;
}

function answerOf(action: string, resource: string, decided: Decided): Allowed {
  const { decision = 'implicitDeny' } = decided;
  const allowed = decision === 'allowed';
  return { action, resource, allowed, because: allowed ? '' : reasonOf(decision, decided) };
}

function reasonOf(decision: string, decided: Decided): string {
  if (decided.OrganizationsDecisionDetail?.AllowedByOrganizations === false)
    return 'the organization does not allow it';
  if (decided.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false)
    return 'the permissions boundary does not allow it';
  return decision === 'explicitDeny' ? 'a policy denies it' : 'no policy allows it';
}
