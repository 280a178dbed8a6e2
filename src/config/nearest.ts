/** Words of a file may be very many, and each is asked for by as many. */
const maxCandidates = 500;

/** There are fewer commands; of more words than that it is only told how many more there are. */
const mostShown = 25;

/** The legal word that was probably meant: at most two letters away, upper and lower case being the same. */
export function nearest(word: string, legal: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = 3;
  const lower = word.toLowerCase();
  for (const candidate of legal.slice(0, maxCandidates)) {
    // Told without looking at a letter: most words are of another length.
    if (Math.abs(lower.length - candidate.length) >= bestDistance) continue;
    const away = editDistance(lower, candidate.toLowerCase());
    if (away < bestDistance && away < candidate.length) {
      best = candidate;
      bestDistance = away;
    }
  }
  return best;
}

/** Levenshtein distance; 3 stands for everything above 2. What both begin and end with is no part of it. */
function editDistance(one: string, other: string): number {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const most = Math.min(one.length, other.length) - start;
  while (end < most && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return distance(one.slice(start, one.length - end), other.slice(start, other.length - end));
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cell = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(cell);
      least = Math.min(least, cell);
    }
    if (least > 2) return 3;
    row = next;
  }
  return Math.min(row[b.length] ?? 3, 3);
}

/** The hint for a word that is not legal. */
export const didYouMean = (word: string, legal: readonly string[]): string =>
  suggest(nearest(word, legal), legal);

/** The same where the nearest one is known already. */
export function suggest(meant: string | null, legal: readonly string[]): string {
  if (meant !== null) return `did you mean \`${meant}\`?`;
  if (legal.length === 0) return 'there is none yet';
  const more = legal.length - mostShown;
  return `known: ${legal.slice(0, mostShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
