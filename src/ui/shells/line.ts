/** A line as bash hands it over, up to the cursor: its words, and the part of the last one that bash would replace. */

export interface TypedLine {
  /** Without quotes; the first is the command itself. */
  readonly words: readonly string[];
  /** Where the cursor is, without quotes. */
  readonly word: string;
  /** What of it stands before the part that is replaced. */
  readonly kept: string;
  /** The quote that is still open around that part; null for none. */
  readonly quote: '"' | "'" | null;
}

interface Reading {
  word: string;
  kept: number;
  quote: '"' | "'" | null;
  /** An empty word in quotes is one too. */
  begun: boolean;
}

const fresh = (): Reading => ({ word: '', kept: 0, quote: null, begun: false });

/** Nothing is expanded: `$(x)` and `~` are the characters they are. Breaks are bash's own COMP_WORDBREAKS. */
export function readLine(line: string, breaks: string): TypedLine {
  const words: string[] = [];
  let now = fresh();
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (now.quote === null && /[ \t\n]/.test(sign)) {
      if (now.begun) words.push(now.word);
      now = fresh();
      continue;
    }
    now.begun = true;
    if (sign === '\\' && escapes(now.quote, line[at + 1])) {
      at += 1;
      now.word += line[at] ?? '';
    } else take(now, sign, breaks);
  }
  return { words, word: now.word, kept: now.word.slice(0, now.kept), quote: now.quote };
}

function take(now: Reading, sign: string, breaks: string): void {
  if (now.quote === null && (sign === '"' || sign === "'")) {
    now.quote = sign;
    now.kept = now.word.length;
  } else if (sign === now.quote) {
    now.quote = null;
    now.kept = now.word.length;
  } else {
    now.word += sign;
    if (now.quote === null && breaks.includes(sign)) now.kept = now.word.length;
  }
}

const escapes = (quote: string | null, next: string | undefined): boolean =>
  quote === null || (quote === '"' && next !== undefined && '"\\$`'.includes(next));

/** As it has to be typed for bash to read exactly this; null where it cannot be within the quotes that are open. */
export function quoted(text: string, quote: TypedLine['quote']): string | null {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  // Within double quotes nothing keeps `!` from the history without staying there itself.
  if (quote === '"') return text.includes('!') ? null : text.replace(/["\\$`]/g, '\\$&');
  return text.replace(/[\x21-\x7e ]/g, (sign) => (/[\w@%+=:,./-]/.test(sign) ? sign : `\\${sign}`));
}
