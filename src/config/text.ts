import { isUtf8 } from 'node:buffer';
import { LineCounter } from 'yaml';
import { findHidden } from './characters';
import { badConfig, type Position } from './problem';

const maxBytes = 1024 * 1024;
/** 500 functions with every setting and three stages have 14,000 (bench/validate.ts). */
const maxLines = 50_000;
/** Of a line that is shown below a problem; what is longer than any terminal is wide only slows it. */
const maxLine = 500;

export interface Text {
  /** As seen from the working directory. */
  readonly file: string;
  readonly text: string;
  /** File, line and column of an index into the text. */
  position(index: number): Position;
}

/** The beginning of a file of which no line is known. */
const topOf = (file: string): Position => ({ file, line: 1, column: 1, text: '' });

/** A project file as text; `badConfig`, before any parser sees it, if it is too long or hides something. */
export function decode(file: string, bytes: Uint8Array): Text {
  refuseTooLarge(file, bytes.length);
  const text = utf8(file, bytes);
  const lines = linesOf(text);
  const position = positions(file, text, lines);
  const hidden = findHidden(text) ?? loneReturn(text);
  if (hidden) {
    const what = `the file contains the hidden character ${hidden.name}`;
    throw badConfig([{ at: position(hidden.index), what, hint: 'delete it' }]);
  }
  if (lines.lineStarts.length > maxLines) {
    const what = `the file has ${lines.lineStarts.length} lines`;
    throw badConfig([{ at: topOf(file), what, hint: `a project file has at most ${maxLines}` }]);
  }
  if (text.trim() === '') {
    const hint = 'write `project:` and `functions:`';
    throw badConfig([{ at: topOf(file), what: 'the file is empty', hint }]);
  }
  return { file, text, position };
}

/** Asked with the size on disk first, so that a file of any length is not read at all. */
export function refuseTooLarge(file: string, bytes: number): void {
  if (bytes <= maxBytes) return;
  const what = `the file has ${(bytes / 1024 / 1024).toFixed(2)} MB`;
  throw badConfig([{ at: topOf(file), what, hint: 'a project file has at most 1 MB' }]);
}

function utf8(file: string, bytes: Uint8Array): string {
  if (!isUtf8(bytes)) {
    const what = 'the file is not UTF-8 text';
    throw badConfig([{ at: topOf(file), what, hint: 'save it as UTF-8' }]);
  }
  // The decoder drops a byte order mark at the start.
  return new TextDecoder().decode(bytes);
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
  return lines;
}

function positions(file: string, text: string, lines: LineCounter): (index: number) => Position {
  return (index) => {
    const { line, col } = lines.linePos(index);
    const start = index - col + 1;
    const whole = text.slice(start, start + maxLine).split(/\r?\n/, 1)[0] ?? '';
    return { file, line, column: col, text: whole };
  };
}

/** A carriage return without a line feed lets a terminal overwrite what it showed. */
function loneReturn(text: string) {
  const index = text.search(/\r(?!\n)/);
  return index < 0 ? null : { index, name: 'U+000D' };
}
