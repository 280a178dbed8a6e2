/** Keys in the order of S3: by the bytes of their UTF-8. */
import type { Bucket } from './book';

export function keysOf(bucket: Bucket): readonly string[] {
  bucket.sorted ??= [...bucket.objects.keys()].sort(byKey);
  return bucket.sorted;
}

/** JavaScript compares halves of surrogate pairs, which come before U+E000 there and after it in UTF-8. */
export function byKey(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
