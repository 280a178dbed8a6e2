import { cloudWatchError } from './errors';

/** A page of a list that is made anew for each call; the token is where it stopped. */
export function page<T>(
  items: readonly T[],
  { token, size }: { readonly token: string | undefined; readonly size: number },
): { items: T[]; nextToken: string | undefined } {
  const from = offsetOf(token);
  const to = from + size;
  return { items: items.slice(from, to), nextToken: to < items.length ? tokenOf(to) : undefined };
}

export function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const parts = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString());
  if (!parts) throw cloudWatchError('invalidToken', 'The specified token is invalid.');
  return Number(parts[1]);
}

export const tokenOf = (offset: number): string => Buffer.from(`from:${offset}`).toString('base64url');
