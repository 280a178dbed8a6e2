import { isRecord, shown } from './json';

/**
 * The first place where a JSON value differs from what was expected of it, in words; null when it has all of it. Objects
 * may have more than is expected, lists may not: their places would mean something else.
 */
export function difference(actual: unknown, expected: unknown, path: string): string | null {
  if (Array.isArray(expected)) return listDifference(actual, expected, path);
  if (!isRecord(expected)) return actual === expected ? null : unequal(actual, expected, path);
  if (!isRecord(actual)) return unequal(actual, expected, path);
  return first(Object.entries(expected), ([name, part]) => {
    const place = path === '' ? name : `${path}.${name}`;
    return Object.hasOwn(actual, name) ? difference(actual[name], part, place) : `${place} is missing`;
  });
}

function listDifference(actual: unknown, expected: readonly unknown[], path: string): string | null {
  if (!Array.isArray(actual)) return unequal(actual, expected, path);
  if (actual.length !== expected.length)
    return `${named(path)} has ${actual.length} entries instead of ${expected.length}`;
  return first(expected.entries(), ([at, part]) => difference(actual[at], part, `${path}[${at}]`));
}

function first<T>(parts: Iterable<T>, look: (part: T) => string | null): string | null {
  for (const part of parts) {
    const found = look(part);
    if (found !== null) return found;
  }
  return null;
}

const unequal = (actual: unknown, expected: unknown, path: string): string =>
  `${named(path)} should be ${shown(expected)} and is ${shown(actual)}`;

const named = (path: string): string => (path === '' ? 'the answer' : path);
