/** Lists in pages: a hundred at a time unless told otherwise, and a marker that only this module can read. */
import { Check } from '../lambda/constraints';
import { cutPage } from '../pages';
import { insist, refusal } from './errors';

export interface Page<T> {
  readonly items: readonly T[];
  /** `IsTruncated`, and `Marker` for the next page. */
  readonly more: { readonly IsTruncated: boolean; readonly Marker?: string };
}

export function pageOf<T>(
  all: readonly T[],
  { Marker, MaxItems }: { Marker?: string | undefined; MaxItems?: number | undefined },
): Page<T> {
  insist(Check.range(1, 1000)('maxItems', MaxItems));
  const at = { token: Marker, size: MaxItems ?? 100, refuse: () => refusal.invalid('Invalid Marker.') };
  const { items, next } = cutPage(all, at);
  return { items, more: next === null ? { IsTruncated: false } : { IsTruncated: true, Marker: next } };
}
