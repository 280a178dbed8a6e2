/** Values of the query language: they change their kind as an operation needs it. */

/** A time, which is shown as a date and counts as epoch milliseconds. */
export class Instant {
  constructor(readonly ms: number) {}
}

/** Null for a field that an event does not have. */
export type Value = string | number | boolean | Instant | null;

export const Value = {
  /** NaN for what is no number. */
  number(value: Value): number {
    if (typeof value === 'number') return value;
    if (value instanceof Instant) return value.ms;
    return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  },

  text: (value: Value): string => (value instanceof Instant ? shownTime(value.ms) : String(value ?? '')),

  isTrue: (value: Value): boolean => value === true || value === 1 || value === 'true' || value === '1',

  /** As numbers when both are, else as texts. Absent values come first, then texts, then numbers. */
  compare(a: Value, b: Value): number {
    const [x, y] = [Value.number(a), Value.number(b)];
    const ranks = rank(a, x) - rank(b, y);
    if (ranks !== 0) return ranks;
    if (!Number.isNaN(x)) return x - y;
    const [left, right] = [Value.text(a), Value.text(b)];
    return left < right ? -1 : Number(left > right);
  },

  equal(a: Value, b: Value): boolean {
    if (a === null || b === null) return a === b;
    return Value.compare(a, b) === 0;
  },
};

/** A number that is no number is no value. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

function rank(value: Value, number: number): number {
  if (value === null) return 0;
  return Number.isNaN(number) ? 1 : 2;
}

/** `2026-11-20 12:00:00.000` */
function shownTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace('T', ' ').replace('Z', '');
}
