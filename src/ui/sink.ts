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
const longestLine = 16 * 1024;

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
  /** Of the window, now. */
  readonly columns: number;
}

export class Sink {
  /** How wide each line of the block on the screen is: after the window was resized they take other rows. */
  private drawn: readonly number[] = [];

  constructor(private readonly options: SinkOptions) {}

  lines(lines: readonly Line[]): void {
    if (lines.length > 0) this.put(lines.map((line) => `${this.render(line, null)}\n`).join(''));
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

  /** Draws over the block that was drawn before, in one write so that nothing flickers. */
  redraw({ above, block, columns }: Drawing): void {
    const rows = this.drawn.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / columns)), 0);
    const back = rows > 0 ? `\x1b[${rows}A\r\x1b[J` : '';
    const kept = above.map((line) => `${this.render(line, null)}\n`);
    const drawn = block.map((line) => `${this.render(line, columns - 1)}\n`);
    this.drawn = block.map((line) => Math.min(columns - 1, widthOf(this.clean(plainText(line)))));
    this.put(back + kept.join('') + drawn.join(''));
  }

  /** The block stays where it is; what comes next is printed below. */
  settle(): void {
    this.drawn = [];
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
