import {
  DeleteFunctionConcurrencyCommand,
  InvokeCommand,
  PutFunctionConcurrencyCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda';
import { invoke } from '../../src/local/actions/lambda/invoke';
import { createHeld, type Held, metric, until } from './held';
import { createActive } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';

const name = 'orders';
let aws: LocalAws;
let held: Held;

const open = async (limits: boolean): Promise<void> => {
  aws = await openLocalAws({ limits });
  held = await createHeld(aws, name);
};
afterEach(async () => {
  held.letGo();
  await aws.close();
});

const reserve = (ReservedConcurrentExecutions: number, FunctionName = name) =>
  aws.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }));

const call = (Payload = held.payload) => aws.lambda.send(new InvokeCommand({ FunctionName: name, Payload }));

/** What is refused for want of concurrency, as the SDK sees it. */
async function throttleOf(work: Promise<unknown>): Promise<TooManyRequestsException> {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  if (error instanceof TooManyRequestsException) return error;
  throw new Error(`It was not throttled: ${error}`);
}

const running = (): number => aws.world.load.account.running;

describe('the concurrency of a function', () => {
  beforeEach(() => open(false));

  test('is bounded by what it reserves, and what is above is refused with a time to wait', async () => {
    await reserve(2);
    const two = [call(), call()];
    await until(() => running() === 2);
    const refused = await throttleOf(call());
    expect(refused).toMatchObject({
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
      retryAfterSeconds: '1',
      $metadata: { httpStatusCode: 429 },
    });
    held.letGo();
    expect((await Promise.all(two)).map(({ StatusCode }) => StatusCode)).toEqual([200, 200]);
    expect((await call()).StatusCode).toBe(200);
    expect(metric(aws.world, 'Throttles', { FunctionName: name })?.sum).toBe(1);
    expect(metric(aws.world, 'Invocations', { FunctionName: name })?.sum).toBe(3);
  });

  test('is none at all when it reserves zero, and comes back when that is taken away', async () => {
    held.letGo();
    await reserve(0);
    expect(await throttleOf(call())).toMatchObject({
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    });
    await aws.lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName: name }));
    expect((await call()).StatusCode).toBe(200);
  });

  test('without a reservation is what the account has left, however few processes there are', async () => {
    await createActive(aws, 'greedy');
    await reserve(900, 'greedy');
    const input = { FunctionName: name, Payload: held.payload };
    const hundred = Array.from({ length: 100 }, () => invoke(aws.world, input));
    await until(() => running() === 100);
    expect(await throttleOf(call())).toMatchObject({ Reason: 'ConcurrentInvocationLimitExceeded' });
    await aws.lambda.send(new InvokeCommand({ FunctionName: 'greedy' }));
    held.letGo();
    await Promise.all(hundred);
    expect(metric(aws.world, 'ConcurrentExecutions', {})?.maximum).toBe(101);
    expect(metric(aws.world, 'ConcurrentExecutions', { FunctionName: name })?.maximum).toBe(100);
    expect(metric(aws.world, 'ConcurrentExecutions', { FunctionName: 'greedy' })?.maximum).toBe(1);
    expect(metric(aws.world, 'UnreservedConcurrentExecutions', {})?.maximum).toBe(100);
    expect(metric(aws.world, 'ClaimedAccountConcurrency', {})?.maximum).toBe(1000);
    expect(running()).toBe(0);
  });

  test('cannot be reserved when fewer than a hundred would be left', async () => {
    await createActive(aws, 'other');
    await reserve(500, 'other');
    const refused = {
      name: 'InvalidParameterValueException',
      status: 400,
      message:
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    };
    expect(await refusalOf(reserve(401))).toEqual(refused);
    await reserve(400);
    expect(await refusalOf(reserve(401))).toEqual(refused);
    await reserve(399);
  });

  test('has no rate when limits are off', async () => {
    held.letGo();
    await reserve(1);
    for (let number = 0; number < 12; number += 1) expect((await call()).StatusCode).toBe(200);
  });
});

describe('with limits on', () => {
  beforeEach(() => open(true));

  test('a function takes ten invocations a second for each unit of concurrency', async () => {
    held.letGo();
    await reserve(1);
    for (let number = 0; number < 10; number += 1) await call();
    expect(await throttleOf(call())).toMatchObject({
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionInvocationRateLimitExceeded',
    });
    await aws.clock.advance(100);
    expect((await call()).StatusCode).toBe(200);
    await throttleOf(call());
  });
});
