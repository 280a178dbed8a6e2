/** Where a release takes place: what ARNs are made of. */
import { type FunctionSpec, OwnLayer } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Caller, Identity } from '../core/ports';

export interface Ground {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** Null when nothing of these functions needs to be named before it is there: nobody asks AWS who calls then. */
export async function groundOf(
  identity: Identity,
  functions: readonly FunctionSpec[],
): Promise<Ground | null> {
  const needed = functions.some(
    ({ role, config }) => role !== null || config.layers?.some((layer) => OwnLayer.keyOf(layer) !== null),
  );
  if (!needed) return null;
  const { arn, account, region } = await identity.whoami();
  return { partition: arn.split(':')[1] || 'aws', account, region };
}

/** What is wrong with the account in which the caller works; null where the project file names that one, or none. */
export function otherAccount(account: string | null, caller: Caller): string | null {
  if (account === null || account === caller.account) return null;
  return `the project file is for account ${account}, but ${caller.arn} calls for account ${caller.account}`;
}

export function refuseOtherAccount(account: string | null, caller: Caller): void {
  const text = otherAccount(account, caller);
  if (text === null) return;
  throw new ShipitError('refused', text, {
    hint: 'Nothing was written. Choose another profile, or correct `account`.',
  });
}
