/**
 * Constraints of Lambda's service model on single members, and the words in which they are told:
 * `1 validation error detected: Value 'x' at 'field' failed to satisfy constraint: Member must …` (recorded behaviour).
 */
import { refusal } from './errors';

/** Null for a value that is right. The field is in the model's form: `routingConfig.additionalVersionWeights`. */
export type Check = (field: string, value: unknown) => string | null;

export const Check = {
  required: (field: string, value: unknown): string | null =>
    value === undefined ? violated('null', field, 'Member must not be null') : null,

  pattern(pattern: string): Check {
    const whole = new RegExp(`^(?:${pattern})$`, 'u');
    return text((value) =>
      whole.test(value) ? null : `Member must satisfy regular expression pattern: ${pattern}`,
    );
  },

  length: (least: number, most: number): Check =>
    text((value) => outside(value.length, [least, most], 'length')),

  range:
    (least: number, most: number): Check =>
    (field, value) => {
      const rule = typeof value === 'number' ? outside(value, [least, most], 'value') : null;
      return rule === null ? null : violated(`'${value}'`, field, rule);
    },

  oneOf: (values: readonly string[]): Check =>
    text((value) =>
      values.includes(value) ? null : `Member must satisfy enum value set: [${values.join(', ')}]`,
    ),

  /** How many items a list has. */
  count: (least: number, most: number): Check =>
    list((items) => outside(items.length, [least, most], 'length')),

  /** The items of a list of texts; whatever is wrong with one, AWS names everything that an item has to be. */
  items: (rule: ItemRule): Check =>
    list((items) => {
      if (items.every((item) => typeof item === 'string' && fits(item, rule))) return null;
      return `Member must satisfy constraint: [${[...wordsOf(rule), 'Member must not be null'].join(', ')}]`;
    }),
};

export interface ItemRule {
  readonly length?: readonly [least: number, most: number];
  readonly pattern?: string;
  readonly values?: readonly string[];
}

/** Throws one ValidationException with everything that is wrong. Absent values are checked by `required` alone. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length > 0) throw refusal.malformed(problems);
}

/** `shown` is the value as AWS writes it, in quotes, or `null`. */
export const violated = (shown: string, field: string, rule: string): string =>
  `Value ${shown} at '${field}' failed to satisfy constraint: ${rule}`;

const text =
  (broken: (value: string) => string | null): Check =>
  (field, value) => {
    const rule = typeof value === 'string' ? broken(value) : null;
    return rule === null ? null : violated(`'${value}'`, field, rule);
  };

const list =
  (broken: (items: readonly unknown[]) => string | null): Check =>
  (field, value) => {
    const rule = Array.isArray(value) ? broken(value) : null;
    return rule === null ? null : violated(`'[${(value as unknown[]).join(', ')}]'`, field, rule);
  };

function fits(
  item: string,
  { length: [least, most] = [0, item.length], pattern, values }: ItemRule,
): boolean {
  const formed = pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(item);
  return formed && item.length >= least && item.length <= most && (values?.includes(item) ?? true);
}

function wordsOf({ length, pattern, values }: ItemRule): string[] {
  const words: string[] = [];
  if (length) words.push(`Member must have length less than or equal to ${length[1]}`);
  if (length) words.push(`Member must have length greater than or equal to ${length[0]}`);
  if (pattern) words.push(`Member must satisfy regular expression pattern: ${pattern}`);
  if (values) words.push(`Member must satisfy enum value set: [${values.join(', ')}]`);
  return words;
}

function outside(size: number, [least, most]: readonly [number, number], measure: string): string | null {
  if (size < least) return `Member must have ${measure} greater than or equal to ${least}`;
  return size > most ? `Member must have ${measure} less than or equal to ${most}` : null;
}
