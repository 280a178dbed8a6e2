/** A query of CloudWatch Logs Insights: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html. */
import { type ReadCommand, readCommand } from './commands';
import { Reader } from './reader';
import { Row, type RowSource } from './row';
import type { Table } from './table';
import { Value } from './value';

export interface Answer {
  /** Fields that a line does not have are not in it. */
  readonly results: readonly (readonly ResultField[])[];
  /** Events that got as far as the first command that makes something else of them. */
  readonly matched: number;
}

interface ResultField {
  readonly field: string;
  readonly value: string;
}

export interface Program {
  /** `most` counts when the query says no limit of its own. */
  run(sources: readonly RowSource[], most: number): Answer;
}

const limits = new Set(['limit', 'head', 'tail']);

/** Throws MalformedQueryException. */
export function readProgram(text: string): Program {
  const reader = new Reader(text);
  const commands: ReadCommand[] = [];
  do commands.push(readCommand(reader));
  while (reader.sign('|'));
  if (!reader.over) return reader.fail();
  const limited = commands.some(({ word }) => limits.has(word));
  return {
    run(sources, most) {
      const { table, matched } = runAll(commands, sources);
      const rows = limited ? table.rows : table.rows.slice(0, most);
      return { results: rows.map((row) => shown(row, table)), matched };
    },
  };
}

/** Newest first unless the query sorts. */
function runAll(
  commands: readonly ReadCommand[],
  sources: readonly RowSource[],
): { table: Table; matched: number } {
  const newestFirst = [...sources].sort(
    (a, b) => b.event.atMs - a.event.atMs || b.event.number - a.event.number,
  );
  let table: Table = {
    rows: newestFirst.map((source) => new Row(source)),
    columns: null,
    aggregated: false,
  };
  let matched = sources.length;
  let counting = true;
  for (const { word, run } of commands) {
    table = run(table);
    counting = counting && !limits.has(word) && !table.aggregated;
    if (counting) matched = table.rows.length;
  }
  return { table, matched };
}

function shown(row: Row, { columns, aggregated }: Table): ResultField[] {
  const names = [...(columns ?? ['@timestamp', '@message']), ...(aggregated ? [] : ['@ptr'])];
  const fields: ResultField[] = [];
  for (const field of new Set(names)) {
    const value = row.get(field);
    if (value !== null) fields.push({ field, value: textOf(value) });
  }
  return fields;
}

/** Numbers with the digits that a double has for certain. */
const textOf = (value: Value): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(15))) : Value.text(value);
