/** Lists in pages: MaxItems at most fifty, and a marker that only this module can read. */
import { Check, insist } from './constraints';
import { refusal } from './errors';

const most = 50;
const range = Check.range(1, 10_000);

interface Page<T> {
  readonly items: T[];
  /** Null on the last page. */
  readonly next: string | null;
}

export function pageOf<T>(
  all: readonly T[],
  { Marker, MaxItems }: { Marker?: string | undefined; MaxItems?: number | undefined },
): Page<T> {
  insist(range('maxItems', MaxItems));
  const from = Marker ? readMarker(Marker) : 0;
  const to = from + Math.min(MaxItems ?? most, most);
  return { items: all.slice(from, to), next: to < all.length ? writeMarker(to) : null };
}

const writeMarker = (index: number): string => Buffer.from(`from:${index}`).toString('base64url');

function readMarker(marker: string): number {
  const index = /^from:(\d{1,9})$/.exec(Buffer.from(marker, 'base64url').toString('utf8'))?.[1];
  if (index === undefined) throw refusal.invalid('Invalid Marker.');
  return Number(index);
}

export const nextMarker = (next: string | null): { NextMarker?: string } =>
  next === null ? {} : { NextMarker: next };
