/** A line of a file with its number, and below it a caret under the place that is meant. */
import type { Line } from './style';
import { showControls } from './text';
import { widthOf } from './width';

export interface Excerpt {
  /** Both count from 1; the column in UTF-16 units, as the reader of the file counts. */
  readonly line: number;
  readonly column: number;
  /** The whole line. */
  readonly text: string;
}

/** Of the file, not of the terminal: a tab never takes more than this. */
const tabColumns = 4;
const dots = '...';
/** In less room than this a part of a line explains nothing. */
const narrowestRoom = 16;

/** What is longer than the terminal is cut around the caret. Nothing for a place that the line does not have. */
export function caretLines({ line, column, text }: Excerpt, columns: number): Line[] {
  const number = String(line);
  // Some terminals wrap as soon as the last column is written.
  const room = columns - number.length - 5;
  if (text.trim() === '' || column - 1 > text.length || room < narrowestRoom) return [];
  const { shown, caret } = cutAround(layOut(text, column - 1), room);
  return [
    [{ tone: 'dim', text: ` ${number} | ` }, shown],
    [
      { tone: 'dim', text: ` ${' '.repeat(number.length)} | ` },
      ' '.repeat(caret),
      { tone: 'bad', text: '^' },
    ],
  ];
}

interface Cell {
  readonly shown: string;
  /** The first column it takes, from 0. */
  readonly column: number;
}

interface LaidOut {
  readonly cells: readonly Cell[];
  readonly columns: number;
  readonly caret: number;
}

function layOut(text: string, index: number): LaidOut {
  const cells: Cell[] = [];
  let [at, columns, caret] = [0, 0, 0];
  for (const char of text) {
    if (at <= index) caret = columns;
    const shown = char === '\t' ? ' '.repeat(tabColumns - (columns % tabColumns)) : showControls(char);
    cells.push({ shown, column: columns });
    at += char.length;
    columns += widthOf(shown);
  }
  return { cells, columns, caret: index >= at ? columns : caret };
}

function cutAround({ cells, columns, caret }: LaidOut, room: number): { shown: string; caret: number } {
  const join = (some: readonly Cell[]): string => some.map(({ shown }) => shown).join('');
  // A caret behind the end takes a column too.
  if (Math.max(columns, caret + 1) <= room) return { shown: join(cells), caret };
  const inner = room - 2 * dots.length - 1;
  const from = Math.max(0, Math.min(caret - Math.floor(inner / 2), columns - inner));
  const kept = cells.filter(({ shown, column }) => column >= from && column + widthOf(shown) <= from + inner);
  const before = from > 0 ? dots : '';
  const after = columns > from + inner ? dots : '';
  return {
    shown: `${before}${join(kept)}${after}`.trimEnd(),
    caret: caret - (kept[0]?.column ?? from) + before.length,
  };
}
