/** The page that GitHub shows for the job. */
import { inert } from '../src/ui/inert';
import { markdownOf } from '../src/ui/markdown';
import { planMarkdown } from '../src/ui/plan-markdown';
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
}

export function summaryOf(told: Told, { command, stage, ending }: Ran): string {
  const where = stage === '' ? '' : ` of ${inert(stage, 100)}`;
  const heading = `# shipit ${command}${where}: ${ending.outcome}\n\n`;
  const room = { maxBytes: mostBytes - Buffer.byteLength(heading) - 2 };
  return heading + bodyOf(told, { command, room, because: ending.because });
}

interface Room {
  readonly command: string;
  readonly room: { readonly maxBytes: number };
  readonly because: string;
}

function bodyOf({ view, status }: Told, { command, room, because }: Room): string {
  if (command === 'plan') return planMarkdown(view, room);
  if (view.release !== null || view.finished !== null) return markdownOf(view, room);
  if (status !== null) return fenced(statusText(status).map(plainText).join('\n'), mostCharacters);
  return because === '' ? '' : fenced(because, mostCharacters);
}
