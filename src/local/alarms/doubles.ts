/** JSON as AWS's services write it: a double is 2.0. */
import { decimal } from './forms';

class Written {
  constructor(readonly json: string) {}
}

/** A number that `jsonOf` is to write in that form. */
export const double = (value: number): Written => new Written(decimal(value));

/** What is JSON already. */
export const raw = (json: string): Written => new Written(json);

/** NUL marks what is written already, so it can not be in a text. */
export function jsonOf(value: object): string {
  const written: string[] = [];
  const marked = JSON.stringify(value, (_, member: unknown) => {
    if (member instanceof Written) return `\u0000${written.push(member.json) - 1}`;
    return typeof member === 'string' ? member.replaceAll('\u0000', '') : member;
  });
  return marked.replace(/"\\u0000(\d+)"/g, (_, index: string) => written[Number(index)] ?? 'null');
}
