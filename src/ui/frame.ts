/** The block that the live view draws: a pure function of what is known, the size of the window and the time. */

import { briefLine, type Canvas, fullBlock, widthOfKeys } from './block';
import { rolloutLines } from './rollout-lines';
import { outcomeWords, show } from './show';
import type { Line } from './style';
import { tally, urgencyOf } from './tally';
import type { FunctionView, View } from './view';
import { wrapText } from './width';

export interface Screen extends Canvas {
  /** 0 when nobody knows. */
  readonly rows: number;
  /** What stands below all: the keys. */
  readonly footer: readonly Line[];
}

/** Of who took it over, and why. */
const takenLines = 3;
const tallyLines = 3;
/** Functions and rollouts share what is left of the window; the rollouts get so many lines at least. */
const fewestRolloutRows = 4;

/**
 * Lines that fit the columns when the names are not too long, and the rows always. Empty
 * while no release is planned or under way: a rollback by hand is one write, told in a line.
 */
export function frame(view: View, screen: Screen): Line[] {
  const functions = [...view.functions.values()];
  if (view.startedMs === null && functions.every(({ doing }) => doing === '')) return [];
  const { columns, nowMs } = screen;
  const room = screen.rows === 0 ? Number.POSITIVE_INFINITY : Math.max(1, screen.rows - 1);
  const taken = wrapText(takenWords(view), columns, takenLines).filter((text) => text !== '');
  const top: Line[] = [titleOf(view, nowMs), ...taken.map((text): Line => [{ tone: 'warn', text }])];
  const left = room - top.length - screen.footer.length;
  const whole = functions.flatMap((entry) => fullBlock(view, entry, screen));
  const rows = Math.max(fewestRolloutRows, Math.floor(left / 2), left - whole.length);
  const rollouts = rolloutLines(view, { columns, nowMs, rows: Math.max(0, Math.min(left - 1, rows)) });
  const forFunctions = left - rollouts.length;
  const blocks = whole.length <= forFunctions ? whole : folded(view, screen, forFunctions);
  return [...[...top, ...blocks, ...rollouts].slice(0, room - screen.footer.length), ...screen.footer];
}

/** Those that need somebody come first and as whole blocks, then those that get a line, then the rest as numbers. */
function folded(view: View, screen: Screen, room: number): Line[] {
  const functions = [...view.functions.values()];
  const urgent = functions
    .filter((entry) => urgencyOf(view, entry) > 0)
    .sort((a, b) => urgencyOf(view, b) - urgencyOf(view, a));
  const all = [...urgent, ...functions.filter((entry) => !urgent.includes(entry))];
  const counted = (from: number): string[] => tallyOf(view, all.slice(from), screen.columns);
  let shown = all.length <= room ? all.length : Math.min(urgent.length, Math.max(0, room - 1));
  while (shown > 0 && shown + counted(shown).length > room) shown -= 1;
  const rest = counted(shown);
  let spare = room - shown - rest.length;
  const canvas = { ...screen, names: widthOfKeys(all) };
  const lines = all.slice(0, shown).flatMap((entry, index) => {
    const whole = index < urgent.length ? fullBlock(view, entry, screen) : [];
    if (whole.length === 0 || whole.length - 1 > spare) return [briefLine(view, entry, canvas)];
    spare -= whole.length - 1;
    return whole;
  });
  return [...lines, ...rest].slice(0, Math.max(0, room));
}

function tallyOf(view: View, entries: readonly FunctionView[], columns: number): string[] {
  return entries.length === 0 ? [] : wrapText(tally(view, entries), columns, tallyLines);
}

function titleOf(view: View, nowMs: number): Line {
  const { release, by, startedMs, finished, plan } = view;
  if (release === null)
    return [{ tone: 'strong', text: plan === null ? 'being built' : 'release being prepared' }];
  const now = view.takenOver?.by ?? by;
  const text = `release ${show.release(release)}${now === null ? '' : ` by ${now}`}`;
  if (finished) return [{ tone: 'strong', text }, `  ${outcomeWords[finished.outcome]}`];
  return [{ tone: 'strong', text }, startedMs === null ? '' : `  ${show.time(nowMs - startedMs)}`];
}

const takenWords = ({ takenOver }: View): string =>
  takenOver === null ? '' : `taken over from ${takenOver.from}: ${takenOver.because}`;
