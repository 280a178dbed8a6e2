/** Lists in pages, with a token that only this module can read. */

import type { AwsError } from '../errors';
import { Check } from '../lambda/constraints';
import { cutPage } from '../pages';
import { insist, refusal } from './errors';

export interface Page<T> {
  readonly items: readonly T[];
  readonly more: { readonly NextToken?: string };
}

export function pageOf<T>(
  all: readonly T[],
  { NextToken, MaxResults }: { NextToken?: string | undefined; MaxResults?: number | undefined },
  most: number,
): Page<T> {
  insist(Check.range(1, most)('maxResults', MaxResults));
  const { items, next } = cutPage(all, {
    token: NextToken || undefined,
    size: MaxResults ?? most,
    refuse: badToken,
  });
  return { items, more: next === null ? {} : { NextToken: next } };
}

const badToken = (): AwsError => refusal.named('InvalidNextToken', 'The specified token is not valid.');
