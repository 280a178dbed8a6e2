/** The legal word that was probably meant: at most two letters away, upper and lower case being the same. */
export function nearest(word: string, legal: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = 3;
  for (const candidate of legal) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance && distance < candidate.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance; 3 stands for everything above 2, so a word of a megabyte costs nothing. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? 3, 3);
}

/** The hint for a word that is not legal. */
export function didYouMean(word: string, legal: readonly string[]): string {
  const meant = nearest(word, legal);
  if (meant !== null) return `did you mean \`${meant}\`?`;
  return legal.length === 0 ? 'there is none yet' : `known: ${legal.slice(0, 20).join(', ')}`;
}
