/** Calls by operation, the limits that they share, and what a deploy may need of each. */

/** Calls a second of an account in a region (quotas pages of Lambda and CloudWatch); what is not here has no limit worth a line. */
const perSecond = {
  GetFunction: 100,
  GetPolicy: 15,
  'the rest of Lambda': 15,
  DescribeAlarms: 9,
  GetMetricData: 500,
} as const;

type Bucket = keyof typeof perSecond;

/** Of services that have no bucket of their own, and what is limited by concurrency instead. */
const unlimited = new Set(['GetCallerIdentity', 'Invoke']);

function bucketOf(operation: string): Bucket | null {
  if (unlimited.has(operation)) return null;
  return operation in perSecond ? (operation as Bucket) : 'the rest of Lambda';
}

export type Calls = ReadonlyMap<string, number>;

export interface Bound {
  readonly bucket: string;
  readonly calls: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** How long the limits alone make these calls take: the fullest bucket decides. */
export function boundOf(calls: Calls): Bound {
  const sums = new Map<Bucket, number>();
  for (const [operation, count] of calls) {
    const bucket = bucketOf(operation);
    if (bucket !== null) sums.set(bucket, (sums.get(bucket) ?? 0) + count);
  }
  const bounds = [...sums].map(([bucket, count]) => ({
    bucket,
    calls: count,
    perSecond: perSecond[bucket],
    seconds: count / perSecond[bucket],
  }));
  return bounds.reduce((longest, bound) => (bound.seconds > longest.seconds ? bound : longest));
}

/** How often something is called for each function, how often more for all of them together, and what for. */
export interface Need {
  readonly operation: string;
  readonly each: number;
  readonly more: number;
  readonly why: string;
}

export interface Scene {
  readonly functions: number;
  /** All at once takes one step, a canary two. */
  readonly steps: number;
}

/** A slow machine looks once more before a step, because what it saw grew old. */
const spareLooks = 3;
/** The lease is renewed every forty seconds. */
const beats = 3;

/** Whoever adds a call to a release adds it here, and says what for. */
export function needsOf({ functions, steps }: Scene): readonly Need[] {
  // An update that takes longer than usual is looked at once more.
  const late = Math.ceil(functions / 5);
  const isLarge = functions > 100;
  const looks = steps + 1 + spareLooks;
  const moves = steps === 1 ? 'the step' : `${steps} steps`;
  return [
    need('GetFunction', { each: isLarge ? 6 : 7, more: late }, looksOfEach),
    need(
      'ListFunctions',
      { each: 0, more: isLarge ? Math.ceil(functions / 50) : 0 },
      '$LATEST, of fifty at once',
    ),
    need(
      'GetAlias',
      { each: 1, more: looks },
      'record, weights and the revision to claim; one more a look at the rollout',
    ),
    need('GetFunctionUrlConfig', { each: 1, more: 0 }, 'whether a URL goes around the alias'),
    need('GetPolicy', { each: 1, more: 0 }, 'whether a permission goes around the alias'),
    need(
      'ListEventSourceMappings',
      { each: 0, more: Math.max(1, Math.floor(functions / 4)) },
      'whether a queue or a stream goes around the alias, of a hundred at once',
    ),
    ...(steps === 1 ? [] : [need('ListProvisionedConcurrencyConfigs', { each: 1, more: 0 }, provisioned)]),
    need('UpdateFunctionCode', { each: 1, more: 0 }, 'the code, against the revision that was read'),
    need('PublishVersion', { each: 1, more: 0 }, 'the version, against revision and digest'),
    need(
      'UpdateAlias',
      { each: 2 + steps, more: beats },
      `the claim, ${moves}, the last word; and the lease`,
    ),
    need('GetMetricData', { each: 0, more: 2 * looks }, 'the guard, of all functions at once'),
    need('GetCallerIdentity', { each: 0, more: 1 }, 'account and credentials'),
  ];
}

const looksOfEach = 'what is served, $LATEST, the version before; until the update and the version are ready';
const provisioned = 'whether the alias has environments of its own, which a split would leave cold';

const need = (operation: string, { each, more }: Pick<Need, 'each' | 'more'>, why: string): Need => ({
  operation,
  each,
  more,
  why,
});

/** What was called too often, or without any need that is known; empty when nothing was. */
export function excessOf(calls: Calls, needs: readonly Need[], functions: number): string[] {
  return [...calls].flatMap(([operation, count]) => {
    const known = needs.find((one) => one.operation === operation);
    const most = known ? known.each * functions + known.more : 0;
    return count > most ? [`${operation}: ${count} calls, where ${most} are enough`] : [];
  });
}
