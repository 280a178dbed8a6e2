import {
  CreateAliasCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { createHeld, type Held, metric, until, zipWith } from './held';
import { type LocalAws, openLocalAws, refusalOf } from './world';

const name = 'orders';
const live = { FunctionName: name, Qualifier: 'live' };
const behind = { FunctionName: name, Resource: `${name}:live` };
const how = `exports.handler = async () => process.env.AWS_LAMBDA_INITIALIZATION_TYPE;`;

let aws: LocalAws;
let held: Held;
beforeEach(async () => {
  aws = await openLocalAws();
  held = await createHeld(aws, name);
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.clock.advance(5000);
  await aws.lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
});
afterEach(async () => {
  held.letGo();
  await aws.close();
});

const put = (ProvisionedConcurrentExecutions: number, Qualifier = 'live') =>
  aws.lambda.send(
    new PutProvisionedConcurrencyConfigCommand({
      FunctionName: name,
      Qualifier,
      ProvisionedConcurrentExecutions,
    }),
  );

const get = (Qualifier = 'live') =>
  aws.lambda.send(new GetProvisionedConcurrencyConfigCommand({ FunctionName: name, Qualifier }));

const call = (Payload?: Buffer) => aws.lambda.send(new InvokeCommand({ ...live, Payload }));

/** Two world minutes, and then the real time that the processes take. */
async function settled(Qualifier = 'live'): Promise<string | undefined> {
  await aws.clock.advance(120_000);
  await until(async () => (await get(Qualifier)).Status !== 'IN_PROGRESS');
  return (await get(Qualifier)).Status;
}

async function releaseCode(source: string): Promise<string> {
  await aws.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zipWith(source) }));
  await aws.clock.advance(5000);
  const { Version = '' } = await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.clock.advance(5000);
  return Version;
}

describe('provisioned concurrency', () => {
  test('starts environments before anybody calls, which know that they were', async () => {
    const FunctionVersion = await releaseCode(how);
    await aws.lambda.send(new UpdateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion }));
    await put(2);
    expect(await settled()).toBe('READY');
    const answer = await call();
    expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toBe('provisioned-concurrency');
  });

  test('of more than this machine can hold is ready all the same, and counted', async () => {
    await put(300);
    expect(await settled()).toBe('READY');
    expect(await get()).toMatchObject({
      RequestedProvisionedConcurrentExecutions: 300,
      AllocatedProvisionedConcurrentExecutions: 300,
      AvailableProvisionedConcurrentExecutions: 300,
    });
  });

  test('fails when the code cannot start', async () => {
    const broken = await releaseCode("throw new Error('no table');");
    await put(2, broken);
    expect(await settled(broken)).toBe('FAILED');
    expect(await get(broken)).toMatchObject({
      Status: 'FAILED',
      StatusReason: 'FUNCTION_ERROR_INIT_FAILURE',
      AvailableProvisionedConcurrentExecutions: 0,
      RequestedProvisionedConcurrentExecutions: 2,
    });
  });

  test('serves so many at once, and the rest spills over', async () => {
    await put(2);
    await settled();
    const three = [call(held.payload), call(held.payload), call(held.payload)];
    await until(() => aws.world.load.account.running === 3);
    held.letGo();
    await Promise.all(three);
    const sets: { [dimension: string]: string }[] = [{ FunctionName: name }, { ...behind }];
    for (const set of sets) {
      expect(metric(aws.world, 'ProvisionedConcurrencyInvocations', set)?.sum).toBe(2);
      expect(metric(aws.world, 'ProvisionedConcurrencySpilloverInvocations', set)?.sum).toBe(1);
      expect(metric(aws.world, 'ProvisionedConcurrentExecutions', set)?.maximum).toBe(2);
      expect(metric(aws.world, 'ProvisionedConcurrencyUtilization', set)?.maximum).toBe(1);
    }
  });

  test('on a version serves whoever gets to it, also by an alias', async () => {
    await put(1, '1');
    await settled('1');
    held.letGo();
    await call(held.payload);
    const set = { FunctionName: name };
    expect(metric(aws.world, 'ProvisionedConcurrencyInvocations', set)?.sum).toBe(1);
    await aws.lambda.send(
      new InvokeCommand({ FunctionName: name, Qualifier: '$LATEST', Payload: held.payload }),
    );
    expect(metric(aws.world, 'ProvisionedConcurrencyInvocations', set)?.sum).toBe(1);
    expect(metric(aws.world, 'ProvisionedConcurrencySpilloverInvocations', set)).toBeNull();
  });

  test('that uses up the reservation leaves nothing to spill over into', async () => {
    await aws.lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 1 }),
    );
    await put(1);
    await settled();
    const served = call(held.payload);
    await until(() => aws.world.load.account.running === 1);
    expect(await refusalOf(call(held.payload))).toMatchObject({
      name: 'TooManyRequestsException',
      status: 429,
    });
    held.letGo();
    await served;
  });

  test('follows its alias and is gone when it is deleted, and then deleted in vain', async () => {
    await put(1);
    await settled();
    const FunctionVersion = await releaseCode(how);
    await aws.lambda.send(new UpdateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion }));
    expect(await get()).toMatchObject({ Status: 'IN_PROGRESS', AvailableProvisionedConcurrentExecutions: 1 });
    expect(await settled()).toBe('READY');
    const gone = new DeleteProvisionedConcurrencyConfigCommand(live);
    expect((await aws.lambda.send(gone)).$metadata.httpStatusCode).toBe(204);
    expect((await aws.lambda.send(gone)).$metadata.httpStatusCode).toBe(204);
    expect((await refusalOf(get())).name).toBe('ProvisionedConcurrencyConfigNotFoundException');
  });
});

describe('provisioned concurrency is refused', () => {
  const invalid = (message: string) => ({ name: 'InvalidParameterValueException', status: 400, message });

  test('beyond what the function reserves, and a reservation below it', async () => {
    await aws.lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 3 }),
    );
    expect(await refusalOf(put(4))).toEqual(
      invalid(
        'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
      ),
    );
    await put(2);
    const less = new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 1 });
    expect(await refusalOf(aws.lambda.send(less))).toEqual(
      invalid(
        " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2].",
      ),
    );
  });

  test('beyond what the account has, or must keep', async () => {
    expect(await refusalOf(put(1001))).toEqual(
      invalid(
        "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
      ),
    );
    expect(await refusalOf(put(901))).toEqual(
      invalid(
        "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
      ),
    );
    expect(await refusalOf(put(0))).toMatchObject({ name: 'ValidationException', status: 400 });
  });

  test('for $LATEST, and for an alias of it', async () => {
    const message = 'Provisioned Concurrency Configs cannot be applied to unpublished function versions.';
    expect(await refusalOf(put(1, '$LATEST'))).toEqual(invalid(message));
    await aws.lambda.send(
      new CreateAliasCommand({ FunctionName: name, Name: 'dev', FunctionVersion: '$LATEST' }),
    );
    expect(await refusalOf(put(1, 'dev'))).toEqual(invalid(message));
    const latest = { FunctionName: name, Qualifier: '$LATEST' };
    const instead = invalid('The function resource provided must be an alias or a published version.');
    expect(await refusalOf(get('$LATEST'))).toEqual(instead);
    expect(await refusalOf(aws.lambda.send(new DeleteProvisionedConcurrencyConfigCommand(latest)))).toEqual(
      instead,
    );
  });
});
