import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { ShipitError } from '../core/errors';
import type { CountQuestion, Counts, Metrics } from '../core/ports';
import { AliasRef } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

const periodMs = 60_000;
const metricNames = ['Invocations', 'Errors'] as const;
/** GetMetricData takes 500 queries, and a question is two. */
const questionsPerCall = Math.floor(500 / metricNames.length);

/**
 * Sums from GetMetricData. Lambda counts by the minute in which an invocation began, so a minute that [fromMs, toMs)
 * touches counts whole: the window grows to whole minutes on both sides. A window over nothing counts nothing.
 * A metric without data points is 0. With Invocations beside it that is knowledge: Lambda sends no Errors where there
 * were none. Without, it says nothing about health, and `invocations: 0` tells the caller so.
 */
export function createMetrics(connections: Connections, send: Send): Metrics {
  return {
    async counts(questions, fromMs, toMs): Promise<Counts[]> {
      if (fromMs >= toMs) return questions.map(() => ({ invocations: 0, errors: 0 }));
      const window = {
        StartTime: new Date(Math.floor(fromMs / periodMs) * periodMs),
        EndTime: new Date(Math.ceil(toMs / periodMs) * periodMs),
      };
      const counts: Counts[] = [];
      for (let at = 0; at < questions.length; at += questionsPerCall) {
        const batch = questions.slice(at, at + questionsPerCall);
        const sums = new Sums();
        const queries = batch.flatMap(toQueries);
        for await (const page of pages(connections, send, { ...window, MetricDataQueries: queries }))
          for (const result of page) sums.add(result);
        counts.push(...batch.map((question, index) => toCounts(sums, question, index)));
      }
      return counts;
    },
  };
}

interface Request {
  readonly StartTime: Date;
  readonly EndTime: Date;
  readonly MetricDataQueries: MetricDataQuery[];
}

async function* pages(
  connections: Connections,
  send: Send,
  request: Request,
): AsyncGenerator<MetricDataResult[]> {
  let token: string | undefined;
  do {
    const input = { ...request, ScanBy: 'TimestampAscending', NextToken: token } as const;
    const page = await send({
      ...reading('GetMetricData', 'getMetricData'),
      send: () => connections.cloudwatch().send(new (sdk.cloudwatch().GetMetricDataCommand)(input)),
    });
    yield page.MetricDataResults ?? [];
    token = page.NextToken || undefined;
  } while (token !== undefined);
}

/** A result may be spread over pages, `PartialData` on all but the last: the last word on it is what counts. */
class Sums {
  private readonly sums = new Map<string, number>();
  private readonly statuses = new Map<string, string>();

  add(result: MetricDataResult): void {
    const id = result.Id ?? '';
    const before = this.sums.get(id) ?? 0;
    this.sums.set(
      id,
      (result.Values ?? []).reduce((sum, value) => sum + value, before),
    );
    this.statuses.set(id, result.StatusCode ?? 'missing');
  }

  of(id: string, subject: string): number {
    const status = this.statuses.get(id) ?? 'missing';
    if (status === 'Complete') return this.sums.get(id) ?? 0;
    throw new ShipitError(
      'unavailable',
      `GetMetricData: the counts of ${subject} are incomplete (${status})`,
    );
  }
}

/** `m0_7` is the first metric of the eighth question; an id begins with a small letter. */
const idOf = (metric: number, question: number): string => `m${metric}_${question}`;

function toQueries(question: CountQuestion, index: number): MetricDataQuery[] {
  const Dimensions = [
    { Name: 'FunctionName', Value: question.functionName },
    { Name: 'Resource', Value: AliasRef.key(question) },
    { Name: 'ExecutedVersion', Value: question.version },
  ];
  return metricNames.map((MetricName, metric) => ({
    Id: idOf(metric, index),
    MetricStat: {
      Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions },
      Period: periodMs / 1000,
      Stat: 'Sum',
    },
    ReturnData: true,
  }));
}

function toCounts(sums: Sums, question: CountQuestion, index: number): Counts {
  const subject = `${AliasRef.key(question)} version ${question.version}`;
  return {
    invocations: sums.of(idOf(0, index), subject),
    errors: sums.of(idOf(1, index), subject),
  };
}
