/** Constraints of ECR's service model on single members. Each throws InvalidParameterException; absent values are right. */
import { refusal } from './errors';

export interface TextRule {
  readonly least?: number;
  readonly most?: number;
  readonly pattern?: string;
  readonly values?: readonly string[];
}

export function checkText(field: string, value: string | undefined, rule: TextRule): void {
  if (value === undefined) return;
  const { least = 0, most = value.length, pattern, values } = rule;
  if (value.length < least)
    throw refusal.parameter(field, `must have length greater than or equal to ${least}`);
  if (value.length > most) throw refusal.parameter(field, `must have length less than or equal to ${most}`);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    throw refusal.parameter(field, `must satisfy regular expression '${pattern}'`);
  if (values && !values.includes(value))
    throw refusal.parameter(field, `must satisfy enum value set: [${values.join(', ')}]`);
}

export function checkCount(
  field: string,
  list: readonly unknown[] | undefined,
  [least, most]: readonly [number, number],
): void {
  const count = list?.length ?? least;
  if (count < least) throw refusal.parameter(field, `must have length greater than or equal to ${least}`);
  if (count > most) throw refusal.parameter(field, `must have length less than or equal to ${most}`);
}

/** What a request cannot do without. */
export function given<T>(field: string, value: T | undefined): T {
  if (value === undefined) throw refusal.parameter(field, 'must not be null');
  return value;
}

export const digestPattern = 'sha256:[0-9a-f]{64}';
