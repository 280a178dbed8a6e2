/** The events that shipit kept in a file, one a line, while it ran. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Event } from '../src/core/events';
import { cleanEvent } from '../src/ui/clean';
import { Mask } from '../src/ui/mask';

/** Secrets were masked before they were kept; what could move a cursor stands there as it came. */
const nothingHidden = new Mask();

/** None from a file that is not there. The last line of a process that was killed may be half a line. */
export async function* readLog(path: string, fromByte: number): AsyncGenerator<Event> {
  const stream = createReadStream(path, { start: fromByte });
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = eventIn(line);
      if (event) yield event;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function eventIn(line: string): Event | null {
  try {
    const parsed = JSON.parse(line) as Event & { at: string };
    if (parsed?.v !== 1 || typeof parsed.type !== 'string') return null;
    return cleanEvent({ ...parsed, at: Date.parse(parsed.at) } as Event, nothingHidden);
  } catch {
    return null;
  }
}
