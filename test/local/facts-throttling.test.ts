/** The calls a second of an account: who shares with whom, and how a refusal looks on the wire. */
import { DescribeAlarmsCommand, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { type Answer, ask, functions, reservedOf } from './facts-answer';
import { createActive } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws({ limits: true });
  await createActive(aws, 'orders');
  await aws.clock.advance(10_000);
});
afterEach(() => aws.close());

const one = `${functions}/orders`;
const statuses = async (addresses: readonly string[]): Promise<number[]> => {
  const answers = await Promise.all(addresses.map((address) => ask(aws, address)));
  return answers.map(({ status }) => status);
};
const refusedOf = async (addresses: readonly string[]): Promise<number> =>
  (await statuses(addresses)).filter((status) => status === 429).length;
const times = (count: number, address: string): string[] => Array(count).fill(address);

/** A bucket holds what comes in two seconds. */
const bucket = 30;

test('all of Lambda shares fifteen calls a second, but for two operations with a bucket of their own', async () => {
  const shared = [
    ...times(10, `GET ${one}/configuration`),
    ...times(10, `GET ${one}/aliases/live`),
    ...times(10, `GET ${functions}`),
  ];
  expect(await refusedOf(shared)).toBe(0);
  expect(await refusedOf([`GET ${one}/versions`, `GET ${one}/aliases`, `GET ${one}/configuration`])).toBe(3);
  expect(await refusedOf(times(bucket + 5, `GET ${one}/policy`))).toBe(5);
  expect(await refusedOf(times(200 + 5, `GET ${one}`))).toBe(5);
  expect(await refusedOf(times(20, `POST ${one}/invocations`))).toBe(0);
  await aws.clock.advance(1000);
  expect(await refusedOf(times(20, `GET ${functions}`))).toBe(5);
});

test('a refused call says for how long to wait, and why', async () => {
  await statuses(times(bucket, `GET ${functions}`));
  expect(await ask(aws, `GET ${functions}`)).toMatchObject({
    ...{ status: 429, error: 'TooManyRequestsException', retryAfter: '1' },
    body: { Type: 'User', Reason: 'CallerRateLimitExceeded', message: 'Rate Exceeded.' },
  });
});

type Squeeze = () => Promise<unknown>;

const reserve = (count: number): Promise<Answer> =>
  ask(aws, `PUT ${reservedOf('orders')}`, { body: { ReservedConcurrentExecutions: count } });

/** As if all calls of this second had been made. */
async function spend(): Promise<void> {
  const entry = aws.world.functions.entries.get('orders');
  if (entry) aws.world.load.of(entry).allowance = { left: 0, atMs: aws.clock.monotonicMs() };
}

test.each<readonly [reason: string, squeeze: Squeeze]>([
  ['ReservedFunctionConcurrentInvocationLimitExceeded', () => reserve(0)],
  [
    'ReservedFunctionInvocationRateLimitExceeded',
    async () => {
      await reserve(1);
      await spend();
    },
  ],
  ['FunctionInvocationRateLimitExceeded', spend],
  [
    'ConcurrentInvocationLimitExceeded',
    async () => {
      aws.world.load.unreservedOnDemand += 1000;
    },
  ],
])('a call of a function is refused with %s', async (Reason, squeeze) => {
  await squeeze();
  expect(await ask(aws, `POST ${one}/invocations`, { body: {} })).toMatchObject({
    ...{ status: 429, error: 'TooManyRequestsException', retryAfter: '1', executedVersion: null },
    body: { Type: 'User', Reason, message: 'Rate Exceeded.' },
  });
});

test('CloudWatch counts each of its operations by itself', async () => {
  const describeAll = () => aws.cloudwatch.send(new DescribeAlarmsCommand({}));
  for (let call = 0; call < 18; call += 1) await describeAll();
  expect(await refusalOf(describeAll())).toMatchObject({ name: 'ThrottlingException', status: 400 });
  const put = () =>
    aws.cloudwatch.send(
      new PutMetricAlarmCommand({
        ...{
          AlarmName: 'errors',
          Namespace: 'AWS/Lambda',
          MetricName: 'Errors',
          Statistic: 'Sum',
          Period: 60,
        },
        ...{ EvaluationPeriods: 1, Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' },
      }),
    );
  for (let call = 0; call < 6; call += 1) await put();
  expect(await refusalOf(put())).toMatchObject({ name: 'ThrottlingException', status: 400 });
  await aws.clock.advance(1000);
  expect((await describeAll()).MetricAlarms).toHaveLength(1);
});
