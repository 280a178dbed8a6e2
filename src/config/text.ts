import { isUtf8 } from 'node:buffer';
import { LineCounter } from 'yaml';
import { findHidden } from './characters';
import { badConfig, type Position } from './problem';

const maxBytes = 1024 * 1024;
const top: Position = { line: 1, column: 1 };

export interface Text {
  readonly text: string;
  /** Line and column of an index into the text. */
  position(index: number): Position;
}

/** A project file as text; `badConfig`, before any parser sees it, if it is too long or hides something. */
export function decode(file: string, bytes: Uint8Array): Text {
  refuseTooLarge(file, bytes.length);
  const text = utf8(file, bytes);
  const position = positions(text);
  const hidden = findHidden(text) ?? loneReturn(text);
  if (hidden) {
    const what = `the file contains the hidden character ${hidden.name}`;
    throw badConfig(file, [{ at: position(hidden.index), what, hint: 'delete it' }]);
  }
  if (text.trim() === '') {
    throw badConfig(file, [
      { at: top, what: 'the file is empty', hint: 'write `project:` and `functions:`' },
    ]);
  }
  return { text, position };
}

/** Asked with the size on disk first, so that a file of any length is not read at all. */
export function refuseTooLarge(file: string, bytes: number): void {
  if (bytes <= maxBytes) return;
  const what = `the file has ${(bytes / 1024 / 1024).toFixed(2)} MB`;
  throw badConfig(file, [{ at: top, what, hint: 'a project file has at most 1 MB' }]);
}

function utf8(file: string, bytes: Uint8Array): string {
  if (!isUtf8(bytes)) {
    throw badConfig(file, [{ at: top, what: 'the file is not UTF-8 text', hint: 'save it as UTF-8' }]);
  }
  // The decoder drops a byte order mark at the start.
  return new TextDecoder().decode(bytes);
}

function positions(text: string): (index: number) => Position {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
  return (index) => {
    const { line, col } = lines.linePos(index);
    return { line, column: col };
  };
}

/** A carriage return without a line feed lets a terminal overwrite what it showed. */
function loneReturn(text: string) {
  const index = text.search(/\r(?!\n)/);
  return index < 0 ? null : { index, name: 'U+000D' };
}
