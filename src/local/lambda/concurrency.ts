/** Concurrency of the account: 1,000, of which 100 must stay with the functions that reserve none (Lambda quotas). */
import type { World } from '../world';
import type { FunctionEntry } from './book';
import { refusal } from './errors';
import { provisionedTotal } from './provisionable';

/** ConcurrentExecutions of GetAccountSettings. */
export const accountConcurrency = 1000;

const leastUnreserved = 100;

/** What the functions share that reserve none: UnreservedConcurrentExecutions of GetAccountSettings. */
export function unreservedConcurrency(world: Pick<World, 'functions'>): number {
  let left = accountConcurrency;
  for (const entry of world.functions.entries.values()) left -= claimOf(entry);
  return left;
}

/** Throws when reserving so much would leave the others too little. */
export function insistOnReservable(world: World, entry: FunctionEntry, reserved: number): void {
  if (unreservedConcurrency(world) + claimOf(entry) - reserved < leastUnreserved) throw tooLittle('Reserved');
}

/** Throws when a function cannot have so much provisioned concurrency in all. */
export function insistOnProvisionable(world: World, entry: FunctionEntry, total: number): void {
  const { reservedConcurrency } = entry;
  if (reservedConcurrency !== null) {
    if (total <= reservedConcurrency) return;
    throw refusal.invalid(
      'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
    );
  }
  const unreserved = unreservedConcurrency(world) + claimOf(entry);
  if (total > unreserved)
    throw refusal.invalid(
      `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${unreserved}].`,
    );
  if (unreserved - total < leastUnreserved) throw tooLittle('');
}

/** Provisioned concurrency comes out of what the function has reserved, when it has reserved anything. */
const claimOf = (entry: FunctionEntry): number => entry.reservedConcurrency ?? provisionedTotal(entry);

const tooLittle = (kind: 'Reserved' | ''): Error =>
  refusal.invalid(
    `Specified ${kind}ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${leastUnreserved}].`,
  );
