/**
 * A document that must not be longer than its place: of what does not fit, rows go first, those of the least needed
 * sections before the others, and a line says how many. Whoever cuts a text at its end cuts a table in two.
 */

export interface Section {
  /** What stands in any case: a heading, the head of a table. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
  /** What closes it: the fence of a chart, the end of a fold. */
  readonly foot: readonly string[];
  /** What its rows are called, one and many: `function`, `functions`. */
  readonly noun: readonly [string, string];
  /** The lowest goes last. */
  readonly rank: number;
  /** Half of it is worth nothing: a chart. */
  readonly whole: boolean;
}

/** Every section gets so many rows before one gets all of its own. */
const firstRows = 8;

/** Sections with an empty line between. `wayOut` is the last line of a document that is not whole: where the rest is. */
export function documentOf(sections: readonly Section[], maxBytes: number | null, wayOut: string): string {
  const all = sections.filter(({ head, rows }) => head.length + rows.length > 0);
  const most = maxBytes ?? Number.POSITIVE_INFINITY;
  const kept = rowsThatFit(all, most - bytesOf(`\n${wayOut}\n`));
  const isWhole = all.every((section) => kept.get(section) === section.rows.length);
  const texts = all.map((section) => textOf(section, kept.get(section) ?? 0));
  const text = [...texts, ...(isWhole ? [] : [`${wayOut}\n`])].join('\n');
  // Heads alone are too long for the smallest of places.
  return bytesOf(text) <= most ? text : cutAt(text, most);
}

function rowsThatFit(sections: readonly Section[], bytes: number): ReadonlyMap<Section, number> {
  const kept = new Map<Section, number>();
  let room = bytes - sections.reduce((sum, section) => sum + frameBytes(section), 0);
  const ranked = [...sections].sort((a, b) => a.rank - b.rank);
  for (const rows of [firstRows, Number.POSITIVE_INFINITY]) {
    for (const section of ranked) {
      const from = kept.get(section) ?? 0;
      const fits = fitting(section.rows.slice(from, rows), room);
      const isHalf = section.whole && from + fits.count < section.rows.length;
      kept.set(section, isHalf ? from : from + fits.count);
      room -= isHalf ? 0 : fits.bytes;
    }
  }
  return kept;
}

function fitting(rows: readonly string[], room: number): { count: number; bytes: number } {
  let [count, bytes] = [0, 0];
  for (const row of rows) {
    const more = bytesOf(row) + 1;
    if (bytes + more > room) break;
    count += 1;
    bytes += more;
  }
  return { count, bytes };
}

function textOf({ head, rows, foot, noun, whole }: Section, kept: number): string {
  const left = rows.length - kept;
  const [one, many] = noun;
  if (whole && left > 0) return `*A ${one} is left out.*\n`;
  if (left > 0 && kept === 0) return `*${left} ${left === 1 ? one : many} left out.*\n`;
  const note = `*${left} more ${left === 1 ? one : many} left out.*`;
  return [...head, ...rows.slice(0, kept), ...foot, ...(left === 0 ? [] : ['', note]), ''].join('\n');
}

const frameBytes = ({ head, foot, rows, noun }: Section): number =>
  bytesOf([...head, ...foot, '', ''].join('\n')) + (rows.length === 0 ? 0 : bytesOf(noun[1]) + 40);

function cutAt(text: string, most: number): string {
  const note = '\n\n*The rest is left out.*\n';
  const bytes = Buffer.from(text);
  let end = Math.max(0, most - note.length);
  while (end > 0 && bytes[end] !== 0x0a) end -= 1;
  return `${bytes.toString('utf8', 0, end)}${note}`.slice(0, most);
}

const bytesOf = (text: string): number => Buffer.byteLength(text);
