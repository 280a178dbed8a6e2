/** Lists in pages: MaxItems at most fifty, and a marker that only this module can read. */

import { type Cut, cutPage } from '../pages';
import { Check, insist } from './constraints';
import { refusal } from './errors';

const most = 50;
const range = Check.range(1, 10_000);

export function pageOf<T>(
  all: readonly T[],
  { Marker, MaxItems }: { Marker?: string | undefined; MaxItems?: number | undefined },
): Cut<T> {
  insist(range('maxItems', MaxItems));
  const size = Math.min(MaxItems ?? most, most);
  return cutPage(all, { token: Marker || undefined, size, refuse: () => refusal.invalid('Invalid Marker.') });
}

export const nextMarker = (next: string | null): { NextMarker?: string } =>
  next === null ? {} : { NextMarker: next };
