/** Concurrency of the account: 1,000, of which 100 must stay with the functions that reserve none (Lambda quotas). */
import type { World } from '../world';
import type { FunctionEntry } from './book';
import { refusal } from './errors';

const accountLimit = 1000;
const leastUnreserved = 100;

/** What would be left for the functions that reserve none; throws when it is too little. */
export function unreservedFor(world: World, entry: FunctionEntry, reserved: number): number {
  const others = [...world.functions.entries.values()].filter((other) => other !== entry);
  const taken = others.reduce((sum, other) => sum + (other.reservedConcurrency ?? 0), reserved);
  const left = accountLimit - taken;
  if (left < leastUnreserved)
    throw refusal.invalid(
      `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${leastUnreserved}].`,
    );
  return left;
}
