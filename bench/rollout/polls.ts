/** What a rollout that waits asks of AWS: poll by poll, and to renew its lease. */

export interface Call {
  readonly operation: string;
  /** World time, epoch ms. */
  readonly atMs: number;
}

export interface Poll {
  readonly cloudWatch: number;
  readonly lambda: number;
  /** Operations that no poll needs. */
  readonly others: readonly string[];
}

const cloudWatch = ['DescribeAlarms', 'GetMetricData'];
const heartbeat = 'UpdateAlias';

/** The calls of one poll come together, and half an interval after its first one all of them have come. */
export function pollsOf(calls: readonly Call[], pollMs: number): Poll[] {
  const polls: Call[][] = [];
  for (const call of calls.filter(({ operation }) => operation !== heartbeat)) {
    const last = polls.at(-1);
    if (last?.[0] && call.atMs - last[0].atMs < pollMs / 2) last.push(call);
    else polls.push([call]);
  }
  return polls.map(countsOf);
}

function countsOf(calls: readonly Call[]): Poll {
  const operations = calls.map(({ operation }) => operation);
  return {
    cloudWatch: operations.filter((name) => cloudWatch.includes(name)).length,
    lambda: operations.filter((name) => name === 'GetAlias').length,
    others: operations.filter((name) => name !== 'GetAlias' && !cloudWatch.includes(name)),
  };
}

/** World seconds between one heartbeat and the next. */
export function beatsOf(calls: readonly Call[]): {
  readonly count: number;
  readonly gapsS: readonly number[];
} {
  const beats = calls.filter(({ operation }) => operation === heartbeat);
  const gapsS = beats.slice(1).map(({ atMs }, index) => (atMs - (beats[index]?.atMs ?? 0)) / 1000);
  return { count: beats.length, gapsS };
}
