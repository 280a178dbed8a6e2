/** The alarm on a canary's own series, from its first error until long after it was rolled back. */
import {
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  InvokeCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { zipWith } from './held';
import { createActive } from './lambda-steps';
import { type LocalAws, openLocalAws } from './world';

const minuteMs = 60_000;
const name = 'orders';
const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const Dimensions = [
  { Name: 'FunctionName', Value: name },
  { Name: 'Resource', Value: `${name}:live` },
  { Name: 'ExecutedVersion', Value: '2' },
];

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  const { lambda, cloudwatch, clock } = aws;
  await createActive(aws, name);
  await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  const failing = zipWith("exports.handler = async () => { throw new Error('the canary'); };");
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: failing }));
  await clock.advance(5000);
  await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
  for (const TreatMissingData of treatments)
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        ...{ AlarmName: TreatMissingData, TreatMissingData, Namespace: 'AWS/Lambda', MetricName: 'Errors' },
        ...{ Dimensions, Statistic: 'Sum', Period: 60, EvaluationPeriods: 1 },
        ...{ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' },
      }),
    );
  await clock.advance(50_000);
});
afterEach(() => aws.close());

const weigh = (AdditionalVersionWeights: { [version: string]: number }) =>
  aws.lambda.send(
    new UpdateAliasCommand({
      ...{ FunctionName: name, Name: 'live', FunctionVersion: '1' },
      RoutingConfig: { AdditionalVersionWeights },
    }),
  );

/** Calls the alias, a little of a minute later, until the version has answered. */
async function untilAnsweredBy(version: string): Promise<void> {
  for (let left = 200; left > 0; left -= 1) {
    const answer = await aws.lambda.send(new InvokeCommand({ FunctionName: name, Qualifier: 'live' }));
    if (answer.ExecutedVersion === version) return;
  }
  throw new Error(`version ${version} never answered`);
}

async function statesOf(): Promise<string[]> {
  const { MetricAlarms = [] } = await aws.cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: [...treatments] }),
  );
  return treatments.map(
    (treatment) => MetricAlarms.find(({ AlarmName }) => AlarmName === treatment)?.StateValue ?? 'gone',
  );
}

test('stays in ALARM on its last data, however missing data is treated, until that has left the range', async () => {
  await weigh({ 2: 0.5 });
  await untilAnsweredBy('2');
  await weigh({});
  const seen: string[][] = [];
  for (let minute = 0; minute < 6; minute += 1) {
    await aws.clock.advance(minuteMs);
    seen.push(await statesOf());
    await untilAnsweredBy('1');
  }
  const everywhere = ['ALARM', 'ALARM', 'ALARM', 'ALARM'];
  const gone = ['INSUFFICIENT_DATA', 'ALARM', 'ALARM', 'OK'];
  expect(seen).toEqual([everywhere, everywhere, everywhere, gone, gone, gone]);
});

test('the series of a version stops when it is rolled back, and that of the alias goes on', async () => {
  await weigh({ 2: 0.5 });
  const StartTime = new Date(aws.clock.nowMs());
  await untilAnsweredBy('2');
  await weigh({});
  for (let minute = 0; minute < 3; minute += 1) {
    await aws.clock.advance(minuteMs);
    await untilAnsweredBy('1');
  }
  await aws.clock.advance(minuteMs);
  const query = (Id: string, count: number) => ({
    Id,
    MetricStat: {
      Metric: { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Dimensions: Dimensions.slice(0, count) },
      ...{ Period: 60, Stat: 'Sum' },
    },
  });
  const { MetricDataResults = [] } = await aws.cloudwatch.send(
    new GetMetricDataCommand({
      ...{ StartTime, EndTime: new Date(aws.clock.nowMs()) },
      MetricDataQueries: [query('version', 3), query('alias', 2), query('function', 1)],
    }),
  );
  expect(MetricDataResults.map(({ Id, Timestamps }) => [Id, Timestamps?.length])).toEqual([
    ['version', 1],
    ['alias', 4],
    ['function', 4],
  ]);
});
