/**
 * Text from outside inside GitHub's Markdown: shown as it is, and nothing else. Names, reasons and commit messages may hold
 * whatever somebody liked, so every sign that could begin something is escaped or written as an entity, and what GitHub
 * would turn into a mention, a reference or a link once the page is made is parted by a mark that nobody sees.
 */
import { showControls } from './text';

/** Characters of text from outside: of a cell, of a line, of the reason of all. */
export const most = { cell: 400, line: 400, reason: 1500 } as const;

/** A space of no width: what stands before and after it is not read as one. */
const parting = '&#8203;';

/** A table's row is cut at its bars before anything else is read, whatever stands before them. */
const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '|': '&#124;',
  '`': '&#96;',
  $: '&#36;',
  '#': `&#35;${parting}`,
};

/** Whatever means something in Markdown, in one pass: what stands for a sign is not looked at again. */
const signs =
  /[&<|`$#\\*_~[\]!@]|:(?=\/\/)|(?<![a-z0-9]):(?=[a-z0-9_+-]+:)|\bwww(?=\.)|\bGH-(?=\d)|^[-+=>]|^\d+(?=[.)](?:\s|$))/gi;

/** One line of at most so many characters. Safe in a cell, in an item of a list, and between words of a line. */
export function inert(text: string, length: number): string {
  const line = cutText(text, length)
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/\t/g, ' ')
    .trim();
  return showControls(line).replace(signs, (sign) => {
    const entity = entities[sign];
    if (entity !== undefined) return entity;
    return /^[\\*_~[\]!+=>-]$/.test(sign) ? `\\${sign}` : `${sign}${parting}`;
  });
}

/** Says how much is missing. What is empty would be an empty cell, which says nothing: it is a dash. */
function cutText(text: string, length: number): string {
  const start = text.slice(0, length);
  if (text.length <= length) return start.trim() === '' ? '-' : start;
  return `${start.replace(/[\ud800-\udbff]$/, '')} [cut: ${text.length} characters]`;
}

/** An address of the web that is nothing but one, as a link; all else as text. */
export function linked(text: string, length: number): string {
  return text.length <= length && isAddress(text) ? `<${text}>` : inert(text, length);
}

/** Made of signs that mean nothing in Markdown and in markup. */
export const isAddress = (text: string): boolean =>
  /^https:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[\w.~%-]+)*\/?$/.test(text);
