/** The release as one page in a file, for whoever keeps it as an artifact of the run. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../src/core/events';
import type { TellsFrom } from '../src/ui/report';
import { retoldDocument } from '../src/ui/retold';

/** Held at once: a look at five hundred functions has a hundred kilobytes, and there may be a thousand of them. */
const mostCharacters = 64_000_000;

/** Every event that the page may draw; of too many looks at the versions every second one goes, again and again. */
export class ReportEvents {
  private events: Event[] = [];
  private characters = 0;

  hear(event: Event): void {
    if (event.type === 'aws.called') return;
    this.events.push(event);
    this.characters += sizeOf(event);
    if (this.characters > mostCharacters) this.thin();
  }

  get heard(): readonly Event[] {
    return this.events;
  }

  hasBeginningOf(release: string): boolean {
    return this.events.some((event) => event.type === 'release.started' && event.release === release);
  }

  /** Null where there was no release. */
  write(folder: string, from: TellsFrom): string | null {
    const last = this.events.at(-1);
    if (
      last === undefined ||
      !this.events.some(({ type }) => type === 'release.started' || type === 'release.finished')
    )
      return null;
    const path = join(folder, 'report.html');
    writeFileSync(path, retoldDocument('html', { journal: this.events, atMs: last.at, from }));
    return path;
  }

  private thin(): void {
    let looks = 0;
    this.events = this.events.filter((event) => event.type !== 'rollout.observed' || looks++ % 2 === 0);
    this.characters = this.events.reduce((sum, event) => sum + sizeOf(event), 0);
  }
}

const sizeOf = (event: Event): number =>
  event.type === 'rollout.observed' ? 200 + 300 * event.functions.length : 500;
