/** How many columns text takes: letters of East Asia and emoji take two, marks that combine take none. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOfChar(char);
  return width;
}

/** As much of the text as fits into so many columns. */
export function fitText(text: string, columns: number): string {
  if (text.length * 2 <= columns) return text;
  let width = 0;
  let fitting = '';
  for (const char of text) {
    width += widthOfChar(char);
    if (width > columns) return fitting;
    fitting += char;
  }
  return fitting;
}

/** Broken at spaces into lines of so many columns, at most `most` of them; a word that is longer is cut. */
export function wrapText(text: string, columns: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 1 + widthOf(word) <= columns)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(fitText(word, columns));
  }
  if (lines.length <= most) return lines;
  const [end = ''] = lines.slice(most - 1);
  return [...lines.slice(0, most - 1), `${fitText(end, columns - 4)} ...`];
}

/** Filled up with spaces, on the left or on the right, to so many columns. */
export function padText(text: string, columns: number, side: 'left' | 'right'): string {
  const fill = ' '.repeat(Math.max(0, columns - widthOf(text)));
  return side === 'left' ? fill + text : text + fill;
}

function widthOfChar(char: string): number {
  if (char >= ' ' && char <= '~') return 1;
  if (none.test(char)) return 0;
  return wide.test(char) ? 2 : 1;
}
