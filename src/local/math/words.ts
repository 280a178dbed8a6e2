/**
 * Partial matches of SEARCH. Names fall apart into words at capitals, digits and other characters; a search for one word
 * takes no notice of case, a search for several joined words does (`CustomCount`, not `customcount`).
 */
interface Word {
  readonly text: string;
  /** True when the case of its letters counts. */
  readonly strict: boolean;
}

const parts = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{L}+/gu;

/** Whether the words of a term stand in a name, beside each other. */
export function hasWords(name: string, term: string): boolean {
  const wanted = wordsOf(term);
  if (wanted.length === 0) return false;
  if (bare(name).toLowerCase() === bare(term).toLowerCase() && bare(term) === bare(term).toLowerCase())
    return true;
  const there = wordsOf(name);
  return there.some((_, start) => wanted.every((word, index) => same(there[start + index]?.text, word)));
}

const same = (text: string | undefined, { text: wanted, strict }: Word): boolean =>
  text !== undefined && (strict ? text === wanted : text.toLowerCase() === wanted.toLowerCase());

function wordsOf(text: string): Word[] {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const found = run.match(parts) ?? [];
    return found.map((part) => ({ text: part, strict: found.length > 1 }));
  });
}

const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
