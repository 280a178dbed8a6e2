/** Whether the caller may do what a release calls, by IAM's own simulation: nothing is called for it. */
import type { FunctionSpec, Project } from '../../config/project';
import type { Allowed, Asked, Finding, Permissions } from '../../core/checkup';
import { ShipitError } from '../../core/errors';
import type { Roles } from '../../core/lambda';
import type { Caller } from '../../core/ports';
import { needsOf } from './needs';

const area = 'permissions';

export interface PermissionCheck {
  readonly caller: Caller;
  readonly project: Project;
  readonly functions: readonly FunctionSpec[];
}

export async function checkPermissions(
  ports: { readonly permissions: Permissions; readonly roles: Roles },
  { caller, project, functions }: PermissionCheck,
): Promise<Finding[]> {
  const [, partition = 'aws'] = caller.arn.split(':');
  const { account, region } = caller;
  if (/:root$/.test(caller.arn))
    return [{ area, what: 'the root user may do everything', state: 'ok', because: '', hint: '' }];
  const asked = needsOf(project, functions, { partition, account, region });
  const principal = await principalOf(ports.roles, caller);
  if (principal === null) return [unknown(asked, `IAM cannot simulate for ${caller.arn}`)];
  const answers = await Promise.allSettled(asked.map((one) => ports.permissions.simulate(principal, one)));
  const open = asked.filter((_, index) => answers[index]?.status === 'rejected');
  const [refused] = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (refused !== undefined && !(refused instanceof ShipitError)) throw refused;
  const known = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  return [...verdicts(known), ...(refused ? [unknown(open, refused.message)] : [])];
}

function verdicts(answers: readonly Allowed[]): Finding[] {
  const denied = new Map<string, Allowed[]>();
  for (const one of answers)
    if (!one.allowed) denied.set(one.action, [...(denied.get(one.action) ?? []), one]);
  const count = new Set(answers.map(({ action }) => action)).size;
  if (denied.size === 0 && count > 0) {
    const because = 'by what IAM simulates; buckets, keys and layers of others may have a say of their own';
    return [
      {
        area,
        what: `all ${count} actions that this project needs are allowed`,
        state: 'ok',
        because,
        hint: '',
      },
    ];
  }
  return [...denied].map(([action, ones]): Finding => {
    const [first] = ones;
    const more = ones.length > 1 ? ` and ${ones.length - 1} more` : '';
    const what = `${action} on ${first?.resource ?? '*'}${more}`;
    const hint = 'Give it to the caller; docs/aws.md has the whole policy.';
    return { area, what, state: 'bad', because: first?.because ?? '', hint };
  });
}

/** What a caller may do who may not ask about it shows when it is done. */
function unknown(asked: readonly Asked[], because: string): Finding {
  const actions = [...new Set(asked.flatMap((one) => one.actions))].sort();
  const what = `${actions.length} actions could not be simulated: ${actions.join(', ')}`;
  const hint =
    'Allow the caller iam:SimulatePrincipalPolicy on itself, or compare with the policy of docs/aws.md.';
  return { area, what, state: 'warn', because, hint };
}

/** IAM wants the role, of which a session names neither path nor itself; null for what it cannot simulate. */
async function principalOf(roles: Roles, { arn }: Caller): Promise<string | null> {
  if (/:(user|role)\//.test(arn)) return arn;
  const session = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn);
  if (session === null) return null;
  const [, partition, account, name = ''] = session;
  const role = await roles.read(name).catch((error: unknown) => {
    if (ShipitError.is(error)) return null;
    throw error;
  });
  return `arn:${partition}:iam::${account}:role${role?.path ?? '/'}${name}`;
}
