import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  DescribeAlarmsCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { GetDurableExecutionCommand, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, GetSessionTokenCommand } from '@aws-sdk/client-sts';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Buffer;
}

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: { readonly [name: string]: unknown };
  readonly body: string;
}

/** What the SDK would never send. */
function send({ method = 'POST', path = '/', headers = {}, body = '' }: Raw): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: aws.served.port, method, path, headers, agent: false });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status } = response;
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.end(body);
  });
}

const functions = '/2015-03-31/functions';
const target = (operation: string) => ({ 'x-amz-target': `GraniteServiceVersion20100801.${operation}` });

test('all three services answer at one address, each in its own protocol', async () => {
  expect(await aws.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: account,
    Arn: `arn:aws:iam::${account}:user/local`,
  });
  expect(await aws.lambda.send(new ListFunctionsCommand({}))).toMatchObject({ Functions: [] });
  expect(await aws.cloudwatch.send(new DescribeAlarmsCommand({}))).toMatchObject({ MetricAlarms: [] });
});

test('every answer has a request id of its own', async () => {
  const one = await aws.lambda.send(new ListFunctionsCommand({}));
  const two = await aws.lambda.send(new ListFunctionsCommand({}));
  expect(one.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(two.$metadata.requestId).not.toBe(one.$metadata.requestId);
});

test('an operation that this AWS does not have is refused in the way of its protocol', async () => {
  expect(
    await refusalOf(aws.lambda.send(new GetDurableExecutionCommand({ DurableExecutionArn: 'x' }))),
  ).toEqual({
    name: 'UnknownOperationException',
    status: 404,
    message: 'The local AWS does not have GetDurableExecution',
  });
  expect(await refusalOf(aws.sts.send(new GetSessionTokenCommand({})))).toMatchObject({ status: 404 });
  expect(await send({ body: 'Action=Nonsense&Version=2011-06-15' })).toMatchObject({
    status: 400,
    body: expect.stringContaining('<Code>InvalidAction</Code>'),
  });
  const unknown = await send({ headers: target('Nonsense'), body: '{}' });
  expect([unknown.status, JSON.parse(unknown.body).__type]).toEqual([
    400,
    'com.amazonaws.cloudwatch.v2010_08_01#UnknownOperationException',
  ]);
  const nowhere = await send({ method: 'GET', path: '/2015-03-31/nowhere' });
  expect([nowhere.status, nowhere.headers['x-amzn-errortype']]).toEqual([404, 'UnknownOperationException']);
});

test.each([
  ['no JSON', '{"FunctionName": '],
  ['a list', '[]'],
  ['a number in place of a structure', '3'],
  ['null in place of a structure', 'null'],
  ['a text in place of a number', '{"Timeout":"3"}'],
  ['a number in place of a text', '{"FunctionName":3}'],
  ['a structure in place of a text', '{"FunctionName":{}}'],
  ['a list in place of a map', '{"Environment":{"Variables":[]}}'],
  ['null in a list', '{"Layers":[null]}'],
  ['null in a map', '{"Environment":{"Variables":{"TABLE":null}}}'],
  ['a number beyond all numbers', '{"Timeout":1e999}'],
  ['no base64', '{"Code":{"ZipFile":"?"}}'],
])('a Lambda body that is %s is refused by the front door', async (_what, body) => {
  const answer = await send({ path: functions, body });
  expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([400, 'SerializationException']);
  expect(JSON.parse(answer.body)).toMatchObject({ message: expect.any(String) });
  expect(answer.body).not.toContain('    at ');
});

test('a Lambda error has its name in the header, and in the body whose fault it was', async () => {
  const absent = await send({ method: 'GET', path: `${functions}/nobody` });
  expect([absent.status, absent.headers['x-amzn-errortype']]).toEqual([404, 'ResourceNotFoundException']);
  expect(JSON.parse(absent.body)).toEqual({
    Type: 'User',
    Message: `Function not found: arn:aws:lambda:eu-west-1:${account}:function:nobody`,
  });
  const invalid = await send({ path: functions, body: '{"FunctionName":"a b"}' });
  expect(invalid.headers['x-amzn-errortype']).toBe('ValidationException');
  expect(Object.keys(JSON.parse(invalid.body))).toEqual(['message']);
});

test('a CloudWatch error keeps its shape in the body and its old code in the header', async () => {
  const body = JSON.stringify({ AlarmName: 'nobody', StateValue: 'OK', StateReason: 'drill' });
  const answer = await send({ headers: target('SetAlarmState'), body });
  expect(answer).toMatchObject({
    status: 404,
    headers: {
      'x-amzn-query-error': 'ResourceNotFound;Sender',
      'content-type': 'application/x-amz-json-1.0',
    },
  });
  expect(JSON.parse(answer.body)).toEqual({
    __type: 'com.amazonaws.cloudwatch.v2010_08_01#ResourceNotFound',
    message: '',
  });
  const drill = new SetAlarmStateCommand({ AlarmName: 'nobody', StateValue: 'OK', StateReason: 'drill' });
  expect(await refusalOf(aws.cloudwatch.send(drill))).toMatchObject({
    name: 'ResourceNotFound',
    status: 404,
  });
});

test('CloudWatch takes packed bodies, and refuses what does not unpack', async () => {
  const Dimensions = Array.from({ length: 20 }, (_, index) => ({
    Name: `n${index}`,
    Value: 'v'.repeat(200),
  }));
  const MetricData = Array.from({ length: 20 }, () => ({ MetricName: 'm', Value: 1, Dimensions }));
  await aws.cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData }));
  expect(aws.world.metrics.list()).toHaveLength(1);
  const headers = { ...target('PutMetricData'), 'content-encoding': 'gzip' };
  const bomb = await send({ headers, body: gzipSync(Buffer.alloc(50_000_000)) });
  expect([bomb.status, JSON.parse(bomb.body).__type]).toEqual([
    400,
    expect.stringContaining('SerializationException'),
  ]);
  expect((await send({ headers, body: 'not packed' })).status).toBe(400);
});

test('names reach the action as they were meant, however they were written', async () => {
  const arn = `arn:aws:lambda:eu-west-1:${account}:function:nobody`;
  for (const name of [encodeURIComponent(arn), arn]) {
    const answer = await send({ method: 'GET', path: `${functions}/${name}?Qualifier=live` });
    expect(JSON.parse(answer.body).Message).toBe(`Function not found: ${arn}:live`);
  }
  expect((await send({ method: 'GET', path: `${functions}/%E0%A4%A` })).status).toBe(400);
});

test('CloudWatch refuses lists with holes and numbers beyond all numbers', async () => {
  const refused = async (operation: string, body: string) => {
    const answer = await send({ headers: target(operation), body });
    return [answer.status, JSON.parse(answer.body).__type.split('#')[1]];
  };
  const serialization = [400, 'SerializationException'];
  expect(await refused('GetMetricData', '{"MetricDataQueries":[null]}')).toEqual(serialization);
  expect(await refused('PutMetricAlarm', '{"AlarmName":"a","Threshold":1e999}')).toEqual(serialization);
  expect(await refused('PutMetricAlarm', '{"AlarmName":"a","Threshold":-1e999}')).toEqual(serialization);
});
