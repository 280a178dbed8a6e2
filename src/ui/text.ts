/**
 * Text from outside, made safe for a terminal. Control characters would let a log line move the cursor or hide what
 * stands before it, and so would bidirectional marks; both are shown instead of obeyed.
 */

/** C0 and C1 controls, DEL, line separators, bidirectional and invisible marks, tags, halves of letters. */
const unsafe =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const mostLines = 200;

/** `^[` for ESC, `^J` for a newline, `<U+202E>` for what has no caret form. Of what it gives, nothing changes again. */
export function showControls(text: string): string {
  return text.replace(unsafe, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
    return code === 0x7f ? '^?' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The same characters as JSON escapes, for text that JSON.stringify has already been through. */
export function escapeControls(json: string): string {
  return json.replace(unsafe, (char) =>
    Array.from({ length: char.length }, (_, index) => {
      const unit = char.charCodeAt(index).toString(16);
      return `\\u${unit.padStart(4, '0')}`;
    }).join(''),
  );
}

/** Only so many: what comes from outside could fill a log with them. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/, mostLines + 1);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), '... and more lines'];
}

/** At most so many bytes of UTF-8; says how much is missing. Never cuts a character in two. */
export function cutLine(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  const note = ` [cut: ${bytes.length} bytes]`;
  let end = Math.max(0, limit - note.length);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString('utf8', 0, end) + note;
}
