/** Queries of Insights over their life: scheduled, running, over. They are answered when somebody asks, and end with the process. */
import type { QueryStatus } from '@aws-sdk/client-cloudwatch-logs';
import { bounded, TooSlow } from '../bounded';
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import { bytesOf } from './bound';
import { insist } from './constraints';
import { refusal } from './errors';
import type { Answer, Program } from './insights/program';
import type { RowSource } from './insights/row';
import { within } from './read';
import type { LogStore } from './store';

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly program: Program;
  readonly groups: readonly string[];
  readonly startMs: number;
  /** Exclusive. */
  readonly endMs: number;
  readonly limit: number;
  readonly createdMs: number;
  cancelled: boolean;
  outcome: Outcome | null;
}

export interface Outcome extends Answer {
  readonly scanned: number;
  readonly bytes: number;
  readonly status: 'Complete' | 'Failed' | 'Timeout';
}

type LogsWorld = Pick<World, 'logs' | 'clock' | 'account'>;

/** World milliseconds after its start. */
const runsAfterMs = 50;
const doneAfterMs = 200;

/** Real milliseconds; at AWS it is an hour. */
const mostMs = 3000;
const most = { queries: 1000, rows: 100_000 } as const;

export function keepQuery(logs: LogStore, query: Query): void {
  logs.queries.set(query.id, query);
  const [oldest] = logs.queries.keys();
  if (logs.queries.size > most.queries && oldest !== undefined) logs.queries.delete(oldest);
}

/** Throws for a query that is not there, or no longer. */
export function findQuery(logs: LogStore, id: string | undefined): Query {
  insist(Check.required('queryId', id));
  const query = logs.queries.get(id ?? '');
  if (!query) throw refusal.missing('The specified query does not exist.');
  return query;
}

export function statusOf({ clock }: Pick<World, 'clock'>, query: Query): QueryStatus {
  if (query.cancelled) return 'Cancelled';
  if (query.outcome) return query.outcome.status;
  const ageMs = clock.nowMs() - query.createdMs;
  if (ageMs >= doneAfterMs) return 'Complete';
  return ageMs < runsAfterMs ? 'Scheduled' : 'Running';
}

/** Null until the query is complete. */
export function outcomeOf(world: LogsWorld, query: Query): Outcome | null {
  if (query.outcome || statusOf(world, query) !== 'Complete') return query.outcome;
  query.outcome = run(world, query);
  dropOldRows(world.logs);
  return query.outcome;
}

/** Rows are held until there are too many of them: then the oldest queries go, but never the newest that has any. */
function dropOldRows({ queries }: LogStore): void {
  let rows = 0;
  for (const { id, outcome } of [...queries.values()].reverse()) {
    const own = outcome?.results.length ?? 0;
    if (rows > 0 && own > 0 && rows + own > most.rows) queries.delete(id);
    else rows += own;
  }
}

function run(world: LogsWorld, query: Query): Outcome {
  const sources = sourcesOf(world, query);
  const scanned = sources.length;
  const bytes = sources.reduce((sum, { event }) => sum + bytesOf(event), 0);
  try {
    const answer = bounded(mostMs, () => query.program.run(sources, query.limit));
    return { ...answer, scanned, bytes, status: 'Complete' };
  } catch (error) {
    const status = error instanceof TooSlow ? 'Timeout' : 'Failed';
    return { results: [], matched: 0, scanned, bytes, status };
  }
}

function sourcesOf({ logs, account }: LogsWorld, query: Query): RowSource[] {
  return query.groups.flatMap((name) => {
    const group = logs.groups.get(name);
    if (!group) return [];
    return logs
      .streamsOf(group)
      .flatMap((stream) =>
        within(stream.events, query).map((event) => ({ account, group: name, stream: stream.name, event })),
      );
  });
}
