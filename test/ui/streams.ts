/** Streams that keep what is written to them. */
import { type OutStream, readFlags, type Streams } from '../../src/ui/streams';

export class KeptStream implements OutStream {
  readonly writes: string[] = [];
  isTTY = false;
  columns = 0;
  rows = 0;

  write(text: string): void {
    this.writes.push(text);
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
  return { stdout: new KeptStream(), stderr: new KeptStream(), flags: readFlags(env), cwd: '/repo' };
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

/** What a terminal shows after these writes, scrollback included: newline, cursor up and clear to the end. */
export function screenAfter(writes: readonly string[]): string[] {
  const lines: string[] = [''];
  let row = 0;
  for (const part of writes.join('').split(/(\x1b\[\d*[AJ]|\n|\r)/)) {
    const up = /^\x1b\[(\d+)A$/.exec(part);
    if (up) row -= Number(up[1]);
    else if (part === '\x1b[J') lines.splice(row, lines.length, '');
    else if (part === '\n') row += 1;
    else if (part !== '\r' && part !== '') lines[row] = part;
    lines[row] ??= '';
  }
  return lines.slice(0, -1);
}
