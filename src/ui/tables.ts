/** Text tables: columns of words with two spaces between, numbers to the right, no lines drawn. */
import type { Line } from './style';
import { padText, widthOf } from './width';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** The titles, then one line a row. A row may be shorter than the titles; cells are text without newlines. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Line[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const write = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => padText(cells[at] ?? '', widths[at] ?? 0, align === 'left' ? 'right' : 'left'))
      .join('  ')
      .trimEnd();
  return [[{ tone: 'dim', text: write(columns.map(({ title }) => title)) }], ...rows.map(write)];
}
