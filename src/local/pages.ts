/**
 * Lists in pages, for every service: the token of the next page is where this one ended, written so that nobody is tempted
 * to make one up. What a token is called, how long a page may be and how a wrong token is refused is each service's own.
 */

export interface Cut<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly next: string | null;
}

export interface CutAt {
  /** Of the page before; absent for the first page. */
  readonly token: string | undefined;
  readonly size: number;
  /** The error for a token that was not given out. */
  readonly refuse: () => Error;
}

export function cutPage<T>(all: readonly T[], { token, size, refuse }: CutAt): Cut<T> {
  const from = token === undefined ? 0 : offsetIn(token, refuse);
  const to = from + size;
  return { items: all.slice(from, to), next: to < all.length ? tokenAt(to) : null };
}

export const tokenAt = (offset: number): string => Buffer.from(`from:${offset}`).toString('base64url');

export function offsetIn(token: string, refuse: () => Error): number {
  const offset = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (offset === undefined) throw refuse();
  return Number(offset);
}
