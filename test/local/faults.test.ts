import { DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  GetAliasCommand,
  ListFunctionsCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { createClock } from '../../src/disk/clock';
import { control } from '../../src/local/connection';
import { until } from './held';
import { createActive, release } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf, token } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const path = '/_shipit/faults';
const ask = (method: 'GET' | 'POST', body?: object): Promise<unknown> =>
  control(
    { port: aws.served.port, token, real: createClock() },
    body ? { method, path, body } : { method, path },
  );

const fail = (...faults: object[]): Promise<unknown> => ask('POST', { faults });

const list = () => aws.lambda.send(new ListFunctionsCommand({}));

async function withAlias(): Promise<void> {
  await createActive(aws, 'orders');
  await release(aws, 'orders', 'one');
  await release(aws, 'orders', 'two');
  const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' };
  await aws.lambda.send(new CreateAliasCommand(alias));
}

const moveTo = (version: string) =>
  aws.lambda.send(new UpdateAliasCommand({ FunctionName: 'orders', Name: 'live', FunctionVersion: version }));

const look = () => aws.lambda.send(new GetAliasCommand({ FunctionName: 'orders', Name: 'live' }));

/** Until the request has reached its fault, the clock must not be moved. */
const untilStruck = () => until(() => aws.world.faults.list().some(({ hits }) => hits > 0));

test('a throttled call is refused in the words of its service', async () => {
  await fail({ action: '*', kind: 'throttle', rate: 1 });
  expect(await refusalOf(list())).toMatchObject({ name: 'TooManyRequestsException', status: 429 });
  const alarms = aws.cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(await refusalOf(alarms)).toMatchObject({ name: 'ThrottlingException', status: 400 });
  const caller = aws.sts.send(new GetCallerIdentityCommand({}));
  expect(await refusalOf(caller)).toMatchObject({ name: 'Throttling', status: 400 });
});

test('an error before the effect changes nothing, one after it has changed everything', async () => {
  await withAlias();
  await fail({ action: 'UpdateAlias', kind: 'error', rate: 1 });
  expect(await refusalOf(moveTo('2'))).toMatchObject({ name: 'ServiceException', status: 500 });
  expect((await look()).FunctionVersion).toBe('1');
  await fail({ action: 'UpdateAlias', kind: 'errorAfter', rate: 1 });
  expect(await refusalOf(moveTo('2'))).toMatchObject({ name: 'ServiceException', status: 500 });
  expect((await look()).FunctionVersion).toBe('2');
});

test.each([
  ['timeout', '1'],
  ['timeoutAfter', '2'],
])('after a %s nothing is answered, and the alias points to version %s', async (kind, version) => {
  await withAlias();
  await fail({ action: 'UpdateAlias', kind, rate: 1 });
  const lost = expect(moveTo('2')).rejects.toThrow(/socket hang up|ECONNRESET/);
  await untilStruck();
  for (let turns = 0; turns < 20; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  await aws.clock.advance(15 * 60_000);
  await lost;
  expect((await look()).FunctionVersion).toBe(version);
});

test('latency is world time, and the answer comes when it is over', async () => {
  await fail({ action: 'ListFunctions', kind: 'latency', rate: 1, ms: 30_000 });
  let answered = false;
  const waiting = list().then(() => {
    answered = true;
  });
  await untilStruck();
  await aws.clock.advance(29_999);
  expect(answered).toBe(false);
  await aws.clock.advance(1);
  await waiting;
  expect(answered).toBe(true);
});

test('a stale read answers what was answered before, for as long as was asked', async () => {
  await withAlias();
  await fail({ action: 'GetAlias', kind: 'stale', rate: 1, ms: 10_000 });
  expect((await look()).FunctionVersion).toBe('1');
  await moveTo('2');
  expect((await look()).FunctionVersion).toBe('1');
  await aws.clock.advance(10_001);
  expect((await look()).FunctionVersion).toBe('2');
});

test('an answer that comes piece by piece comes anew, for it could not be given twice', async () => {
  const object = { Bucket: 'depot', Key: 'a' };
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
  await aws.s3.send(new PutObjectCommand({ ...object, Body: 'whole' }));
  await fail({ action: 'GetObject', kind: 'stale', rate: 1, ms: 10_000 });
  for (let count = 0; count < 3; count += 1) {
    const { Body } = await aws.s3.send(new GetObjectCommand(object));
    expect(await Body?.transformToString()).toBe('whole');
  }
});

test('the same seed gives the same faults, at about the rate that was asked for', async () => {
  const outcomes = async (seed: number): Promise<string> => {
    await ask('POST', { faults: [{ action: 'ListFunctions', kind: 'throttle', rate: 0.3 }], seed });
    let said = '';
    for (let call = 0; call < 100; call += 1)
      said += await list().then(
        () => '.',
        () => 'x',
      );
    return said;
  };
  const first = await outcomes(7);
  expect(await outcomes(7)).toBe(first);
  expect(await outcomes(8)).not.toBe(first);
  expect(first.split('x').length - 1).toBeGreaterThan(15);
  expect(first.split('x').length - 1).toBeLessThan(45);
});

test('faults strike as often as was asked, are counted, and end with an empty list or a reset', async () => {
  await fail({ action: 'ListFunctions', kind: 'throttle', rate: 1, times: 2 });
  expect(await refusalOf(list())).toMatchObject({ status: 429 });
  expect(await refusalOf(list())).toMatchObject({ status: 429 });
  await list();
  expect(await ask('GET')).toEqual({
    faults: [{ action: 'ListFunctions', kind: 'throttle', rate: 1, ms: 5000, times: 2, hits: 2 }],
  });
  await fail({ action: '*', kind: 'throttle', rate: 1 });
  await fail();
  await list();
  await fail({ action: '*', kind: 'throttle', rate: 1 });
  await control(
    { port: aws.served.port, token, real: createClock() },
    { method: 'POST', path: '/_shipit/reset' },
  );
  await list();
});

test.each([
  [{}, 'faults must be a list of at most 100'],
  [{ faults: [null] }, 'faults[0] must be an object'],
  [{ faults: [{ action: 'update alias' }] }, 'faults[0].action must be the name of an operation'],
  [{ faults: [{ action: '*', kind: 'explode' }] }, 'faults[0].kind must be one of throttle, error'],
  [{ faults: [{ action: '*', kind: 'error', rate: 2 }] }, 'faults[0].rate must be between 0 and 1'],
  [{ faults: [{ action: '*', kind: 'latency', rate: 1, ms: -1 }] }, 'faults[0].ms must be between'],
  [{ faults: [{ action: '*', kind: 'error', rate: 1, times: 0 }] }, 'faults[0].times must be at least 1'],
  [{ faults: [], seed: 'x' }, 'seed must be a whole number'],
])('what cannot be carried out is refused: %j', async (body, why) => {
  await expect(ask('POST', body)).rejects.toMatchObject({ status: 400, said: expect.stringContaining(why) });
  expect(await ask('GET')).toEqual({ faults: [] });
});
