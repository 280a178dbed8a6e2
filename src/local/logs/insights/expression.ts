/** Expressions: arithmetic, comparisons, `like`, `in`, `and`, `or`, `not`, functions. Read once, asked of each line. */
import { aggregateNamed, type Fold } from './aggregates';
import { floorTime, functionNamed } from './functions';
import type { Reader } from './reader';
import type { Row } from './row';
import { orNull, Value } from './value';

export type Expression = (row: Row) => Value;

/** An aggregate function within a `stats` command: its result stands in the line of the group under a name of its own. */
export interface Aggregated {
  readonly slot: string;
  readonly fold: Fold;
  readonly values: readonly Expression[];
}

/** Aggregates are collected where they may stand; null where they may not. */
type Sink = Aggregated[] | null;

export function readExpression(reader: Reader, sink: Sink): Expression {
  return reader.nested(() => readOr(reader, sink));
}

function readOr(reader: Reader, sink: Sink): Expression {
  const parts = [readAnd(reader, sink)];
  while (reader.word('or')) parts.push(readAnd(reader, sink));
  const [first] = parts;
  if (first && parts.length === 1) return first;
  return (row) => parts.some((part) => Value.isTrue(part(row)));
}

function readAnd(reader: Reader, sink: Sink): Expression {
  const parts = [readNot(reader, sink)];
  while (reader.word('and')) parts.push(readNot(reader, sink));
  const [first] = parts;
  if (first && parts.length === 1) return first;
  return (row) => parts.every((part) => Value.isTrue(part(row)));
}

function readNot(reader: Reader, sink: Sink): Expression {
  if (!reader.word('not')) return readComparison(reader, sink);
  const inside = reader.nested(() => readNot(reader, sink));
  return (row) => !Value.isTrue(inside(row));
}

const comparisons: { readonly [sign: string]: (a: Value, b: Value) => boolean } = {
  '=': (a, b) => Value.equal(a, b),
  '!=': (a, b) => !Value.equal(a, b),
  '<': (a, b) => bothThere(a, b) && Value.compare(a, b) < 0,
  '<=': (a, b) => bothThere(a, b) && Value.compare(a, b) <= 0,
  '>': (a, b) => bothThere(a, b) && Value.compare(a, b) > 0,
  '>=': (a, b) => bothThere(a, b) && Value.compare(a, b) >= 0,
};

const bothThere = (a: Value, b: Value): boolean => a !== null && b !== null;

function readComparison(reader: Reader, sink: Sink): Expression {
  const left = readSum(reader, sink);
  if (reader.sign('=~')) return readLike(reader, left);
  const sign = reader.sign('!=', '<=', '>=', '=', '<', '>');
  const compare = sign === null ? undefined : comparisons[sign];
  if (compare) {
    const right = readSum(reader, sink);
    return (row) => compare(left(row), right(row));
  }
  const negated = reader.word('not') !== null;
  const holds = readMatch(reader, left, sink);
  if (!holds) return negated ? reader.fail() : left;
  return negated ? (row) => !Value.isTrue(holds(row)) : holds;
}

/** Null when neither `like` nor `in` stands here. */
function readMatch(reader: Reader, left: Expression, sink: Sink): Expression | null {
  if (reader.word('like')) return readLike(reader, left);
  if (!reader.word('in')) return null;
  reader.expect('[');
  const items = readList(reader, ']', () => readExpression(reader, sink));
  return (row) => {
    const value = left(row);
    return items.some((item) => Value.equal(item(row), value));
  };
}

function readLike(reader: Reader, left: Expression): Expression {
  const regex = reader.regex();
  const text = regex ? null : (reader.text() ?? reader.fail());
  return (row) => {
    const value = left(row);
    if (value === null) return false;
    return regex ? regex.test(Value.text(value)) : Value.text(value).includes(text ?? '');
  };
}

/** Items between commas, up to the closing sign. */
function readList<T>(reader: Reader, closing: string, item: () => T): T[] {
  const items: T[] = [];
  if (reader.sign(closing)) return items;
  do items.push(item());
  while (reader.sign(','));
  reader.expect(closing);
  return items;
}

const operations: { readonly [sign: string]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

function readSum(reader: Reader, sink: Sink): Expression {
  return readOperations(reader, ['+', '-'], () =>
    readOperations(reader, ['*', '/', '%'], () =>
      readOperations(reader, ['^'], () => readSigned(reader, sink)),
    ),
  );
}

function readOperations(reader: Reader, signs: readonly string[], next: () => Expression): Expression {
  const first = next();
  const rest: (readonly [(a: number, b: number) => number, Expression])[] = [];
  for (let sign = reader.sign(...signs); sign !== null; sign = reader.sign(...signs)) {
    const operation = operations[sign] ?? reader.fail();
    rest.push([operation, next()]);
  }
  if (rest.length === 0) return first;
  return (row) =>
    orNull(
      rest.reduce((value, [operate, of]) => operate(value, Value.number(of(row))), Value.number(first(row))),
    );
}

function readSigned(reader: Reader, sink: Sink): Expression {
  if (!reader.sign('-')) return readPrimary(reader, sink);
  const inside = reader.nested(() => readSigned(reader, sink));
  return (row) => orNull(-Value.number(inside(row)));
}

function readPrimary(reader: Reader, sink: Sink): Expression {
  if (reader.sign('(')) {
    const inside = readExpression(reader, sink);
    reader.expect(')');
    return inside;
  }
  const number = reader.number();
  if (number !== null) return () => number;
  const text = reader.text();
  if (text !== null) return () => text;
  const at = reader.at;
  const called = reader.call();
  if (called !== null) return readCall(reader, sink, { name: called, at });
  const field = reader.name();
  return (row) => row.get(field);
}

function readCall(reader: Reader, sink: Sink, { name, at }: { name: string; at: number }): Expression {
  const aggregate = sink ? aggregateNamed(name) : null;
  const scalar = name === 'bin' ? bin : functionNamed(name);
  const known = aggregate ?? scalar;
  if (!known) return reader.failAt(at);
  const all = name === 'count' && reader.sign('*');
  const values = readList(reader, ')', () => readExpression(reader, aggregate ? null : sink));
  if (values.length > known.most || (!all && values.length < known.least)) return reader.failAt(at);
  if (aggregate && sink) {
    const slot = `\u0000${sink.length}`;
    sink.push({ slot, fold: aggregate.fold, values });
    return (row) => row.get(slot);
  }
  if (name === 'bin') return (row) => floorTime(row.get('@timestamp'), values[0]?.(row) ?? null);
  return (row) => scalar?.of(...values.map((value) => value(row))) ?? null;
}

/** Takes the time of the line by itself. */
const bin = { least: 1, most: 1, of: (): Value => null };
