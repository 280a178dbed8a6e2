import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  PutMetricFilterCommand,
  StartQueryCommand,
  TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { bounded, TooSlow } from '../../src/local/bounded';
import { type LocalAws, openLocalAws, refusalOf } from './world';

const noonMs = Date.UTC(2026, 10, 20, 12);
const endless = `${'a'.repeat(50_000)}b`;
/** Filter patterns have no groups, but this is slow enough. */
const slow = '%a*a*a*a*a*a*c%';
const group = { logGroupName: 'shop' };
const stream = { ...group, logStreamName: 'one' };

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await aws.logs.send(new CreateLogGroupCommand(group));
  await aws.logs.send(new CreateLogStreamCommand(stream));
});
afterEach(() => aws.close());

const put = (...messages: string[]) =>
  aws.logs.send(
    new PutLogEventsCommand({
      ...stream,
      logEvents: messages.map((message) => ({ timestamp: noonMs, message })),
    }),
  );

const tooSlow = {
  name: 'InvalidParameterException',
  status: 400,
  message: 'The filter pattern has a regular expression that takes too long to match.',
};

describe('an expression that would never come to an end', () => {
  test('refuses a search for log events, and the next search is answered', async () => {
    await put(endless, 'short');
    const search = (filterPattern: string) =>
      aws.logs.send(new FilterLogEventsCommand({ ...group, filterPattern }));
    expect(await refusalOf(search(slow))).toEqual(tooSlow);
    expect(await refusalOf(search(`[word=${slow}]`))).toEqual(tooSlow);
    const { events } = await search('%s.o+rt$%');
    expect(events?.map(({ message }) => message)).toEqual(['short']);
  });

  test('refuses the test of a metric filter', async () => {
    const test = new TestMetricFilterCommand({ filterPattern: slow, logEventMessages: [endless] });
    expect(await refusalOf(aws.logs.send(test))).toEqual(tooSlow);
  });

  test('is given up by a metric filter at the first event that it does not get through', async () => {
    const metricTransformations = [{ metricName: 'hits', metricNamespace: 'shop', metricValue: '1' }];
    await aws.logs.send(
      new PutMetricFilterCommand({
        ...group,
        filterName: 'slow',
        filterPattern: slow,
        metricTransformations,
      }),
    );
    const id = { namespace: 'shop', name: 'hits', dimensions: {} };
    const hits = (): number =>
      aws.world.metrics
        .read(id, noonMs, noonMs + 60_000)
        .reduce((sum, { summary }) => sum + summary.sampleCount, 0);
    await put('aac');
    expect(hits()).toBe(1);
    await put(endless);
    await put('aac');
    expect(hits()).toBe(1);
  });

  test('ends an Insights query with the status of one that took too long', async () => {
    await put(endless);
    const queryString = 'fields @message | filter @message like /(a+)+$/';
    const { queryId } = await aws.logs.send(
      new StartQueryCommand({ ...group, queryString, startTime: 0, endTime: noonMs / 1000 + 60 }),
    );
    await aws.clock.advance(1000);
    const { status, results } = await aws.logs.send(new GetQueryResultsCommand({ queryId }));
    expect(status).toBe('Timeout');
    expect(results).toEqual([]);
  });

  test('cannot be what a parameter must look like', async () => {
    const parameter = {
      Name: 'p',
      Type: 'String',
      AllowedPattern: '(a+)+',
      Value: endless.slice(-4000),
    } as const;
    expect(await refusalOf(aws.ssm.send(new PutParameterCommand(parameter)))).toMatchObject({
      name: 'InvalidAllowedPatternException',
      status: 400,
    });
  });
});

test('work within its bound is answered, and its errors are its own', () => {
  expect(bounded(1000, () => bounded(1000, () => 7))).toBe(7);
  expect(() => bounded(1000, () => JSON.parse('{'))).toThrow(SyntaxError);
  expect(() => bounded(20, () => /(a+)+$/.test(endless))).toThrow(TooSlow);
});
