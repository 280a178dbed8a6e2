import { Duration, Percent } from '../core/values';

/** The schema has checked the form: what it lets through is a percentage. */
export const percent = (text: string): Percent => Percent.parse(text) ?? bug(text);

/** The same for a duration. */
export const duration = (text: string): Duration => Duration.parse(text) ?? bug(text);

export function bug(text: string): never {
  throw new TypeError(`the schema let ${text} through`);
}
