/** What was told of each function, one after the other, for a log in which they came all at once. */
import type { Event } from '../src/core/events';
import { describe, emptyMemory, type Memory, remember } from '../src/ui/describe';
import { show } from '../src/ui/show';

/** Of one function: a rollout of hours says the same again and again. */
const mostLines = 400;

export class Groups {
  private readonly memories = new Map<string, Memory>();
  private readonly told = new Map<string, string[]>();
  private readonly lately = new Map<string, readonly string[]>();
  /** Keys by the name of their rollout. */
  private readonly members = new Map<string, Set<string>>();

  hear(event: Event): void {
    for (const [key, own] of this.parts(event)) {
      const memory = this.memories.get(key) ?? emptyMemory;
      const said = describe(own, memory);
      this.memories.set(key, remember(own, memory));
      // The end of a release says of all of it what is said of each.
      this.keep(key, event.at, own.type === 'release.finished' ? said.slice(0, -1) : said);
    }
  }

  /** What is said again and again while nothing changes is said once. */
  private keep(key: string, atMs: number, said: readonly string[]): void {
    if (said.length === 0) return;
    const news = said.filter((line) => !this.lately.get(key)?.includes(line));
    this.lately.set(key, said);
    const kept = this.told.get(key) ?? [];
    kept.push(...news.map((line) => `${show.clock(atMs)} ${line}`));
    this.told.set(key, kept);
  }

  of(keys: readonly string[]): readonly { readonly key: string; readonly lines: readonly string[] }[] {
    return keys.map((key) => ({ key, lines: bounded(this.told.get(key) ?? []) }));
  }

  /** The event as each function it is about would have heard it alone. */
  private parts(event: Event): (readonly [string, Event])[] {
    if (event.type === 'plan.made') return this.planned(event);
    if (event.type === 'rollout.observed')
      return event.functions.map((counts) => {
        this.join(event.rollout, counts.key);
        return [counts.key, { ...event, functions: [counts] }] as const;
      });
    if (event.type === 'release.started')
      return event.functions.map((one) => [one.key, { ...event, functions: [one] }] as const);
    if (event.type === 'release.finished')
      return event.functions
        .filter(({ outcome }) => outcome !== 'unchanged')
        .map((one) => [one.key, { ...event, problems: [], functions: [one] }] as const);
    if ('key' in event && typeof event.key === 'string') return [[event.key, event]];
    if ('rollout' in event)
      return [...(this.members.get(event.rollout) ?? [])].map((key) => [key, event] as const);
    return [];
  }

  private planned(event: Extract<Event, { type: 'plan.made' }>): (readonly [string, Event])[] {
    const changed = event.functions.filter(({ action }) => action !== 'none');
    for (const { key, rollout, action } of changed) if (action === 'update') this.join(rollout, key);
    return changed.map((one) => {
      const { surplus: _, ...own } = event;
      return [one.key, { ...own, functions: [one], rollouts: [], layers: [], roles: [] }] as const;
    });
  }

  private join(rollout: string, key: string): void {
    this.members.set(rollout, (this.members.get(rollout) ?? new Set()).add(key));
  }
}

function bounded(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostLines) return lines;
  const [first, last] = [lines.slice(0, mostLines / 4), lines.slice(-(3 * mostLines) / 4)];
  return [...first, `(${lines.length - mostLines} lines in between stand above)`, ...last];
}
