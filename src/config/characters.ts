/**
 * Characters that a reader cannot see or that reorder what he sees: a file with them does not say what it shows.
 * Controls (without tab and line ends), bidirectional controls, zero-width characters, tags, lone surrogates.
 */
const hidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/u;

export interface HiddenCharacter {
  readonly index: number;
  /** `U+202E`, never the character itself. */
  readonly name: string;
}

/** The first character of a text that is hidden; null when all can be seen. */
export function findHidden(text: string): HiddenCharacter | null {
  const found = hidden.exec(text);
  if (!found) return null;
  const code = found[0].codePointAt(0) ?? 0;
  return { index: found.index, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
}

/** The same text with line ends and hidden characters written out, `\\u{202E}`, for a message of one line. */
export function visible(text: string): string {
  const name = (found: string): string => `\\u{${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  return text.replace(new RegExp(`${hidden.source}|[\\t\\r\\n]`, 'gu'), name);
}
