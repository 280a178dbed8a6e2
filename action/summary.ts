/** The page that GitHub shows for the job. */
import type { EventOf } from '../src/core/events';
import type { Whereabouts } from '../src/core/told';
import { inert } from '../src/ui/inert';
import { markdownOf } from '../src/ui/markdown';
import { planMarkdown } from '../src/ui/plan-markdown';
import type { TellsFrom } from '../src/ui/report';
import { show } from '../src/ui/show';
import { statusText } from '../src/ui/status';
import { plainText } from '../src/ui/style';
import { fenced } from './fenced';
import type { Ending } from './outputs';
import type { Told } from './told';

/** What is larger than 1 MiB is dropped whole. */
const mostBytes = 1024 * 1024;
/** Three bytes of UTF-8 are the most that one of them takes. */
const mostCharacters = 300_000;

export interface Ran {
  readonly command: string;
  readonly stage: string;
  readonly ending: Ending;
  /** What is told comes out of the journal of the release, or from this run alone. */
  readonly from: TellsFrom;
  /** The flags by which the command meant its project and place. */
  readonly where: Whereabouts;
}

export function summaryOf(told: Told, ran: Ran): string {
  const { command, stage, ending } = ran;
  const where = stage === '' ? '' : ` of ${inert(stage, 100)}`;
  const heading = `# shipit ${command}${where}: ${ending.outcome}\n\n`;
  return heading + bodyOf(told, ran, mostBytes - Buffer.byteLength(heading) - 2);
}

function bodyOf({ view, status, obeyed }: Told, ran: Ran, maxBytes: number): string {
  const { command, from, where } = ran;
  const reason = reasonOf(ran.ending);
  if (command === 'plan') return planMarkdown(view, { maxBytes });
  const isStanding = command === 'status' && view.finished === null;
  if (isStanding && status !== null) return [standing(status, where), reason].join('\n\n').trimEnd();
  if (command === 'abort' && obeyed && view.ended === null && view.release !== null)
    return `Release ${show.release(view.release)} is taken back by its owner, whose log and journal say how it ends.`;
  if (view.release !== null || view.finished !== null) return markdownOf(view, { maxBytes, from });
  return status === null ? reason : standing(status, where);
}

/** With the ways on of whatever is held. Whoever follows a release does not say by which flags. */
function standing(status: EventOf<'status.read'>, where: Whereabouts): string {
  const text = statusText({ ...status, where: status.where ?? where }).map(plainText);
  return fenced(text.join('\n'), mostCharacters);
}

const reasonOf = ({ because }: Ending): string => (because === '' ? '' : fenced(because, mostCharacters));
