/** Makes what is not there yet although answers are lost: before each further try it is looked for what the last one did. */
import { ShipitError } from '../core/errors';

/** With every tenth answer an error, as good as always enough. */
export const attempts = 10;

interface Making<T, Found> {
  readonly make: () => Promise<T>;
  /** `lost`: an answer to a try of our own was lost. Null when nothing is there that can be ours. */
  readonly find: (lost: boolean) => Promise<Found | null>;
}

export async function untilThere<T, Found>({ make, find }: Making<T, Found>): Promise<T | Found> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await make();
    } catch (error) {
      const passes = ShipitError.is(error, 'timedOut', 'unavailable');
      const inDoubt = passes || ShipitError.is(error, 'alreadyExists');
      const found = inDoubt ? await find(passes || attempt > 1) : null;
      if (found !== null) return found;
      if (attempt === attempts || !passes) throw error;
    }
  }
}
