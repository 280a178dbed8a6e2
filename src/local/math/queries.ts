/**
 * Evaluates the queries of GetMetricData and of alarms: metrics, and metric math over them.
 *
 * For alarms: `evaluateQueries(world, queries, { startMs, endMs, periodS })` gives by id the points of every query that
 * is one time series. `checkExpressions(queries)` throws the AwsError that PutMetricAlarm and GetMetricData answer to an
 * expression that is none, and else gives by id what each query is: `series`, or `array` for several.
 */
import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../errors';
import type { World } from '../world';
import { evaluate } from './evaluate';
import type { Range } from './grid';
import { labelsOf } from './legend';
import { parseExpression } from './parse';
import { ExpressionProblem } from './problem';
import { type Message, type Reading, readMetric, readSearch } from './readings';
import type { Point, TimeSeries, Value } from './values';

export type Measured = Pick<World, 'metrics' | 'account' | 'clock'>;

export interface QueryRange extends Range {
  /** Reads every metric by this period in place of its own; null for its own. */
  readonly periodS: number | null;
}

export interface QueryResult {
  readonly kind: 'series' | 'array';
  readonly series: readonly TimeSeries[];
  readonly messages: readonly Message[];
}

/** By id the points of every query that is one time series, oldest first; several are left out. */
export function evaluateQueries(
  world: Measured,
  queries: readonly MetricDataQuery[],
  range: QueryRange,
): Map<string, readonly Point[]> {
  const points = new Map<string, readonly Point[]>();
  for (const [id, { kind, series }] of runQueries(world, queries, range))
    if (kind === 'series') points.set(id, series[0]?.points ?? []);
  return points;
}

/** Every query, in the order given. Throws AwsError for an expression that is none. */
export function runQueries(
  world: Measured,
  queries: readonly MetricDataQuery[],
  range: QueryRange,
): Map<string, QueryResult> {
  const run = startRun(world, queries, range);
  return new Map(queries.map(({ Id = '' }) => [Id, resultOf(run, Id)]));
}

/** Types do not depend on data, so expressions are tried on metrics without any. */
export function checkExpressions(queries: readonly MetricDataQuery[]): Map<string, QueryResult['kind']> {
  const results = runQueries(nothing, queries, { startMs: 0, endMs: 0, periodS: null });
  return new Map([...results].map(([id, { kind }]) => [id, kind]));
}

const nothing = {
  account: '',
  clock: { nowMs: () => 0 },
  metrics: { list: () => [], read: () => [] },
} as unknown as Measured;

interface Run extends Reading {
  readonly queries: ReadonlyMap<string, Labelled>;
  readonly done: Map<string, Value>;
  readonly messages: Map<string, Message[]>;
  /** Being worked out, for what refers to itself has no end. */
  readonly open: Set<string>;
}

interface Labelled extends MetricDataQuery {
  readonly legend: string;
}

function startRun(world: Measured, queries: readonly MetricDataQuery[], range: QueryRange): Run {
  const labels = labelsOf(queries);
  const labelled = queries.map((query, index): [string, Labelled] => [
    query.Id ?? '',
    {
      ...query,
      legend: query.Label?.includes('${') ? (labels[index] ?? '') : (query.Label ?? labels[index] ?? ''),
    },
  ]);
  return { world, range, queries: new Map(labelled), done: new Map(), messages: new Map(), open: new Set() };
}

function resultOf(run: Run, id: string): QueryResult {
  const value = valueAt(run, id);
  const messages = run.messages.get(id) ?? [];
  if (value?.kind === 'series') return { kind: 'series', series: [value.series], messages };
  return { kind: 'array', series: value?.kind === 'array' ? value.items : [], messages };
}

function valueAt(run: Run, id: string): Value | null {
  const before = run.done.get(id);
  if (before) return before;
  const query = run.queries.get(id);
  if (!query) return null;
  if (run.open.has(id)) throw new ExpressionProblem(`Circular reference to '${id}'`);
  run.open.add(id);
  try {
    const value = query.MetricStat ? metricOf(run, query) : expressionOf(run, query);
    run.done.set(id, value);
    return value;
  } catch (error) {
    throw error instanceof ExpressionProblem ? refusal(id, error) : error;
  } finally {
    run.open.delete(id);
  }
}

const refusal = (id: string, { message }: ExpressionProblem): AwsError =>
  new AwsError('ValidationException', 400, {
    message: `Error in expression '${id}': ${message}`,
    members: { Type: null },
    headers: { 'x-amzn-query-error': 'ValidationError;Sender' },
  });

function metricOf(run: Run, { Id = '', MetricStat, legend }: Labelled): Value {
  const { series, messages } = readMetric(run, MetricStat ?? {}, legend);
  run.messages.set(Id, messages);
  return { kind: 'series', series };
}

function expressionOf(run: Run, query: Labelled): Value {
  const { Id = '', Expression = '' } = query;
  if (/^\s*SELECT\b/i.test(Expression))
    throw new ExpressionProblem('Metrics Insights queries are not available in the local AWS');
  const periodS = run.range.periodS ?? query.Period ?? longestPeriod(run);
  const value = evaluate(parseExpression(Expression), {
    setting: { range: run.range, periodMs: periodS * 1000 },
    byId: (id) => valueAt(run, id),
    metrics: () => metricsOf(run),
    search(question) {
      const { found, messages } = readSearch(run, { ...question, periodS: question.periodS ?? periodS });
      run.messages.set(Id, [...(run.messages.get(Id) ?? []), ...messages]);
      return found;
    },
  });
  if (value.kind === 'scalar')
    throw new ExpressionProblem('The result must be a time series or an array of time series');
  return value.kind === 'series'
    ? { kind: 'series', series: { ...value.series, label: query.legend } }
    : value;
}

const longestPeriod = ({ queries }: Run): number =>
  Math.max(...[...queries.values()].map(({ MetricStat }) => MetricStat?.Period ?? 0)) || 60;

function metricsOf(run: Run): { id: string; series: TimeSeries }[] {
  const ids = [...run.queries].filter(([, { MetricStat }]) => MetricStat).map(([id]) => id);
  return ids.flatMap((id) => {
    const value = valueAt(run, id);
    return value?.kind === 'series' ? [{ id, series: value.series }] : [];
  });
}
