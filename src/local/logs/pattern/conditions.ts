/** What patterns of every kind compare with, and how they put conditions together. */
import type { Scanner } from '../scanner';
import { BadPattern, readQuoted, readRegex, type Usage } from './literals';

/** So many brackets in each other nobody writes by hand. */
const deepest = 100;

export type Test<T> = (subject: T) => boolean;

type Scalar = string | number | boolean;

/** Conditions with `&&` before `||`, and parentheses before both. */
export function readExpression<T>(scanner: Scanner, usage: Usage, condition: () => Test<T>): Test<T> {
  const primary = (): Test<T> => {
    scanner.skipSpace();
    if (!scanner.takeText('(')) return condition();
    usage.depth += 1;
    if (usage.depth > deepest) throw new BadPattern();
    const inside = readExpression(scanner, usage, condition);
    usage.depth -= 1;
    scanner.skipSpace();
    if (!scanner.takeText(')')) throw new BadPattern();
    return inside;
  };
  const all = (): Test<T> => readChain(scanner, '&&', primary);
  return readChain(scanner, '||', all);
}

function readChain<T>(scanner: Scanner, operator: '&&' | '||', next: () => Test<T>): Test<T> {
  const tests = [next()];
  scanner.skipSpace();
  while (scanner.takeText(operator)) {
    tests.push(next());
    scanner.skipSpace();
  }
  return operator === '&&'
    ? (subject) => tests.every((test) => test(subject))
    : (subject) => tests.some((test) => test(subject));
}

/** Reads an operator and what stands after it. */
export function readComparison(scanner: Scanner, usage: Usage): Test<Scalar> {
  scanner.skipSpace();
  const operator = scanner.take(/!=|<=|>=|[=<>]/y)?.[0];
  if (!operator) throw new BadPattern();
  scanner.skipSpace();
  if (operator === '=') return readEquality(scanner, usage);
  if (operator === '!=') {
    const equal = readEquality(scanner, usage);
    return (value) => !equal(value);
  }
  const bound = Number(scanner.take(number)?.[0] ?? Number.NaN);
  if (Number.isNaN(bound)) throw new BadPattern();
  return (value) => orders[operator]?.(numeric(value), bound) ?? false;
}

const number = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.*-])/y;
/** Anything else must stand in quotes. */
const bare = /[\p{L}\p{N}_.*+-]+/uy;
const orders: { readonly [operator: string]: (value: number, bound: number) => boolean } = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function readEquality(scanner: Scanner, usage: Usage): Test<Scalar> {
  const regex = readRegex(scanner, usage);
  if (regex) return (value) => regex.test(String(value));
  const text = readQuoted(scanner);
  if (text !== null) return wildcard(text);
  const exact = scanner.take(number)?.[0];
  if (exact !== undefined) return (value) => numeric(value) === Number(exact) || value === exact;
  const word = scanner.take(bare)?.[0];
  if (word === undefined) throw new BadPattern();
  return wildcard(word);
}

/** NaN, which equals and orders with nothing, for what is no number. */
const numeric = (value: Scalar): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
    ? Number(value)
    : Number.NaN;

/** `*` stands for any text. Linear in the text, whatever the pattern. */
function wildcard(pattern: string): Test<Scalar> {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (value) => String(value) === pattern;
  return (value) => {
    const text = String(value);
    const end = text.length - last.length;
    if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    return rest.every((part) => {
      const found = text.indexOf(part, at);
      at = found + part.length;
      return found >= 0 && at <= end;
    });
  };
}
