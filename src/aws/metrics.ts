import type { MetricDataQuery, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { ShipitError } from '../core/errors';
import type { CountQuestion, Counts, Metrics } from '../core/ports';
import { AliasRef } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

const periodMs = 60_000;
/** `Duration` only where it is asked for. */
const asked = [
  { name: 'Invocations', stat: 'Sum' },
  { name: 'Errors', stat: 'Sum' },
  { name: 'Duration', stat: 'p99' },
] as const;
/** How many of them a question is. */
const size = ({ latency }: CountQuestion): number => (latency ? 3 : 2);
/** What GetMetricData takes. */
const queriesPerCall = 500;

/**
 * Sums from GetMetricData, and how long requests took. Lambda counts by the minute in which an invocation began, so a minute that [fromMs, toMs)
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
      const questionsPerCall = Math.floor(queriesPerCall / Math.max(2, ...questions.map(size)));
      for (let at = 0; at < questions.length; at += questionsPerCall) {
        const batch = questions.slice(at, at + questionsPerCall);
        const answers = new Answers();
        const queries = batch.flatMap(toQueries);
        for await (const page of pages(connections, send, { ...window, MetricDataQueries: queries }))
          for (const result of page) answers.add(result);
        counts.push(...batch.map((question, index) => toCounts(answers, question, index)));
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
class Answers {
  private readonly values = new Map<string, number[]>();
  private readonly statuses = new Map<string, string>();

  add(result: MetricDataResult): void {
    const id = result.Id ?? '';
    this.values.set(id, [...(this.values.get(id) ?? []), ...(result.Values ?? [])]);
    this.statuses.set(id, result.StatusCode ?? 'missing');
  }

  sum(id: string, subject: string): number {
    const status = this.statuses.get(id) ?? 'missing';
    if (status === 'Complete') return (this.values.get(id) ?? []).reduce((sum, value) => sum + value, 0);
    throw new ShipitError(
      'unavailable',
      `GetMetricData: the counts of ${subject} are incomplete (${status})`,
    );
  }

  /** Nobody is judged by it, so half of an answer is no failure. */
  last(id: string): number | undefined {
    return this.statuses.get(id) === 'Complete' ? this.values.get(id)?.at(-1) : undefined;
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
  return asked.slice(0, size(question)).map(({ name: MetricName, stat }, metric) => ({
    Id: idOf(metric, index),
    MetricStat: {
      Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions },
      Period: periodMs / 1000,
      Stat: stat,
    },
    ReturnData: true,
  }));
}

function toCounts(answers: Answers, question: CountQuestion, index: number): Counts {
  const subject = `${AliasRef.key(question)} version ${question.version}`;
  const p99Ms = answers.last(idOf(2, index));
  return {
    invocations: answers.sum(idOf(0, index), subject),
    errors: answers.sum(idOf(1, index), subject),
    ...(p99Ms === undefined ? {} : { p99Ms }),
  };
}
