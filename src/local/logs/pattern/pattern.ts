/**
 * Filter patterns: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html. The first character tells the
 * kind: `{` for JSON, `[` for fields between spaces, anything else for terms.
 */
import { refusal } from '../errors';
import { Scanner } from '../scanner';
import { readDelimited } from './delimited';
import { readJson } from './json';
import { BadPattern } from './literals';
import { readTerms } from './terms';

export interface LogPattern {
  readonly kind: 'terms' | 'delimited' | 'json';
  /** True for a pattern that looks with `%…%`. */
  readonly hasRegex: boolean;
  /** Null when the message does not match. */
  match(message: string): Matched | null;
}

export interface Matched {
  /** What the pattern speaks of, by the way in which it does: `$status`, `$.user.id`. */
  readonly named: Readonly<{ [selector: string]: string }>;
  /** Null for a selector that finds no text and no number. */
  value(selector: string): string | number | null;
}

const matchesAll: LogPattern = {
  kind: 'terms',
  hasRegex: false,
  match: () => ({ named: {}, value: () => null }),
};

/** Throws InvalidParameterException, with `broken` as its message but for the few cases that have words of their own. */
export function parsePattern(text: string, broken: string): LogPattern {
  const pattern = text.trim();
  if (pattern === '') return matchesAll;
  try {
    const read = { '{': readJson, '[': readDelimited }[pattern.charAt(0)] ?? readTerms;
    return read(new Scanner(pattern));
  } catch (error) {
    if (error instanceof BadPattern) throw refusal.invalid(error.message || broken);
    throw error;
  }
}

/** What most operations say of a broken pattern (recorded). */
export const invalidPattern = 'Invalid filter pattern';
