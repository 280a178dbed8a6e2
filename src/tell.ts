import type { Event } from './core/events';
import type { Ports } from './core/ports';

/** Shown and kept. A journal that cannot be written is said once and never holds up a rollout. */
export function teller(ports: Ports, release: string): (event: Event) => Promise<void> {
  let warned = false;
  return async (event) => {
    ports.report.tell(event);
    try {
      await ports.journal.append(release, event);
    } catch (error) {
      if (warned) return;
      warned = true;
      const message = `the journal cannot be written: ${error instanceof Error ? error.message : String(error)}`;
      ports.report.tell({
        v: 1,
        type: 'warning',
        at: ports.clock.nowMs(),
        message,
        hint: 'The release goes on without it.',
      });
    }
  };
}
