/** Patterns for fields between spaces: `[ip, user, ..., status=4*, bytes>1000]`. */
import type { Scanner } from '../scanner';
import { readComparison, readExpression, type Test } from './conditions';
import { BadPattern, noUsage, type Usage } from './literals';
import type { LogPattern } from './pattern';

interface Field {
  /** Empty for a field that nobody names. */
  readonly name: string;
  readonly test: Test<string>;
}

interface Layout {
  readonly before: readonly Field[];
  /** Null without an ellipsis: then the last field takes the rest of the message. */
  readonly after: readonly Field[] | null;
}

export function readDelimited(scanner: Scanner): LogPattern {
  const usage = noUsage();
  const layout = readLayout(scanner, usage);
  return {
    kind: 'delimited',
    hasRegex: usage.regexes > 0,
    match(message) {
      const values = valuesOf(layout, message);
      if (!values?.every(([field, value]) => field.test(value))) return null;
      const named = Object.fromEntries(
        values.map(([field, value], index) => [`$${field.name || index + 1}`, value]),
      );
      return {
        named,
        value: (selector) => (Object.hasOwn(named, selector) ? (named[selector] ?? null) : null),
      };
    },
  };
}

function readLayout(scanner: Scanner, usage: Usage): Layout {
  scanner.takeText('[');
  const before: Field[] = [];
  let after: Field[] | null = null;
  scanner.skipSpace();
  for (let more = !scanner.takeText(']'); more; more = readSeparator(scanner)) {
    scanner.skipSpace();
    const ellipsis = scanner.takeText('...');
    if (ellipsis && after) throw new BadPattern();
    if (ellipsis) after = [];
    else (after ?? before).push(readField(scanner, usage));
    scanner.skipSpace();
  }
  if (!scanner.over) throw new BadPattern();
  return { before, after };
}

/** True for a comma, false for the end. */
function readSeparator(scanner: Scanner): boolean {
  if (scanner.takeText(',')) return true;
  if (scanner.takeText(']')) return false;
  throw new BadPattern();
}

/** A name alone, a condition on it, or nothing at all. Conditions of one field speak of that field (recorded). */
function readField(scanner: Scanner, usage: Usage): Field {
  const names = new Set<string>();
  if (/[,\]]/.test(scanner.text.charAt(scanner.at))) return { name: '', test: () => true };
  const test = readExpression<string>(scanner, usage, () => {
    scanner.skipSpace();
    const name = scanner.take(/\$?([\p{L}_][\p{L}\p{N}_.-]*)/uy)?.[1];
    if (name === undefined) throw new BadPattern();
    names.add(name);
    scanner.skipSpace();
    if (scanner.over || /[,\])&|]/.test(scanner.text.charAt(scanner.at))) return () => true;
    return readComparison(scanner, usage);
  });
  const [name = '', another] = names;
  if (another !== undefined) throw new BadPattern();
  return { name, test };
}

type Values = (readonly [Field, string])[];

/** Null when the message does not have the fields. */
function valuesOf({ before, after }: Layout, message: string): Values | null {
  const words = wordsOf(message);
  if (after === null) return spread(before, words, message);
  const unnamed = words.length - before.length - after.length;
  if (unnamed < 0) return null;
  const between = Array.from({ length: unnamed }, (): Field => ({ name: '', test: () => true }));
  return [...before, ...between, ...after].map((field, index) => [field, words[index]?.text ?? '']);
}

function spread(fields: readonly Field[], words: readonly Word[], message: string): Values | null {
  if (fields.length === 0) return [];
  if (words.length < fields.length) return null;
  const rest = words[fields.length - 1];
  const last = words.length === fields.length ? (rest?.text ?? '') : message.slice(rest?.from ?? 0).trimEnd();
  return fields.map((field, index) => [
    field,
    index === fields.length - 1 ? last : (words[index]?.text ?? ''),
  ]);
}

interface Word {
  readonly text: string;
  readonly from: number;
}

/** What stands in brackets or quotes is one field, without them. Linear in the message, however many brackets are left open. */
function wordsOf(message: string): Word[] {
  const words: Word[] = [];
  const ends: { readonly [opening: string]: (from: number) => number } = {
    '[': finder(message, ']'),
    '"': finder(message, '"'),
  };
  const bare = /\S+/g;
  for (let found = bare.exec(message); found; found = bare.exec(message)) {
    const from = found.index;
    const end = ends[message.charAt(from)]?.(from + 1) ?? message.length;
    const isClosed = end < message.length && !/\S/.test(message.charAt(end + 1));
    words.push({ text: isClosed ? message.slice(from + 1, end) : found[0], from });
    if (isClosed) bare.lastIndex = end + 1;
  }
  return words;
}

/** Where a sign stands next, or the end; to be asked for places further and further on. */
function finder(message: string, sign: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) next = message.indexOf(sign, from);
    if (next < 0) next = message.length;
    return next;
  };
}
