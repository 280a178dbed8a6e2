/** Patterns for plain text: `ERROR "timed out" -health`, `?WARN ?ERROR`, `%4\d\d%`. */
import type { Scanner } from '../scanner';
import type { Test } from './conditions';
import { BadPattern, noUsage, readQuoted, readRegex, type Usage } from './literals';
import type { LogPattern } from './pattern';

interface Term {
  readonly sign: string;
  readonly test: Test<string>;
}

export function readTerms(scanner: Scanner): LogPattern {
  const usage = noUsage();
  const terms: Term[] = [];
  for (scanner.skipSpace(); !scanner.over; scanner.skipSpace()) terms.push(readTerm(scanner, usage));
  const test = together(terms);
  return {
    kind: 'terms',
    hasRegex: usage.regexes > 0,
    match: (message) => (test(message) ? { named: {}, value: () => null } : null),
  };
}

function readTerm(scanner: Scanner, usage: Usage): Term {
  const sign = scanner.take(/[?-]/y)?.[0] ?? '';
  const regex = readRegex(scanner, usage);
  const text = regex ? null : (readQuoted(scanner) ?? scanner.take(/[\p{L}\p{N}_]+/uy)?.[0]);
  const endsHere = scanner.over || /\s/.test(scanner.text.charAt(scanner.at));
  if (text === undefined || !endsHere) throw new BadPattern();
  if (regex) return { sign, test: (message) => regex.test(message) };
  const phrase = (text ?? '').trim() === '' ? '' : (text ?? '');
  return { sign, test: (message) => message.includes(phrase) };
}

/** Terms with `?` are alternatives, and count for nothing beside terms without it (documented). */
function together(terms: readonly Term[]): Test<string> {
  const signed = (sign: string): Term[] => terms.filter((term) => term.sign === sign);
  const [wanted, unwanted, optional] = [signed(''), signed('-'), signed('?')];
  if (wanted.length + unwanted.length === 0) return (message) => optional.some(({ test }) => test(message));
  return (message) =>
    wanted.every(({ test }) => test(message)) && !unwanted.some(({ test }) => test(message));
}
