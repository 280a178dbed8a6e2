import type { Event } from './core/events';
import type { Ports } from './core/ports';

/** Kept and not shown: it was told before the release had a journal, or is nothing that a person has to see. */
export function keeper(ports: Ports, release: string): (event: Event) => Promise<void> {
  const tell = (event: Event) => (event.type === 'warning' ? ports.report.tell(event) : undefined);
  return teller({ ...ports, report: { tell } }, release);
}

/** Shown, kept, and heard by those whom the project names. A journal that cannot be written is said once and never holds up a rollout. */
export function teller(ports: Ports, release: string): (event: Event) => Promise<void> {
  let warned = false;
  const warn = (why: string): void => {
    if (warned) return;
    warned = true;
    const message = `the journal cannot be written: ${why}`;
    const hint = 'The release goes on without it.';
    ports.report.tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint });
  };
  return async (event) => {
    // That something lasts is news for whoever watches now, and for nobody later.
    if (event.type === 'function.waiting') {
      ports.report.tell(event);
      return;
    }
    ports.notices.hear(release, event);
    // The last event stays the last one: a notice that could not be sent is warned of before it.
    if (event.type === 'release.finished') await ports.notices.settled();
    ports.report.tell(event);
    await ports.journal.append(release, event).catch((error: unknown) => {
      warn(error instanceof Error ? error.message : String(error));
    });
  };
}
