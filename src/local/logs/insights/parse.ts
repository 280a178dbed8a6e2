/** `parse @message "user=*, took *" as user, took`, or with a regular expression whose groups are named. */
import type { Expression } from './expression';
import type { Reader } from './reader';
import type { Command } from './table';
import { Value } from './value';

export function readParse(reader: Reader): Command {
  const at = reader.at;
  const { source, regex, glob } = readPattern(reader);
  const names = reader.word('as') ? readNames(reader) : [];
  const pattern = regex ?? globRegex(glob);
  const groups = names.length > 0 ? names : groupsOf(pattern);
  const count = regex ? groupCount(pattern) : glob.split('*').length - 1;
  if (groups.length === 0 || groups.length !== count) return reader.failAt(at);
  return (table) => {
    for (const row of table.rows) {
      const found = pattern.exec(Value.text(source(row)));
      for (const [index, name] of groups.entries()) {
        const value = names.length > 0 ? found?.[index + 1] : found?.groups?.[name];
        if (value !== undefined) row.set(name, value);
      }
    }
    return table;
  };
}

interface Pattern {
  readonly source: Expression;
  /** Null for one with asterisks. */
  readonly regex: RegExp | null;
  readonly glob: string;
}

/** Without a field the message is taken apart. */
function readPattern(reader: Reader): Pattern {
  const message: Expression = (row) => row.get('@message');
  const alone = reader.regex();
  if (alone) return { source: message, regex: alone, glob: '' };
  const text = reader.text();
  if (text !== null) return { source: message, regex: null, glob: text };
  const field = reader.call() === null ? reader.name() : reader.fail();
  const source: Expression = (row) => row.get(field);
  const regex = reader.regex();
  return { source, regex, glob: regex ? '' : (reader.text() ?? reader.fail()) };
}

function readNames(reader: Reader): string[] {
  const names = [reader.name()];
  while (reader.sign(',')) names.push(reader.name());
  return names;
}

/** An asterisk takes as little as it can, the one at the end everything. */
function globRegex(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`${parts.join('(.*?)')}${glob.endsWith('*') ? '$' : ''}`, 's');
}

const groupsOf = ({ source }: RegExp): string[] =>
  [...source.matchAll(/\(\?<([A-Za-z_$][\w$]*)>/g)].map(([, name = '']) => name);

/** Groups that take something: all of them when they are numbered, else those with a name. */
function groupCount(pattern: RegExp): number {
  const named = groupsOf(pattern).length;
  if (named > 0) return named;
  return (new RegExp(`${pattern.source}|`).exec('')?.length ?? 1) - 1;
}
