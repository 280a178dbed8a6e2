/** Provisioned concurrency of the simulated world: asked for, ready after a while, or failed. */
import { ShipitError } from '../core/errors';
import type { Capacity, CapacityState } from '../core/lambda';
import type { Line } from './faults';
import type { SimulatedWorld } from './world';

/** How long Lambda takes to make it ready. */
const readyMs = 45_000;

export function simulatedCapacity(world: SimulatedWorld, line: Line, by: string): Capacity {
  const place = (functionName: string, version: string) => `${functionName}:${version}`;
  const change = (what: string) => world.changes.push({ atMs: world.scheduler.nowMs(), by, what });
  return {
    read: (functionName, version) =>
      line.call('GetProvisionedConcurrencyConfig', () => read(world, place(functionName, version))),
    write: (functionName, version, amount) =>
      line.call('PutProvisionedConcurrencyConfig', () => {
        const known = world.functions.get(functionName)?.versions.some((one) => one.version === version);
        if (!known) throw new ShipitError('notFound', `Function not found: ${place(functionName, version)}`);
        world.capacity.set(place(functionName, version), {
          amount,
          readyAtMs: world.scheduler.nowMs() + readyMs,
        });
        change(`capacity ${amount} for ${place(functionName, version)}`);
      }),
    remove: (functionName, version) =>
      line.call('DeleteProvisionedConcurrencyConfig', () => {
        if (world.capacity.delete(place(functionName, version)))
          change(`capacity 0 for ${place(functionName, version)}`);
      }),
  };
}

function read(world: SimulatedWorld, place: string): CapacityState | null {
  const found = world.capacity.get(place);
  if (!found) return null;
  if (world.scheduler.nowMs() < found.readyAtMs)
    return { requested: found.amount, status: 'IN_PROGRESS', because: '' };
  return world.capacityFails
    ? { requested: found.amount, status: 'FAILED', because: 'the handler could not be initialised' }
    : { requested: found.amount, status: 'READY', because: '' };
}
