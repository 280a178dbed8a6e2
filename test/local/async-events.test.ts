import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  InvokeAsyncCommand,
  InvokeCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  type PutFunctionEventInvokeConfigCommandInput,
} from '@aws-sdk/client-lambda';
import { createClock } from '../../src/disk/clock';
import { dumpAlarms } from '../../src/local/alarms/memory';
import { control } from '../../src/local/connection';
import { createWorld } from '../../src/local/create';
import { dumpParts } from '../../src/local/kept';
import { dumpFunctions } from '../../src/local/lambda/memory';
import { FakeClock } from '../clock';
import { metric, until, zipWith } from './held';
import { arnOf, creation } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region, token } from './world';

const minuteMs = 60_000;
const name = 'orders';
const queue = 'arn:aws:sqs:eu-west-1:123456789012:outcome';
const dead = 'arn:aws:sqs:eu-west-1:123456789012:dead';

/** Writes down each attempt, and does what the event says. */
const handler = `const { appendFileSync } = require('node:fs');
exports.handler = async (event, context) => {
  appendFileSync(process.env.DIARY, context.awsRequestId + '\\n');
  if (event.fail) throw new Error('asked');
  return { seen: event.id };
};`;

let aws: LocalAws;
let diary: string;
beforeEach(async () => {
  aws = await openLocalAws();
  diary = join(aws.folder, 'diary');
  await create(name);
});
afterEach(() => aws.close());

async function create(FunctionName: string, code = handler): Promise<void> {
  await aws.lambda.send(
    new CreateFunctionCommand(
      creation(FunctionName, {
        Code: { ZipFile: zipWith(code) },
        DeadLetterConfig: { TargetArn: dead },
        // Real seconds: on a busy machine the usual 3 could pass, which is one attempt more.
        Timeout: 20,
        Environment: { Variables: { DIARY: diary } },
      }),
    ),
  );
  await aws.clock.advance(5000);
}

const send = (event: object) =>
  aws.lambda.send(
    new InvokeCommand({
      FunctionName: name,
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify(event)),
    }),
  );

const configure = (settings: Omit<PutFunctionEventInvokeConfigCommandInput, 'FunctionName'>) =>
  aws.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: name, ...settings }));

const attempts = (): string[] => readFileSync(diary, 'utf8').trim().split('\n');

/** As time goes, until nothing is queued any more. */
const untilDone = () => aws.clock.runUntil(until(() => aws.world.events.all.size === 0));

const sum = (metricName: string): number | undefined =>
  metric(aws.world, metricName, { FunctionName: name })?.sum;

describe('an asynchronous invocation', () => {
  test('is answered with 202, runs after that, and is counted', async () => {
    expect(await send({ id: 1 })).toMatchObject({ StatusCode: 202 });
    await untilDone();
    expect(attempts()).toHaveLength(1);
    expect(sum('Invocations')).toBe(1);
    expect(sum('AsyncEventsReceived')).toBe(1);
    expect(sum('AsyncEventAge')).toBe(0);
    expect(sum('AsyncEventsDropped')).toBeUndefined();
  });

  test('of the old kind is answered in the same way', async () => {
    const old = (InvokeArgs: string, FunctionName = name) =>
      aws.lambda.send(new InvokeAsyncCommand({ FunctionName, InvokeArgs }));
    expect((await old('{"id":1}')).Status).toBe(202);
    await untilDone();
    expect(attempts()).toHaveLength(1);
    expect(await refusalOf(old('{', name))).toMatchObject({
      name: 'InvalidRequestContentException',
      status: 400,
    });
    expect(await refusalOf(old('{}', 'nobody'))).toMatchObject({ status: 404 });
  });

  test('that fails is tried again after one minute and after two, each time with the same request id', async () => {
    const startMs = aws.clock.nowMs();
    await send({ fail: true });
    await untilDone();
    expect(attempts()).toHaveLength(3);
    expect(new Set(attempts()).size).toBe(1);
    expect(aws.clock.nowMs() - startMs).toBe(3 * minuteMs);
    expect([sum('Errors'), sum('AsyncEventsDropped')]).toEqual([3, 1]);
    expect(metric(aws.world, 'AsyncEventAge', { FunctionName: name })).toMatchObject({
      count: 3,
      maximum: 3 * minuteMs,
    });
  });

  test('is tried as often as its configuration says', async () => {
    await configure({ MaximumRetryAttempts: 0 });
    await send({ fail: true });
    await untilDone();
    expect(attempts()).toHaveLength(1);
  });

  test('that would be too old at its next attempt ends', async () => {
    await configure({
      MaximumEventAgeInSeconds: 60,
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
    await send({ fail: true });
    await untilDone();
    expect(attempts()).toHaveLength(2);
    const [record] = recordsAt(queue);
    expect(record?.requestContext).toMatchObject({
      condition: 'EventAgeExceeded',
      approximateInvokeCount: 2,
    });
  });

  test('that finds no concurrency waits for it, for as long as it may', async () => {
    await configure({
      MaximumEventAgeInSeconds: 600,
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
    blockEverything();
    const startMs = aws.clock.nowMs();
    await send({});
    await untilDone();
    expect(sum('Throttles')).toBeGreaterThan(5);
    expect(sum('Invocations')).toBeUndefined();
    expect(aws.clock.nowMs() - startMs).toBeLessThanOrEqual(600_000);
    const [record] = recordsAt(queue);
    expect(record?.requestContext).toMatchObject({
      condition: 'EventAgeExceeded',
      approximateInvokeCount: 0,
    });
    expect(record).not.toHaveProperty('responseContext');
  });

  test('runs once there is concurrency again', async () => {
    blockEverything();
    await send({});
    await aws.clock.advance(10_000);
    expect(sum('Invocations')).toBeUndefined();
    aws.world.load.unreservedOnDemand -= 1000;
    await untilDone();
    expect(sum('Invocations')).toBe(1);
  });

  test('of a function that may not run at all is not tried again', async () => {
    await aws.lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 0 }),
    );
    await send({ id: 7 });
    await untilDone();
    expect(sum('AsyncEventsDropped')).toBe(1);
    expect(aws.world.deliveries.all).toMatchObject([
      { kind: 'dead-letter', body: '{"id":7}', attributes: { ErrorCode: '429' } },
    ]);
  });

  test('of a function that was deleted meanwhile goes with it', async () => {
    await send({ fail: true });
    await until(() => sum('Errors') === 1);
    await aws.lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
    await untilDone();
    expect(attempts()).toHaveLength(1);
  });

  test('goes on in the next life of the world', async () => {
    await send({ fail: true });
    await until(() => sum('Errors') === 1);
    const [id] = attempts();
    const queued = JSON.parse(JSON.stringify(aws.world.kept.events?.dump()));
    expect(queued).toMatchObject([{ id, failures: 1, dueMs: aws.clock.nowMs() + minuteMs }]);
    const { functions, alarms, metrics, kept } = aws.world;
    const saved = {
      functions: dumpFunctions(functions),
      alarms: dumpAlarms(alarms),
      metrics: metrics.dump(),
      kept: dumpParts(kept),
    };
    const clock = new FakeClock(aws.clock.nowMs());
    const next = createWorld({
      ...{ folder: aws.folder, account, region, seed: 8, clock, real: createClock(), env: process.env },
      saved: JSON.parse(JSON.stringify(saved)),
    });
    await clock.runUntil(until(() => next.events.all.size === 0));
    await next.close();
    expect(attempts()).toEqual([id, id, id]);
  });
});

/** As if the account's thousand were running elsewhere. */
function blockEverything(): void {
  aws.world.load.unreservedOnDemand += 1000;
}

interface Told {
  readonly requestContext: { readonly [member: string]: unknown };
  readonly [member: string]: unknown;
}

const recordsAt = (target: string): Told[] =>
  aws.world.deliveries.all
    .filter((delivery) => delivery.target === target && delivery.kind === 'destination')
    .map(({ body }) => JSON.parse(body));

describe('the outcome of an asynchronous invocation', () => {
  const both = (Destination: string) => ({
    DestinationConfig: { OnSuccess: { Destination }, OnFailure: { Destination } },
  });

  test('is told in full when it went well', async () => {
    await configure(both(queue));
    await send({ id: 1 });
    await untilDone();
    const [requestId] = attempts();
    expect(recordsAt(queue)).toEqual([
      {
        version: '1.0',
        timestamp: new Date(aws.clock.nowMs()).toISOString(),
        requestContext: {
          requestId,
          functionArn: arnOf(name, '$LATEST'),
          condition: 'Success',
          approximateInvokeCount: 1,
        },
        requestPayload: { id: 1 },
        responseContext: { statusCode: 200, executedVersion: '$LATEST' },
        responsePayload: { seen: 1 },
      },
    ]);
  });

  test('is told with the error when every attempt failed, and the event is a dead letter', async () => {
    await configure(both(queue));
    await send({ fail: true });
    await untilDone();
    expect(recordsAt(queue)).toMatchObject([
      {
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
        requestPayload: { fail: true },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorType: 'Error', errorMessage: 'asked' },
      },
    ]);
    const connection = { port: aws.served.port, token, real: createClock() };
    const answer = await control(connection, { method: 'GET', path: '/_shipit/deliveries' });
    expect((answer as { deliveries: object[] }).deliveries).toContainEqual({
      atMs: aws.clock.nowMs(),
      kind: 'dead-letter',
      target: dead,
      functionArn: arnOf(name),
      requestId: attempts()[0],
      body: '{"fail":true}',
      attributes: { RequestID: attempts()[0], ErrorCode: '200', ErrorMessage: 'asked' },
    });
  });

  test('goes to an event bus as an event', async () => {
    const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/default';
    await configure(both(bus));
    await send({});
    await untilDone();
    expect(aws.world.deliveries.all).toMatchObject([
      {
        target: bus,
        attributes: { Source: 'lambda', DetailType: 'Lambda Function Invocation Result - Success' },
      },
    ]);
  });

  test('goes to a function as its event', async () => {
    const heard = join(aws.folder, 'heard');
    const listener = `exports.handler = async (event) => require('node:fs').writeFileSync(${JSON.stringify(heard)}, JSON.stringify(event));`;
    await create('listener', listener);
    await configure(both(arnOf('listener')));
    await send({ id: 3 });
    await untilDone();
    expect(JSON.parse(readFileSync(heard, 'utf8'))).toMatchObject({
      requestContext: { condition: 'Success' },
      requestPayload: { id: 3 },
    });
  });

  test('does not go round for ever between two functions', async () => {
    await create('mirror');
    await configure(both(arnOf('mirror')));
    const FunctionName = 'mirror';
    await aws.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, ...both(arnOf(name)) }));
    await send({ id: 1 });
    await untilDone();
    expect(attempts()).toHaveLength(32);
    expect(sum('RecursiveInvocationsDropped')).toBe(1);
  });

  test('that cannot be delivered is counted', async () => {
    await create('listener');
    await configure(both(arnOf('listener')));
    await aws.lambda.send(new DeleteFunctionCommand({ FunctionName: 'listener' }));
    await send({});
    await untilDone();
    expect(sum('DestinationDeliveryFailures')).toBe(1);
  });

  test('of a failure goes to a bucket under the day and the time', async () => {
    const written: [string, string, string][] = [];
    aws.world.objects.write = async (bucket, key, bytes) => {
      written.push([bucket, key, Buffer.from(bytes).toString()]);
    };
    await configure({
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: 'arn:aws:s3:::failed' } },
    });
    await send({ fail: true });
    await untilDone();
    expect(written).toHaveLength(1);
    const [[bucket, key, body] = []] = written;
    expect(bucket).toBe('failed');
    expect(key).toMatch(
      /^aws\/lambda\/async\/orders\/2026\/11\/20\/2026-11-20T12\.00\.\d\d-[0-9a-f]{8}-[0-9a-f-]{27}$/,
    );
    expect(JSON.parse(body ?? '')).toMatchObject({ requestContext: { condition: 'RetriesExhausted' } });
  });
});
