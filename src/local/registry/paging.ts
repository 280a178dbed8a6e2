/** Lists in pages, with a token that only this module can read. */
import { cutPage } from '../pages';
import { refusal } from './errors';

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly nextToken?: string };
}

const most = 1000;
const usual = 100;

export function pageOf<T>(
  all: readonly T[],
  { nextToken, maxResults }: { nextToken?: string | undefined; maxResults?: number | undefined },
): Page<T> {
  if (maxResults !== undefined && !(maxResults >= 1 && maxResults <= most))
    throw refusal.parameter('maxResults', `must be between 1 and ${most}`);
  const { items, next } = cutPage(all, {
    token: nextToken || undefined,
    size: Math.floor(maxResults ?? usual),
    refuse: badToken,
  });
  return { items, more: next === null ? {} : { nextToken: next } };
}

const badToken = (): Error => refusal.named('InvalidParameterException', 'The specified token is not valid.');
