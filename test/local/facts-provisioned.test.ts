/** Recorded answers about provisioned and reserved concurrency: status, header and body. */
import { CreateAliasCommand, DeleteAliasCommand, PublishVersionCommand } from '@aws-sdk/client-lambda';
import {
  type Answer,
  ask,
  conflict,
  functions,
  invalid,
  provisionedOf,
  refused,
  reservedOf,
} from './facts-answer';
import { until } from './held';
import { arnOf, createActive, release } from './lambda-steps';
import { type LocalAws, openLocalAws } from './world';

const name = 'orders';
let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
});
afterEach(() => aws.close());

const put = (qualifier: string, count: number): Promise<Answer> =>
  ask(aws, `PUT ${provisionedOf(name, qualifier)}`, { body: { ProvisionedConcurrentExecutions: count } });
const get = (qualifier: string): Promise<Answer> => ask(aws, `GET ${provisionedOf(name, qualifier)}`);
const drop = (qualifier: string): Promise<Answer> => ask(aws, `DELETE ${provisionedOf(name, qualifier)}`);
const reserve = (count: number, of = name): Promise<Answer> =>
  ask(aws, `PUT ${reservedOf(of)}`, { body: { ReservedConcurrentExecutions: count } });

const config = (status: string, [requested, available]: readonly [number, number]): object => ({
  RequestedProvisionedConcurrentExecutions: requested,
  AvailableProvisionedConcurrentExecutions: available,
  AllocatedProvisionedConcurrentExecutions: available,
  Status: status,
  LastModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/),
});

const none = refused(
  404,
  'ProvisionedConcurrencyConfigNotFoundException',
  'No Provisioned Concurrency Config found for this function',
);

async function untilSettled(qualifier: string): Promise<Answer> {
  await aws.clock.advance(120_000);
  await until(async () => ((await get(qualifier)).body as { Status: string }).Status !== 'IN_PROGRESS');
  return get(qualifier);
}

test.each(['live', '1'])(
  'asked for on %s it is in progress with nothing there yet, and then ready',
  async (qualifier) => {
    const asked = await put(qualifier, 2);
    expect(asked).toMatchObject({ status: 202, error: null });
    expect(asked.body).toEqual(config('IN_PROGRESS', [2, 0]));
    await aws.clock.advance(60_000);
    expect((await get(qualifier)).body).toEqual(config('IN_PROGRESS', [2, 0]));
    expect((await untilSettled(qualifier)).body).toEqual(config('READY', [2, 2]));
  },
);

test('it follows its alias: in progress again, with the old numbers', async () => {
  await put('live', 2);
  await untilSettled('live');
  const FunctionVersion = await release(aws, name, 'two');
  await ask(aws, `PUT ${functions}/${name}/aliases/live`, { body: { FunctionVersion } });
  expect((await get('live')).body).toEqual(config('IN_PROGRESS', [2, 2]));
  expect((await untilSettled('live')).body).toEqual(config('READY', [2, 2]));
});

test('it is not for $LATEST, in words that differ between putting and all else', async () => {
  expect(await put('$LATEST', 1)).toMatchObject(
    invalid('Provisioned Concurrency Configs cannot be applied to unpublished function versions.'),
  );
  const instead = invalid('The function resource provided must be an alias or a published version.');
  for (const answer of [await get('$LATEST'), await drop('$LATEST')]) expect(answer).toMatchObject(instead);
});

test('an alias and its version do not both have it', async () => {
  await put('live', 1);
  expect(await put('1', 1)).toMatchObject(conflict('Version is pointed by a Provisioned Concurrency alias'));
  await drop('live');
  await put('1', 1);
  expect(await put('live', 1)).toMatchObject(
    conflict(
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    ),
  );
});

test('where there is none a look is an error, and a deletion is not', async () => {
  for (const qualifier of ['live', '1']) {
    expect(await get(qualifier)).toMatchObject(none);
    expect(await drop(qualifier)).toMatchObject({ status: 204, error: null, body: '' });
  }
});

test('it goes with its alias', async () => {
  await put('live', 1);
  const live = { FunctionName: name, Name: 'live' };
  await aws.lambda.send(new DeleteAliasCommand(live));
  await aws.lambda.send(new CreateAliasCommand({ ...live, FunctionVersion: '1' }));
  expect(await get('live')).toMatchObject(none);
  expect(await put('1', 1)).toMatchObject({ status: 202 });
});

test('it stays within what the function reserves, and the reservation above it', async () => {
  await reserve(2);
  expect(await put('live', 3)).toMatchObject(
    invalid(
      'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
    ),
  );
  await put('live', 2);
  expect(await reserve(1)).toMatchObject(
    invalid(
      " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2].",
    ),
  );
  expect(await reserve(2)).toMatchObject({ status: 200, body: { ReservedConcurrentExecutions: 2 } });
});

test('it stays within what the account has left, of which a hundred stay with the others', async () => {
  expect(await put('live', 1001)).toMatchObject(
    invalid(
      "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
    ),
  );
  expect(await put('live', 901)).toMatchObject(
    invalid(
      "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    ),
  );
  expect(await put('live', 900)).toMatchObject({ status: 202 });
});

test('nobody reserves what the others must keep', async () => {
  expect(await reserve(901)).toMatchObject(
    invalid(
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
    ),
  );
  expect(await reserve(900)).toMatchObject({ status: 200 });
});

test.each(['live', '1', '$LATEST'])('concurrency is not reserved for %s', async (qualifier) => {
  const of = encodeURIComponent(arnOf(name, qualifier));
  const refusal = {
    ...{ status: 400, error: 'InvalidParameterValueException' },
    body: {
      Type: 'User',
      message: expect.stringMatching(
        /^This operation is permitted on Lambda functions only\. Aliases and versions do not support this operation\. /,
      ),
    },
  };
  expect(await reserve(1, of)).toMatchObject(refusal);
  expect(await ask(aws, `GET /2019-09-30/functions/${of}/concurrency`)).toMatchObject(refusal);
  expect(await ask(aws, `DELETE ${reservedOf(of)}`)).toMatchObject(refusal);
});

test('a function that reserves nothing at all is never run', async () => {
  await reserve(0);
  const call = `POST ${functions}/${name}/invocations`;
  expect(await ask(aws, call, { body: {} })).toMatchObject({
    ...{ status: 429, error: 'TooManyRequestsException', retryAfter: expect.stringMatching(/^\d+$/) },
    body: {
      Type: 'User',
      message: 'Rate Exceeded.',
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    },
  });
});
