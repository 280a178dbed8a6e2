/** What is known of the release in the end: by this step alone when it began here, else by its journal too. */
import { fold } from '../src/ui/fold';
import type { TellsFrom } from '../src/ui/report';
import { emptyView } from '../src/ui/view';
import { journalOf, type Place } from './journal';
import { ReportEvents } from './report';
import type { Runner } from './runner';
import { completed } from './story';
import type { Told } from './told';

export interface Whole {
  readonly told: Told;
  readonly report: ReportEvents;
  readonly from: TellsFrom;
}

export interface Heard {
  readonly command: string;
  readonly told: Told;
  readonly report: ReportEvents;
  readonly place: Place;
  readonly isCancelled: boolean;
  readonly stop: AbortSignal;
}

/** Commands that only look do not want the story of a release. */
const lookers = ['status', 'plan', 'doctor', 'history', 'verify'];

/** A journal that cannot be read is said, and no failure of the step. */
export async function wholeOf(runner: Runner, heard: Heard): Promise<Whole> {
  const { told, report, command, place, isCancelled, stop } = heard;
  const { release, finished } = told.view;
  if (release === null || report.hasBeginningOf(release)) return { told, report, from: 'journal' };
  const alone: Whole = { told, report, from: 'run' };
  if (lookers.includes(command)) return alone;
  const warn = (message: string): void => runner.annotate('warning', message);
  const awaitsEnd = command === 'abort' && told.obeyed && finished === null;
  try {
    const journal = await journalOf({
      ...{ release, place, awaitsEnd, isHurried: isCancelled, stop },
      report: { tell: (event) => event.type === 'warning' && warn(event.message) },
    });
    return journal.length === 0 ? alone : retold(told, completed(journal, report.heard));
  } catch (error) {
    warn(`The journal of the release could not be read: ${(error as Error).message}`);
    return alone;
  }
}

function retold(told: Told, events: ReturnType<typeof completed>): Whole {
  const report = new ReportEvents();
  for (const event of events) report.hear(event);
  return { told: { ...told, view: events.reduce(fold, emptyView) }, report, from: 'journal' };
}
