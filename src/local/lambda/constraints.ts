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
};

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

function outside(size: number, [least, most]: readonly [number, number], measure: string): string | null {
  if (size < least) return `Member must have ${measure} greater than or equal to ${least}`;
  return size > most ? `Member must have ${measure} less than or equal to ${most}` : null;
}
