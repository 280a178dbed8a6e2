/** Every event in a file, as with --json, whatever view is shown. */
import type { Event, EventOf } from '../core/events';
import type { Report } from '../core/ports';
import { createJsonReport } from './json';
import type { Mask } from './mask';
import { Sink } from './sink';
import type { OutStream } from './streams';

type Warn = (warning: EventOf<'warning'>) => void;

/** Nothing that goes wrong with it disturbs the work: it is said once, and each event is tried anew. */
export function createLogReport(stream: OutStream, mask: Mask, warn: Warn): Report {
  let failed: string | null = null;
  let said = false;
  const write = (text: string): void => {
    try {
      stream.write(text);
    } catch (error) {
      failed = error instanceof Error ? error.message : String(error);
    }
  };
  const json = createJsonReport(new Sink({ stream: { write }, colour: false, mask, actions: false }));
  return {
    tell(event: Event) {
      json.tell(event);
      if (failed === null || said) return;
      said = true;
      warn({ v: 1, type: 'warning', at: event.at, message: failed, hint });
    },
  };
}

const hint = 'The command goes on without it; lines may be missing there.';
