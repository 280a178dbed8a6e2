import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { createClock } from '../../src/disk/clock';
import { type Connection, control } from '../../src/local/connection';
import { serveWorld } from '../../src/local/server';
import { createActive, creation } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf, region, token } from './world';

let aws: LocalAws;
let connection: Connection;
beforeEach(async () => {
  aws = await openLocalAws();
  connection = { port: aws.served.port, token, real: createClock() };
});
afterEach(() => aws.close());

type Headers = { readonly [name: string]: string };

function open(method: string, path: string, headers: Headers): ClientRequest {
  return request({ host: '127.0.0.1', port: aws.served.port, method, path, headers, agent: false });
}

function statusOf(headers: Headers, path = '/2015-03-31/functions'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = open('GET', path, headers);
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.end();
  });
}

test('only this machine is listened to', () => {
  expect(aws.served.endpoint).toBe(`http://127.0.0.1:${aws.served.port}`);
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '10.0.0.1', '0.0.0.0'])(
  'a request for the host %s is turned away',
  async (host) => expect(await statusOf({ host })).toBe(403),
);

test.each(['127.0.0.1', 'localhost', 'localhost:4580'])(
  'a request for the host %s is let in',
  async (host) => {
    expect(await statusOf({ host })).toBe(200);
  },
);

test('a web page is turned away, whatever origin it names', async () => {
  expect(await statusOf({ origin: 'http://127.0.0.1:4580' })).toBe(403);
  expect(await statusOf({ origin: 'null' })).toBe(403);
});

test('the control endpoints want the token', async () => {
  for (const path of ['/_shipit/health', '/_shipit/clock', '/_shipit/anything']) {
    expect(await statusOf({}, path)).toBe(403);
    expect(await statusOf({ 'x-shipit-token': 'wrong' }, path)).toBe(403);
  }
  expect(await statusOf({ 'x-shipit-token': token }, '/_shipit/health')).toBe(200);
  expect(await statusOf({ 'x-shipit-token': token }, '/_shipit/anything')).toBe(404);
});

test('the clock can be read, and its speed must be a sensible number', async () => {
  const clock = { method: 'GET', path: '/_shipit/clock' } as const;
  expect(await control(connection, clock)).toEqual({ nowMs: aws.clock.nowMs(), speed: 1 });
  for (const body of [{ speed: 0 }, { speed: 'fast' }, { nowMs: aws.clock.nowMs() - 1 }, { nowMs: 1e300 }])
    await expect(control(connection, { ...clock, method: 'PUT', body })).rejects.toMatchObject({
      status: 400,
    });
});

test('a reset empties the world', async () => {
  await createActive(aws, 'orders-api');
  await control(connection, { method: 'POST', path: '/_shipit/reset' });
  expect((await aws.lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
});

test('alarms are planted where there are none of that name', async () => {
  const alarm = {
    AlarmName: 'errors',
    MetricName: 'Errors',
    Namespace: 'AWS/Lambda',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanThreshold',
  };
  const seed = (Threshold: number) =>
    control(connection, {
      method: 'POST',
      path: '/_shipit/seed',
      body: { alarms: [{ ...alarm, Threshold }] },
    });
  await seed(1);
  await seed(2);
  expect(aws.world.alarms.metric.get('errors')?.definition.Threshold).toBe(1);
  const wrong = { alarms: [{ ...alarm, AlarmName: 'other', Threshold: 'high' }] };
  const answer = control(connection, { method: 'POST', path: '/_shipit/seed', body: wrong });
  await expect(answer).rejects.toMatchObject({ status: 400 });
});

test('world time stands still while a question is answered, and goes on while code runs', async () => {
  const holds: number[] = [];
  // A clock that jumps is also held by what runs code; this one is to be like the real one.
  Object.defineProperty(aws.clock, 'jumps', { value: false });
  const hold = aws.clock.hold.bind(aws.clock);
  aws.clock.hold = () => {
    holds.push(1);
    return hold();
  };
  await aws.lambda.send(new CreateFunctionCommand(creation('orders-api')));
  expect(holds).toHaveLength(1);
  await aws.clock.advance(5000);
  expect(await aws.lambda.send(new InvokeCommand({ FunctionName: 'orders-api' }))).toMatchObject({
    StatusCode: 200,
  });
  expect(holds).toHaveLength(1);
  expect(aws.clock.holds).toBe(0);
});

test('traffic goes through the alias for as long as its connection lasts', async () => {
  await createActive(aws, 'orders-api');
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: 'orders-api' }));
  await aws.lambda.send(
    new CreateAliasCommand({ FunctionName: 'orders-api', Name: 'live', FunctionVersion: '1' }),
  );
  const sent = open('POST', '/_shipit/traffic', { 'x-shipit-token': token });
  const answered = new Promise<IncomingMessage>((resolve) => sent.on('response', resolve));
  sent.end(JSON.stringify({ function: 'orders-api', alias: 'live', perSecond: 2, events: ['{"a":1}'] }));
  expect((await answered).statusCode).toBe(200);
  await aws.clock.advance(3000);
  const count = () => {
    const dimensions = { FunctionName: 'orders-api', Resource: 'orders-api:live' };
    const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions };
    const buckets = aws.world.metrics.read(id, 0, Number.POSITIVE_INFINITY);
    return buckets.reduce((sum, { summary }) => sum + summary.sum, 0);
  };
  while (count() < 6) await new Promise((resolve) => setImmediate(resolve));
  sent.on('error', () => undefined);
  sent.destroy();
  await control(connection, { method: 'GET', path: '/_shipit/health' });
  await aws.clock.advance(60_000);
  expect(count()).toBe(6);
});

test('traffic that makes no sense is refused', async () => {
  const traffic = (body: object) => control(connection, { method: 'POST', path: '/_shipit/traffic', body });
  for (const body of [
    {},
    { function: 'a', alias: 'b', perSecond: 0, events: [] },
    { function: 'a', alias: 'b', perSecond: 1, events: [1] },
  ])
    await expect(traffic(body)).rejects.toMatchObject({ status: 400 });
});

test('a port that is taken is told as such', async () => {
  const again = serveWorld(aws.world, { port: aws.served.port, token });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a write is answered when it is kept, a read at once, and what cannot be kept is an error', async () => {
  const said: string[] = [];
  const keep = (work: () => Promise<void>) => serveWorld(aws.world, { port: 0, token, changed: work });
  const clientOf = (served: { endpoint: string }) =>
    new LambdaClient({
      region,
      endpoint: served.endpoint,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  const served = await keep(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    said.push('kept');
  });
  const lambda = clientOf(served);
  await lambda.send(new ListFunctionsCommand({}));
  expect(said).toEqual([]);
  await lambda.send(new CreateFunctionCommand(creation('orders-api'))).then(() => said.push('answered'));
  expect(said).toEqual(['kept', 'answered']);
  const full = await keep(() => Promise.reject(new Error('no space left')));
  const refused = clientOf(full).send(new CreateFunctionCommand(creation('orders-worker')));
  expect(await refusalOf(refused)).toEqual({
    name: 'ServiceException',
    status: 500,
    message: 'The local AWS failed: no space left',
  });
  for (const each of [served, full]) await each.close();
});

test('an event is taken when it is kept', async () => {
  await createActive(aws, 'orders-api');
  let kept = 0;
  const keep = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    kept += 1;
  };
  const served = await serveWorld(aws.world, { port: 0, token, changed: keep });
  const lambda = new LambdaClient({
    region,
    endpoint: served.endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const call = { FunctionName: 'orders-api' };
  await lambda.send(new InvokeCommand({ ...call, InvocationType: 'DryRun' }));
  expect(kept).toBe(0);
  await lambda.send(new InvokeCommand({ ...call, InvocationType: 'Event' }));
  expect(kept).toBe(1);
  await served.close();
});
