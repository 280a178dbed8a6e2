/** Every STS operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { assumeRole } from './assume-role';
import { assumeRoleWithWebIdentity } from './assume-role-with-web-identity';
import { getCallerIdentity } from './get-caller-identity';

export const stsActions = {
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
  GetCallerIdentity: getCallerIdentity,
} satisfies { [operation: string]: Action<never, object> };
