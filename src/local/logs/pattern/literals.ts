/** Texts and regular expressions within patterns, and how much of either one pattern may have. */
import type { Scanner } from '../scanner';

/** The pattern is not one; the message is empty where AWS has one for all. */
export class BadPattern extends Error {}

const mostRegexes = 2;

/** What one pattern has used of its limits. */
export interface Usage {
  regexes: number;
  wildcards: number;
  depth: number;
}

export const noUsage = (): Usage => ({ regexes: 0, wildcards: 0, depth: 0 });

const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;

/** Null when no quoted text stands here. */
export function readQuoted(scanner: Scanner): string | null {
  const text = scanner.take(quoted)?.[1];
  return text === undefined ? null : text.replace(/\\(["\\])/g, '$1');
}

/** `%…%` with the characters and operators that the service takes; null when none stands here. */
export function readRegex(scanner: Scanner, usage: Usage): RegExp | null {
  const source = scanner.take(/%([^%]*)%/y)?.[1];
  if (source === undefined) return null;
  usage.regexes += 1;
  const known = /^(?:[A-Za-z0-9 :_#=@/;,^$?[\]{}|*+.-]|\\[dDsSwW]|\\x[0-9A-Fa-f]{2}|\\[^A-Za-z0-9])+$/;
  if (usage.regexes > mostRegexes || !known.test(source)) throw new BadPattern();
  try {
    return new RegExp(source);
  } catch {
    throw new BadPattern();
  }
}
