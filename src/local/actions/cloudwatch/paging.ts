import type { AwsError } from '../../errors';
import { cutPage, offsetIn } from '../../pages';
import { cloudWatchError } from './errors';

/** A page of a list that is made anew for each call; the token is where it stopped. */
export function page<T>(
  items: readonly T[],
  { token, size }: { readonly token: string | undefined; readonly size: number },
): { items: T[]; nextToken: string | undefined } {
  const { items: cut, next } = cutPage(items, { token, size, refuse: badToken });
  return { items: cut, nextToken: next ?? undefined };
}

export const offsetOf = (token: string | undefined): number =>
  token === undefined ? 0 : offsetIn(token, badToken);

const badToken = (): AwsError => cloudWatchError('invalidToken', 'The specified token is invalid.');
