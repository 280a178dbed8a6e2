/** Lists in pages, with tokens that only this module can read. */
import { Check } from '../lambda/constraints';
import { cutPage } from '../pages';
import { insist } from './constraints';
import { refusal } from './errors';

export interface PageOf {
  readonly token: string | undefined;
  /** As asked for; checked here. */
  readonly limit: number | undefined;
  readonly field: string;
  readonly most: number;
  readonly usual: number;
}

export function page<T>(items: readonly T[], of: PageOf): { items: T[]; nextToken: string | undefined } {
  insist(Check.range(1, of.most)(of.field, of.limit));
  const at = { token: of.token, size: of.limit ?? of.usual, refuse: refusal.badToken };
  const { items: cut, next } = cutPage(items, at);
  return { items: cut, nextToken: next ?? undefined };
}

/** The Describe operations of this service: fifty at most, and as many when nothing is asked for. */
export const fifty = ({
  nextToken,
  limit,
}: {
  nextToken?: string | undefined;
  limit?: number | undefined;
}): PageOf => ({ token: nextToken, limit, field: 'limit', most: 50, usual: 50 });
