/** The commands between the pipes, but for `parse` and `stats`, which have files of their own. */
import { type Expression, readExpression } from './expression';
import { readParse } from './parse';
import type { Reader } from './reader';
import type { Row } from './row';
import { readStats } from './stats';
import type { Command } from './table';
import { Value } from './value';

const commands: { readonly [word: string]: (reader: Reader) => Command } = {
  fields: readFields,
  display: readDisplay,
  filter: readFilter,
  where: readFilter,
  parse: readParse,
  stats: readStats,
  sort: readSort,
  order: readSort,
  limit: readLimit,
  head: readLimit,
  tail: readLimit,
  dedup: readDedup,
};

export interface ReadCommand {
  readonly word: string;
  readonly run: Command;
}

/** Throws MalformedQueryException. */
export function readCommand(reader: Reader): ReadCommand {
  const word = reader.word(...Object.keys(commands)) ?? reader.fail();
  const read = commands[word] ?? reader.fail();
  return { word, run: read(reader) };
}

interface Column {
  readonly name: string;
  readonly of: Expression;
}

function readColumn(reader: Reader): Column {
  const at = reader.at;
  const of = readExpression(reader, null);
  const written = reader.since(at).replace(/^`([^`]+)`$/, '$1');
  return { name: reader.word('as') ? reader.name() : written, of };
}

function readColumns<T>(reader: Reader, read: (reader: Reader) => T): T[] {
  const columns = [read(reader)];
  while (reader.sign(',')) columns.push(read(reader));
  return columns;
}

function readFields(reader: Reader): Command {
  const columns = readColumns(reader, readColumn);
  return ({ rows, columns: before, aggregated }) => {
    for (const row of rows) for (const { name, of } of columns) row.set(name, of(row));
    const names = [...(before ?? []), ...columns.map(({ name }) => name)];
    return { rows, columns: [...new Set(names)], aggregated };
  };
}

/** The last one decides what is shown. */
function readDisplay(reader: Reader): Command {
  const columns = readColumns(reader, readColumn);
  return (table) => {
    for (const row of table.rows) for (const { name, of } of columns) row.set(name, of(row));
    return { ...table, columns: columns.map(({ name }) => name) };
  };
}

function readFilter(reader: Reader): Command {
  const condition = readExpression(reader, null);
  return (table) => ({ ...table, rows: table.rows.filter((row) => Value.isTrue(condition(row))) });
}

interface Order {
  readonly of: Expression;
  readonly sign: number;
}

function readOrder(reader: Reader): Order {
  const at = reader.at;
  const of = readExpression(reader, null);
  const written = reader.since(at);
  const sign = reader.word('asc', 'desc') === 'desc' ? -1 : 1;
  /** A column of `stats` is named by what was written for it: `sort count(*) desc`. */
  return { of: (row) => row.get(written) ?? of(row), sign };
}

function readSort(reader: Reader): Command {
  const orders = readSortColumns(reader);
  return (table) => {
    const keyed = table.rows.map((row) => ({ row, keys: orders.map(({ of }) => of(row)) }));
    keyed.sort((a, b) => {
      for (const [index, { sign }] of orders.entries()) {
        const difference = Value.compare(a.keys[index] ?? null, b.keys[index] ?? null);
        if (difference !== 0) return difference * sign;
      }
      return 0;
    });
    return { ...table, rows: keyed.map(({ row }) => row) };
  };
}

function readSortColumns(reader: Reader): Order[] {
  reader.word('by');
  return readColumns(reader, readOrder);
}

function readLimit(reader: Reader): Command {
  const count = reader.number() ?? reader.fail();
  return (table) => ({ ...table, rows: table.rows.slice(0, count) });
}

/** Keeps the first of each, in the order so far. */
function readDedup(reader: Reader): Command {
  const fields = readColumns(reader, (of) => of.name());
  return (table) => {
    const seen = new Set<string>();
    const isFirst = (row: Row): boolean => {
      const values = fields.map((field) => row.get(field));
      if (values.every((value) => value === null)) return true;
      const key = JSON.stringify(values.map((value) => (value === null ? null : Value.text(value))));
      return seen.size < seen.add(key).size;
    };
    return { ...table, rows: table.rows.filter(isFirst) };
  };
}
