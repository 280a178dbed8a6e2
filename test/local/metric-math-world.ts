/** Metrics of one namespace as rows of minutes, and expressions over them. */
import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { evaluateQueries, runQueries } from '../../src/local/math/queries';
import { minuteMs, noonMs, refusal, type TestWorld, testWorld } from './cloudwatch-world';

/** A value a minute from noon; null for a minute without data. */
export type Row = readonly (number | null)[];
type Rows = { readonly [id: string]: Row };

export function worldOf(rows: Rows): TestWorld {
  const world = testWorld();
  for (const [name, row] of Object.entries(rows))
    row.forEach((value, minute) => {
      const id = { namespace: 'Shop', name, dimensions: {} };
      if (value !== null)
        world.metrics.put({ ...id, atMs: noonMs + minute * minuteMs, value, count: 1, unit: 'None' });
    });
  return world;
}

export const metricQuery = (Id: string): MetricDataQuery => ({
  Id,
  MetricStat: { Metric: { Namespace: 'Shop', MetricName: Id }, Period: 60, Stat: 'Sum' },
});

/** What an expression gives, as a row. */
export function resultOf(expression: string, rows: Rows, minutes: number): Row {
  const queries = [...Object.keys(rows).map(metricQuery), { Id: 'result', Expression: expression }];
  const range = { startMs: noonMs, endMs: noonMs + minutes * minuteMs, periodS: 60 };
  const points = evaluateQueries(worldOf(rows), queries, range).get('result');
  if (!points) throw new Error(`${expression} is no single time series`);
  const values = new Map(points.map(({ atMs, value }) => [(atMs - noonMs) / minuteMs, value]));
  return Array.from({ length: minutes }, (_, minute) => values.get(minute) ?? null);
}

/** What an expression that gives several gives: label and row of values. */
export function resultsOf(expression: string, rows: Rows): [string, number[]][] {
  const queries = [...Object.keys(rows).map(metricQuery), { Id: 'result', Expression: expression }];
  const range = { startMs: noonMs, endMs: noonMs + 60 * minuteMs, periodS: 60 };
  const { series = [] } = runQueries(worldOf(rows), queries, range).get('result') ?? {};
  return series.map(({ label, points }) => [label, points.map(({ value }) => value)]);
}

export function refusalOfQueries(queries: readonly MetricDataQuery[]): string {
  const range = { startMs: noonMs, endMs: noonMs + 60 * minuteMs, periodS: 60 };
  const { name, status, code, message } = refusal(() => runQueries(testWorld(), queries, range));
  expect([name, status, code]).toEqual(['ValidationException', 400, 'ValidationError;Sender']);
  return message;
}
