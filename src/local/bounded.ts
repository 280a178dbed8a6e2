/**
 * A bound on work that a regular expression of somebody else can make endless, such as `(a+)+$`: V8 breaks it off, in the
 * middle of a match too. A bound costs a tenth of a millisecond, so it goes around all the matches of a request.
 */
import { createContext, Script } from 'node:vm';

/** The time was over before the work. */
export class TooSlow extends Error {}

/** A context is dear to make, and nothing stays in this one. */
const place: { work: (() => unknown) | null } = { work: null };
let entry: { run(mostMs: number): unknown } | null = null;

/** What is broken off does not get to its end, nor to its `finally`: the work must change nothing that outlives it. */
export function bounded<T>(mostMs: number, work: () => T): T {
  entry ??= createEntry();
  place.work = work;
  try {
    return entry.run(mostMs) as T;
  } catch (error) {
    throw isBrokenOff(error) ? new TooSlow(`It took more than ${mostMs} ms`) : error;
  } finally {
    place.work = null;
  }
}

function createEntry(): NonNullable<typeof entry> {
  const context = createContext(place);
  const script = new Script('work()');
  return { run: (timeout) => script.runInContext(context, { timeout }) };
}

const isBrokenOff = (error: unknown): boolean =>
  (error as { readonly code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
