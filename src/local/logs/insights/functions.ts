/** Functions of the query language: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html. */
import { Instant, orNull, Value } from './value';

export interface ScalarFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  readonly of: (...values: readonly Value[]) => Value;
}

type Arity = readonly [least: number, most: number];

const many = 100;

/** Of a text that a function makes: functions in each other could make one that fits no memory. A longer one is no value. */
const longest = 1_048_576;

const numeric = ([least, most]: Arity, of: (...numbers: number[]) => number): ScalarFunction => ({
  least,
  most,
  of: (...values) => orNull(of(...values.map(Value.number))),
});

/** Of a value that is not there it gives nothing. */
const textual = (
  [least, most]: Arity,
  of: (text: string, a: string, b: string) => Value,
): ScalarFunction => ({
  least,
  most,
  of: (value = null, a = null, b = null) =>
    value === null ? null : of(Value.text(value), Value.text(a), Value.text(b)),
});

const general = ([least, most]: Arity, of: ScalarFunction['of']): ScalarFunction => ({ least, most, of });

/** A time cut down to a period. */
export const floorTime = (value: Value, period: Value): Value => cut(value, period, Math.floor);

function cut(value: Value, period: Value, round: (periods: number) => number): Value {
  const [ms, periodMs] = [Value.number(value), Value.number(period)];
  const cutMs = round(ms / periodMs) * periodMs;
  return Number.isFinite(cutMs) ? new Instant(cutMs) : null;
}

const trimmed = (text: string, characters: string, sides: { left: boolean; right: boolean }): string => {
  const goes = (character: string): boolean =>
    characters === '' ? character.trim() === '' : characters.includes(character);
  let [from, to] = [0, text.length];
  while (sides.left && from < to && goes(text.charAt(from))) from += 1;
  while (sides.right && to > from && goes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
};

function replaced(text: string, from: string, to: string): string | null {
  if (from === '') return text;
  const parts = text.split(from);
  return text.length + (parts.length - 1) * (to.length - from.length) > longest ? null : parts.join(to);
}

const joined = (texts: readonly string[]): string | null =>
  texts.reduce((sum, { length }) => sum + length, 0) > longest ? null : texts.join('');

const blank = (value: Value | undefined): string => Value.text(value ?? null);

const functions: { readonly [name: string]: ScalarFunction } = {
  abs: numeric([1, 1], Math.abs),
  ceil: numeric([1, 1], Math.ceil),
  floor: numeric([1, 1], Math.floor),
  greatest: numeric([1, many], Math.max),
  least: numeric([1, many], Math.min),
  log: numeric([1, 1], Math.log),
  sqrt: numeric([1, 1], Math.sqrt),
  strlen: textual([1, 1], (text) => [...text].length),
  toupper: textual([1, 1], (text) => text.toUpperCase()),
  tolower: textual([1, 1], (text) => text.toLowerCase()),
  trim: textual([1, 2], (text, of) => trimmed(text, of, { left: true, right: true })),
  ltrim: textual([1, 2], (text, of) => trimmed(text, of, { left: true, right: false })),
  rtrim: textual([1, 2], (text, of) => trimmed(text, of, { left: false, right: true })),
  replace: textual([3, 3], replaced),
  strcontains: textual([2, 2], (text, part) => Number(text.includes(part))),
  substr: general([2, 3], (text = null, from = null, length = null) =>
    text === null ? null : part(Value.text(text), Value.number(from), length),
  ),
  concat: general([1, many], (...values) => joined(values.map(Value.text))),
  coalesce: general([1, many], (...values) => values.find((value) => value !== null) ?? null),
  ispresent: general([1, 1], (value = null) => value !== null),
  isempty: general([1, 1], (value) => blank(value) === ''),
  isblank: general([1, 1], (value) => blank(value).trim() === ''),
  if: general([3, 3], (condition = null, yes = null, no = null) => (Value.isTrue(condition) ? yes : no)),
  datefloor: general([2, 2], (value = null, period = null) => cut(value, period, Math.floor)),
  dateceil: general([2, 2], (value = null, period = null) => cut(value, period, Math.ceil)),
  frommillis: general([1, 1], (value = null) => cut(value, 1, Math.floor)),
  tomillis: general([1, 1], (value = null) => orNull(Value.number(value))),
};

export const functionNamed = (name: string): ScalarFunction | null =>
  Object.hasOwn(functions, name) ? (functions[name] ?? null) : null;

function part(text: string, from: number, length: Value): Value {
  if (!(from >= 0)) return null;
  const count = length === null ? Number.POSITIVE_INFINITY : Value.number(length);
  return text.slice(from, Number.isNaN(count) ? undefined : Math.min(text.length, from + count));
}
