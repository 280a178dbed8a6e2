/**
 * The one place that writes. Whatever comes from outside (logs, messages of AWS, names) passes here: secrets are
 * masked first, before anything could cut one in two, then control characters are shown, then long lines are cut.
 */
import { defuse, defuseJson } from './annotations';
import type { Mask } from './mask';
import type { OutStream } from './streams';
import { type Line, paint, plainText } from './style';
import { cutLine, escapeControls, showControls } from './text';
import { fitText, widthOf } from './width';

/** In bytes of UTF-8. */
export const longestLine = 16 * 1024;

export interface SinkOptions {
  readonly stream: OutStream;
  readonly colour: boolean;
  readonly mask: Mask;
  /** A runner of GitHub Actions reads along: no line of foreign text may be a command to it. */
  readonly actions: boolean;
}

export interface Drawing {
  /** Lines that stay, printed above the block. */
  readonly above: readonly Line[];
  /** Lines that the next drawing replaces, each cut to one column less than the window has: some terminals wrap as
   * soon as the last one is written. */
  readonly block: readonly Line[];
  /** Of the window, now; rows are 0 when nobody knows. */
  readonly columns: number;
  readonly rows: number;
}

interface Drawn {
  readonly columns: number;
  readonly texts: readonly string[];
  readonly plain: readonly string[];
}

const nothingDrawn: Drawn = { columns: 0, texts: [], plain: [] };
/** Before the text: some terminals keep the length of what was cleared behind it, and break it when they get narrower. */
const clearLine = '\x1b[K';
const clearBelow = '\x1b[J';
/** Terminals that know it show all of it at once; the others ignore it. */
const [begin, end] = ['\x1b[?2026h', '\x1b[?2026l'];

export class Sink {
  /** The block on the screen: after the window was resized its lines take other rows. */
  private drawn: Drawn = nothingDrawn;

  constructor(private readonly options: SinkOptions) {}

  lines(lines: readonly Line[]): void {
    if (lines.length > 0) this.put(lines.map((line) => `${this.render(line, null)}\n`).join(''));
  }

  /** What is no text for a terminal: nothing in it is shown otherwise or cut. */
  document(text: string): void {
    this.put(this.options.mask.apply(text));
  }

  /** One value, one line. Its strings are cut, never the line: half a line is no JSON. */
  json(value: object): void {
    const text = JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'string' ? cutLine(this.options.mask.apply(part), longestLine) : part,
    );
    const line = escapeControls(text);
    this.put(`${this.options.actions ? defuseJson(line) : line}\n`);
  }

  /** Lines that the runner shall obey: made of clean text by annotations.ts. */
  commands(lines: readonly string[]): void {
    if (lines.length > 0)
      this.put(lines.map((line) => `${cutLine(this.clean(line), longestLine)}\n`).join(''));
  }

  /**
   * Draws over the block that was drawn before, in one write and line over line, so that nothing flickers; nothing at all
   * when it looks the same.
   */
  redraw({ above, block, columns, rows }: Drawing): void {
    const before = this.drawn;
    const kept = above.map((line) => this.render(line, null));
    const texts = block.map((line) => this.render(line, columns - 1));
    const plain = block.map((line) => fitText(this.clean(plainText(line)), columns - 1));
    this.drawn = { columns, texts, plain };
    const isAsBefore = before.columns === columns && kept.length === 0;
    if (isAsBefore && before.texts.join('\n') === texts.join('\n')) return;
    const up = before.plain.reduce((sum, text) => sum + rowsOf(text, columns), 0);
    // What has left the window upwards can no longer be drawn over.
    const isWhole = isAsBefore && (rows === 0 || up < rows);
    const line = (text: string, index: number): string =>
      isWhole && before.texts[index] === text ? '\n' : `${clearLine}${text}\n`;
    // A line that stays may be longer than the window, and what was drawn before must not show behind its end.
    const wiped = kept.length > 0 ? clearBelow : '';
    const drawn = [wiped, ...kept.map((text) => `${text}\n`), ...texts.map(line)].join('');
    if (up === 0 && texts.length === 0) this.put(kept.map((text) => `${text}\n`).join(''));
    else this.put(`${begin}${up > 0 ? `\x1b[${up}A\r` : ''}${drawn}${clearBelow}${end}`);
  }

  /** Takes the block away, as room for what somebody else writes. */
  erase(columns: number): void {
    const up = this.drawn.plain.reduce((sum, text) => sum + rowsOf(text, columns), 0);
    this.drawn = nothingDrawn;
    if (up > 0) this.put(`\x1b[${up}A\r${clearBelow}`);
  }

  /** The block stays where it is; what comes next is printed below. */
  settle(): void {
    this.drawn = nothingDrawn;
  }

  private clean(text: string): string {
    return showControls(this.options.mask.apply(text));
  }

  private render(line: Line, columns: number | null): string {
    let leftColumns = columns ?? Number.POSITIVE_INFINITY;
    let leftBytes = longestLine;
    let text = '';
    for (const piece of typeof line === 'string' ? [line] : line) {
      const words = cutLine(this.clean(typeof piece === 'string' ? piece : piece.text), leftBytes);
      const fitting = columns === null ? words : fitText(words, leftColumns);
      leftBytes -= Buffer.byteLength(fitting);
      if (columns !== null) leftColumns -= widthOf(fitting);
      text += this.options.colour && typeof piece !== 'string' ? paint(piece.tone, fitting) : fitting;
    }
    return this.options.actions ? defuse(text) : text;
  }

  /** A stream that is gone must not end a release half-way. */
  private put(text: string): void {
    try {
      this.options.stream.write(text);
    } catch {
      // Nobody is left to be told.
    }
  }
}

/** How many lines text takes in a window of so many columns: a letter of two is never broken. */
function rowsOf(text: string, columns: number): number {
  let [rows, width] = [1, 0];
  for (const char of text) {
    const next = widthOf(char);
    if (width + next > columns) [rows, width] = [rows + 1, 0];
    width += next;
  }
  return rows;
}
