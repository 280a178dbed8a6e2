/** `{"numeric": [">", 0, "<=", 5]}` of event patterns. */
import { refusal } from './errors';

const operators: { readonly [sign: string]: (value: number, bound: number) => boolean } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** One comparison, or a lower bound with an upper one. */
export function numericTest(given: unknown): (value: unknown) => boolean {
  if (!Array.isArray(given)) throw refusal.pattern('Value of numeric must be an array.');
  const [first, low, second, high, ...rest] = given as readonly unknown[];
  const compare = comparison(first, low, 'Invalid numeric match operator');
  if (given.length <= 2) return (value) => typeof value === 'number' && compare(value);
  const isRange = String(first).startsWith('>') && String(second).startsWith('<');
  if (!isRange) throw refusal.pattern(`Bad numeric range operator: ${second}`);
  const within = comparison(second, high, 'Bad numeric range operator');
  if (rest.length > 0) throw refusal.pattern('Too many terms in numeric range expression');
  if (Number(low) >= Number(high)) throw refusal.pattern('Bottom must be less than top');
  return (value) => typeof value === 'number' && compare(value) && within(value);
}

function comparison(sign: unknown, bound: unknown, complaint: string): (value: number) => boolean {
  const operator = typeof sign === 'string' && Object.hasOwn(operators, sign) ? operators[sign] : undefined;
  if (!operator) throw refusal.pattern(`${complaint}: ${sign}`);
  if (typeof bound !== 'number') throw refusal.pattern(`Value of ${sign} must be numeric`);
  return (value) => operator(value, bound);
}
