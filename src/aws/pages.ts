interface Page<T> {
  readonly items: readonly T[];
  /** Where the next one begins; AWS says at the end nothing, or an empty text. */
  readonly next: string | undefined;
}

/** All items of a list that AWS gives in pages. */
export async function allPages<T>(ask: (marker: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let marker: string | undefined;
  do {
    const { items, next } = await ask(marker);
    found.push(...items);
    marker = next || undefined;
  } while (marker !== undefined);
  return found;
}
