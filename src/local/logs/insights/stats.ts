/** `stats count(*) as n, avg(@duration) by bin(5m), @logStream`: one line a group. */
import { type Aggregated, type Expression, readExpression } from './expression';
import type { Reader } from './reader';
import { Row } from './row';
import type { Command } from './table';
import { Value } from './value';

interface Column {
  readonly name: string;
  readonly of: Expression;
}

export function readStats(reader: Reader): Command {
  const aggregates: Aggregated[] = [];
  const results = readColumns(reader, aggregates);
  const keys = reader.word('by') ? readColumns(reader, null) : [];
  if (aggregates.length === 0) return reader.fail();
  return ({ rows }) => ({
    rows: groupsOf(rows, keys).map((group) => lineOf(group, { keys, results, aggregates })),
    columns: [...keys, ...results].map(({ name }) => name),
    aggregated: true,
  });
}

function readColumns(reader: Reader, sink: Aggregated[] | null): Column[] {
  const columns: Column[] = [];
  do {
    const at = reader.at;
    const of = readExpression(reader, sink);
    const written = reader.since(at).replace(/^`([^`]+)`$/, '$1');
    columns.push({ name: reader.word('as') ? reader.name() : written, of });
  } while (reader.sign(','));
  return columns;
}

interface Group {
  readonly rows: readonly Row[];
  readonly keys: readonly Value[];
}

/** In the order in which they appear. Without keys there is one group, even of no lines. */
function groupsOf(rows: readonly Row[], keys: readonly Column[]): Group[] {
  const groups = new Map<string, { rows: Row[]; keys: Value[] }>();
  if (keys.length === 0) groups.set('[]', { rows: [], keys: [] });
  for (const row of rows) {
    const values = keys.map(({ of }) => of(row));
    const name = JSON.stringify(values.map((value) => (value === null ? null : Value.text(value))));
    const group = groups.get(name) ?? { rows: [], keys: values };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups.values()];
}

interface Shape {
  readonly keys: readonly Column[];
  readonly results: readonly Column[];
  readonly aggregates: readonly Aggregated[];
}

function lineOf({ rows, keys: values }: Group, { keys, results, aggregates }: Shape): Row {
  const line = new Row(null);
  for (const [index, { name }] of keys.entries()) line.set(name, values[index] ?? null);
  for (const { slot, fold, values: of } of aggregates) line.set(slot, fold(rows, of));
  for (const { name, of } of results) line.set(name, of(line));
  return line;
}
