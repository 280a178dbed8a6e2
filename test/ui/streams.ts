/** Streams that keep what is written to them. */
import { EventEmitter } from 'node:events';
import { type OutStream, readFlags, type Streams } from '../../src/ui/streams';
import { widthOf } from '../../src/ui/width';

export class KeptStream extends EventEmitter implements OutStream {
  readonly writes: string[] = [];
  isTTY = false;
  columns = 0;
  rows = 0;

  write(text: string): void {
    this.writes.push(text);
  }

  resize(columns: number, rows: number): void {
    Object.assign(this, { columns, rows });
    this.emit('resize');
  }

  get text(): string {
    return this.writes.join('');
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}

/** Pipes, as in CI. */
export function pipes(env: Record<string, string> = {}): KeptStreams {
  return {
    stdout: new KeptStream(),
    stderr: new KeptStream(),
    terminal: null,
    log: null,
    flags: readFlags(env),
    cwd: '/repo',
  };
}

/** A terminal that can move its cursor. */
export function terminal(columns: number, env: Record<string, string> = {}): KeptStreams {
  const streams = pipes({ TERM: 'xterm-256color', NO_COLOR: '1', LANG: 'C.UTF-8', ...env });
  Object.assign(streams.stderr, { isTTY: true, columns, rows: 40 });
  Object.assign(streams.stdout, { isTTY: true, columns, rows: 40 });
  return streams;
}

export interface KeptStreams extends Streams {
  readonly stdout: KeptStream;
  readonly stderr: KeptStream;
}

/** What a terminal shows after these writes, scrollback included, however wide a line is. */
export function screenAfter(writes: readonly string[]): string[] {
  const screen = new FakeScreen(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  screen.write(writes.join(''));
  return screen.lines;
}

interface Row {
  text: string;
  /** The line before was too long, and goes on here. */
  joined: boolean;
}

/** A terminal that breaks long lines, and puts them together again when it gets wider. Colours are not for it. */
export class FakeScreen {
  private rows: Row[] = [{ text: '', joined: false }];
  private row = 0;
  private column = 0;

  constructor(
    private columns: number,
    private readonly height: number,
  ) {}

  /** Scrollback and window, without the line of the cursor; each as it was written. */
  get lines(): string[] {
    return this.whole().slice(0, -1);
  }

  write(text: string): void {
    for (const part of text.split(/(\x1b\[\??\d*[A-Za-z]|\n|\r)/)) this.obey(part);
  }

  resize(columns: number): void {
    const lines = this.whole();
    this.columns = columns;
    this.rows = [{ text: '', joined: false }];
    [this.row, this.column] = [0, 0];
    this.write(lines.join('\n'));
  }

  private whole(): string[] {
    const lines: string[] = [];
    for (const { text, joined } of this.rows)
      if (joined) lines.push(`${lines.pop() ?? ''}${text}`);
      else lines.push(text);
    return lines;
  }

  private obey(part: string): void {
    const up = /^\x1b\[(\d+)A$/.exec(part);
    // What has scrolled out of the window cannot be reached.
    if (up) this.row = Math.max(0, this.rows.length - this.height, this.row - Number(up[1]));
    else if (part === '\x1b[J') this.clear(1);
    else if (part === '\x1b[K') this.clear(Number.POSITIVE_INFINITY);
    else if (part === '\n') this.feed(false);
    else if (part === '\r') this.column = 0;
    else if (!part.startsWith('\x1b')) for (const char of part) this.put(char);
  }

  /** To the end of the line, and every line from so many below it on. */
  private clear(from: number): void {
    const [row, next] = [this.rows[this.row], this.rows[this.row + 1]];
    if (row && this.column === 0) Object.assign(row, { text: '', joined: false });
    if (next) next.joined = false;
    if (from === 1) this.rows.splice(this.row + 1);
  }

  private feed(joined: boolean): void {
    this.row += 1;
    this.column = 0;
    if (this.row === this.rows.length) this.rows.push({ text: '', joined });
    else if (joined) this.rows[this.row] = { text: '', joined };
  }

  private put(char: string): void {
    if (this.column + widthOf(char) > this.columns) this.feed(true);
    const row = this.rows[this.row];
    if (!row) return;
    if (this.column === 0) Object.assign(row, { text: '', joined: row.joined && row.text === '' });
    row.text += char;
    this.column += widthOf(char);
  }
}
