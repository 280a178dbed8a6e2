/** A release as its journal tells it, completed by what only the log of this step has: pure. */
import type { Event } from '../src/core/events';

/** Those of the log stand before the first of the journal that came later; the journal keeps its order. */
export function completed(journal: readonly Event[], log: readonly Event[]): Event[] {
  const known = new Set(journal.map(signOf));
  const more = log.filter((event) => isNews(event) && !known.has(signOf(event)));
  const whole: Event[] = [];
  let next = 0;
  for (const event of journal) {
    for (let one = more[next]; one !== undefined && one.at < event.at; one = more[next]) {
      whole.push(one);
      next += 1;
    }
    whole.push(event);
  }
  return [...whole, ...more.slice(next)];
}

/** Where aliases stood is told by who moved them; and a command that ended well says nothing of the release. */
function isNews(event: Event): boolean {
  if (event.type === 'status.read') return false;
  return !(event.type.endsWith('.finished') && 'problems' in event && event.problems.length === 0);
}

/** The same in journal and log, which keeps whole milliseconds. Who asks and who obeys both say that it was obeyed. */
function signOf(event: Event): string {
  const { type, at } = event;
  if (type === 'wish.obeyed') return [type, event.what, event.step].join(' ');
  const parts = names.map((name) => (name in event ? String(event[name as keyof Event]) : ''));
  return [type, Math.floor(at), ...parts].join('\0');
}

/** Whatever tells events of one kind and moment from each other. */
const names = ['rollout', 'key', 'phase', 'toRevision', 'hook', 'sample', 'what', 'name', 'message'];
