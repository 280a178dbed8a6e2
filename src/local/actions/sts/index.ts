/** Every STS operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { getCallerIdentity } from './get-caller-identity';

export const stsActions = {
  GetCallerIdentity: getCallerIdentity,
} satisfies { [operation: string]: Action<never, object> };
