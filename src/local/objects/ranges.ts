/** One range of bytes (RFC 9110, section 14). Several ranges, and what is no range of bytes, are read as none, as S3 does. */
import { AwsError } from '../errors';
import type { ByteRange } from './blobs';
import type { Content } from './book';
import { refusal } from './errors';

/** Null for the whole. Throws InvalidRange. */
export function rangeOf(text: string | undefined, size: number): ByteRange | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  const range =
    first === ''
      ? { first: Math.max(size - Number(last), 0), last: size - 1 }
      : { first: Number(first), last: Math.min(last === '' ? size : Number(last), size - 1) };
  if (range.first > range.last) throw unsatisfiable(text ?? '', size);
  return range;
}

/** Where a part of an object that was uploaded in parts lies; any other object has one part. */
export function partRange({ parts, size }: Content, number: number): ByteRange | null {
  if (!parts && number === 1) return size === 0 ? null : { first: 0, last: size - 1 };
  let first = 0;
  for (const part of parts ?? []) {
    if (part.number === number) return { first, last: first + part.size - 1 };
    first += part.size;
  }
  throw refusal.refused(['InvalidPartNumber', 416], 'The requested partnumber is not satisfiable');
}

const unsatisfiable = (text: string, size: number): AwsError =>
  new AwsError('InvalidRange', 416, {
    message: 'The requested range is not satisfiable',
    members: { RangeRequested: text, ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` },
  });
