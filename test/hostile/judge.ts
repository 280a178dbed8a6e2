/** What is inert, for each kind of reader. Every complaint names what it found. */

/** Controls, marks that reorder or hide, halves of letters; newline aside. */
const obeyedByTerminals =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/u;
/** Colours of `style.ts`, and how the live view draws over itself. */
const ourCodes = /\x1b\[(?:1|22|3[0-39]|39|90)m|\x1b\[\d{1,3}A\r|\x1b\[[JK]|\x1b\[\?2026[hl]/g;
/** In bytes; a little more than the sink gives a line, for its colours. */
const longestLine = 16 * 1024 + 256;

export function inertOnTerminal(text: string): void {
  insistOnVisible(withoutColour(text));
  for (const line of text.split('\n'))
    if (Buffer.byteLength(line) > longestLine) throw new Error(`a line of ${Buffer.byteLength(line)} bytes`);
}

/** Without the codes that are ours. */
export const withoutColour = (text: string): string => text.replace(ourCodes, '');

function insistOnVisible(text: string): void {
  const found = obeyedByTerminals.exec(text);
  if (!found) return;
  const around = JSON.stringify(text.slice(Math.max(0, found.index - 30), found.index + 10));
  throw new Error(`U+${found[0].codePointAt(0)?.toString(16)} in ${around}`);
}

/** As the runner reads: `::name data::message` where a line begins, white space aside, and `##[name]` anywhere. */
export function commandsIn(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => /^\s*::.*::/.test(line) || line.includes('##['))
    .map((line) => line.trim());
}

/** Ours have a title, and nothing of others before it. */
export function inertForRunner(text: string): void {
  inertOnTerminal(text);
  insistOnOurs(text);
}

function insistOnOurs(text: string): void {
  const ours =
    /^::(?:(?:error|warning) (?:file=[^:,]*,line=\d+,col=\d+,)?title=shipit::|remove-matcher owner=shipit::$)/;
  const foreign = commandsIn(text).find((line) => !ours.test(line));
  if (foreign !== undefined) throw new Error(`the runner would obey ${foreign.slice(0, 80)}`);
}

/** Each line a value, and none of it anything but letters and escapes. Its strings are short, not the line. */
export function inertAsJson(text: string): void {
  insistOnVisible(text);
  for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
}

/** On standard error stand annotations of ours. */
export function inertAsJsonForRunner(text: string): void {
  insistOnOurs(text);
  const lines = text.split('\n').filter((line) => !line.startsWith('::'));
  inertAsJson(lines.join('\n'));
}

/** A document of ours: the same signs mean something in it as when everybody says harmless things. */
export function inertAsMarkdown(text: string): void {
  insistOnVisible(text);
  for (const line of outsideFences(text)) {
    const plain = line.replace(/&(?:#\d+|\w+);/g, ' ').replace(/\\[\\`*_~[\]!+=>-]/g, '');
    const foreign =
      /<(?!\/?(?:details|summary|code)>|https:\/\/[\w.~%:/-]+>)|(?<!^\|.*)`[^`]*$|\]\(|!\[|@\w|#\d|\bGH-\d|\$[^&]/i.exec(
        plain,
      );
    if (foreign) throw new Error(`${foreign[0]} means something in ${line.slice(0, 200)}`);
  }
}

function outsideFences(text: string): string[] {
  let isInside = false;
  return text.split('\n').filter((line) => {
    const isFence = line.startsWith('```');
    if (isFence) isInside = !isInside;
    return !isFence && !isInside;
  });
}

/** Nothing ends the block of data, or begins a comment in it; what is markup besides is told by its shape. */
export function inertAsPage(html: string): void {
  const [, data = ''] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html) ?? [];
  JSON.parse(data);
  if (/[<>]/.test(data)) throw new Error('the data of the page holds markup');
  const [, head = '', body = ''] = /^([\s\S]*?)<script[\s\S]*?<\/script>([\s\S]*)$/.exec(html) ?? [];
  insistOnVisible(withoutStyle(head));
  if (/<script/i.test(withoutStyle(head))) throw new Error('a script stands before the data');
  if ((body.match(/<script/gi) ?? []).length !== 1) throw new Error('there is more than one script');
}

const withoutStyle = (html: string): string => html.replace(/<style>[\s\S]*?<\/style>/, '');

/** What each line is, whatever it says: a heading, a row with so many cells, an item, a fence. */
export const markdownShape = (text: string): string[] =>
  text
    .split('\n')
    .map((line) =>
      line.startsWith('|')
        ? `row of ${line.replace(/\\\|/g, '').split('|').length}`
        : (/^(?:#+ |> |- |```\w*|<\w+>|<\/\w+>|$)/.exec(line)?.[0] ?? 'text'),
    );

/** The tags of a page with the names of their attributes, in their order; what scripts and styles hold is ours. */
export const markupShape = (html: string): string[] =>
  [
    ...html
      .replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1')
      .matchAll(/<(\/?[a-z!][^\s>]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi),
  ]
    .map(([, tag, attributes = '']) => `${tag} ${attributes.replace(/="[^"]*"|\bclass\b/g, '').trim()}`)
    // A sign that parts commands from words may stand in a command.
    .filter((tag) => !/^\/?code /.test(tag));
