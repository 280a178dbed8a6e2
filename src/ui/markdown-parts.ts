/** How tables and lists of a report are laid out in Markdown. Here text from outside becomes safe. */
import { inert, most } from './inert';
import { type ReportTable, told } from './report-tables';
import type { Section } from './sections';

export const textSection = (lines: readonly string[]): Section => ({
  ...{ head: lines, rows: [], foot: [], noun: ['line', 'lines'], rank: 0, whole: false },
});

interface Place {
  /** What stands above it; an empty one for nothing. */
  readonly heading: string;
  readonly rank: number;
}

/** Empty for a table without rows. */
export function tableSection(table: ReportTable, { heading, rank }: Place): Section {
  const { columns, rows, noun, note } = told(table);
  if (rows.length === 0) return textSection([]);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cell = (text: string): string => (text === '' ? '' : inert(text, most.cell));
  const above = [...(heading === '' ? [] : [heading, '']), ...(note === null ? [] : [note, ''])];
  const head = [...above, row(columns), row(columns.map(() => '---'))];
  return { ...textSection(head), rows: rows.map((cells) => row(cells.map(cell))), noun, rank };
}

export function listSection(
  lines: readonly string[],
  { heading, rank, noun }: Place & { readonly noun: Section['noun'] },
): Section {
  if (lines.length === 0) return textSection([]);
  const rows = lines.map((line) => `- ${inert(line, most.line)}`);
  return { ...textSection([heading, '']), rows, noun, rank };
}

/** Behind a fold, for whoever looks for it. The summary is made of our own words: nothing is escaped inside markup. */
export function folded(section: Section, summary: string): Section {
  if (section.rows.length === 0) return section;
  const head = ['<details>', `<summary>${summary}</summary>`, '', ...section.head];
  return { ...section, head, foot: ['', '</details>'] };
}
