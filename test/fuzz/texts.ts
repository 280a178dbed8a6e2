/** Texts and numbers that nobody expects. */

/** 0 to 1. */
export type Chance = () => number;

export function pick<Item>(next: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined && items.length === 0) throw new Error('nothing to pick from');
  return item as Item;
}

export const noise = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * seed * 7919) % 90))).join('');

export const words: readonly string[] = [
  '',
  'a',
  'live',
  'x'.repeat(3000),
  'a:'.repeat(100_000),
  '\u0000',
  '\u202e',
  '𝕏',
  '\ud800',
  '../../..',
  '%00',
  '"',
  '\\',
  '$x',
  '{}',
  '[]',
  '-1',
  'NaN',
  'true',
  ' ',
  '\n',
  'arn:aws:iam::aws:role/x',
  `arn:aws:lambda:eu-west-1:123456789012:function:${'a'.repeat(100_000)}`,
  '$LATEST',
  '9'.repeat(400),
  "'; --",
  '<a>',
  '&lt;',
  '((((((',
  '*'.repeat(3000),
  '__proto__',
  'constructor',
];

export const numbers: readonly number[] = [
  ...[0, 1, -1, 2, 3, 60, 300, 86_400, 1e9, 2 ** 31, 2 ** 53, 1e300, -0.5, 0.1],
];

const small: readonly number[] = [1, 1, 2, 3, 5, 10, 60];

export const plainNumber = (next: Chance): number => pick(next, small);

/** Any JSON. */
export function anything(next: Chance, depth: number): unknown {
  const kind = next();
  if (depth > 4 || kind < 0.6) return pick<unknown>(next, [null, true, ...numbers, ...words]);
  if (kind < 0.8) return Array.from({ length: Math.floor(next() * 4) }, () => anything(next, depth + 1));
  return { [pick(next, words)]: anything(next, depth + 1), ...(next() < 0.1 ? { ['__proto__']: 1 } : {}) };
}
