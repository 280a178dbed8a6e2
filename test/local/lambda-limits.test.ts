import { CreateRoleCommand } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  GetFunctionCommand,
  InvokeCommand,
  PutFunctionConcurrencyCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, creation, look } from './lambda-steps';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf } from './world';
import { codeOf, zipOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const name = 'orders-api';
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const create = (changes: Partial<CreateFunctionCommandInput>) =>
  aws.lambda.send(new CreateFunctionCommand(creation(name, changes)));

const invalid = (message: string): Refusal => ({
  name: 'InvalidParameterValueException',
  status: 400,
  message,
});
const malformed = (message: string): Refusal => ({ name: 'ValidationException', status: 400, message });

describe('creating refuses', () => {
  test('a name that is taken', async () => {
    await createActive(aws, name);
    expect(await refusalOf(create({}))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message: 'Function already exist: orders-api',
    });
  });

  test('a runtime that has ended, and one that never was', async () => {
    expect(await refusalOf(create({ Runtime: 'nodejs14.x' }))).toEqual(
      invalid(
        'The runtime parameter of nodejs14.x is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.',
      ),
    );
    const never = await refusalOf(create({ Runtime: 'nonexistent' as 'nodejs24.x' }));
    expect(never).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
    expect(never.message).toMatch(
      /^Value nonexistent at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: \[nodejs16\.x.*\] or be a valid ARN$/,
    );
  });

  test('a role that is no role, and one of another account', async () => {
    expect(await refusalOf(create({ Role: 'admin' }))).toEqual(
      malformed(
        "1 validation error detected: Value 'admin' at 'role' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
      ),
    );
    expect(await refusalOf(create({ Role: 'arn:aws:iam::999999999999:role/orders' }))).toMatchObject({
      name: 'AccessDeniedException',
      status: 403,
    });
  });

  test('a role that was not made here, in a world that is strict about roles', async () => {
    await aws.close();
    aws = await openLocalAws({ strictIam: true });
    const message = 'The role defined for the function cannot be assumed by Lambda.';
    expect(await refusalOf(create({}))).toEqual(invalid(message));
    for (const RoleName of ['orders', 'other'])
      await aws.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    await createActive(aws, name);
    const update = (role: string) =>
      aws.lambda.send(
        new UpdateFunctionConfigurationCommand({
          FunctionName: name,
          Role: `arn:aws:iam::${account}:role/${role}`,
        }),
      );
    expect(await refusalOf(update('nobody'))).toEqual(invalid(message));
    expect(await update('other')).toMatchObject({ LastUpdateStatus: 'InProgress' });
  });

  test('several values that are out of range, all at once', async () => {
    expect(await refusalOf(create({ Timeout: 901, MemorySize: 64 }))).toEqual(
      malformed(
        "2 validation errors detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900; Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
      ),
    );
  });

  test('a zip that is none', async () => {
    expect(await refusalOf(create({ Code: { ZipFile: Buffer.from('no zip') } }))).toEqual(
      invalid('Could not unzip uploaded file. Please check your file, then try to upload again.'),
    );
  });

  test('a zip of more than 50 MB, and a request of more than 70', async () => {
    const large = Buffer.concat([Buffer.alloc(52_428_801), codeOf('x')]);
    expect(await refusalOf(create({ Code: { ZipFile: large } }))).toEqual({
      name: 'RequestEntityTooLargeException',
      status: 413,
      message: 'Zipped size must be smaller than 52428800 bytes',
    });
    expect(await refusalOf(create({ Code: { ZipFile: Buffer.alloc(52_700_000) } }))).toEqual({
      name: 'RequestEntityTooLargeException',
      status: 413,
      message: 'Request must be smaller than 70167211 bytes for the CreateFunction operation',
    });
  });

  test('a zip that unpacks to more than 250 MB', async () => {
    const bomb = zipOf({ name: 'a', claimedSize: 262_144_001 });
    expect(await refusalOf(create({ Code: { ZipFile: bomb } }))).toEqual(
      invalid('Unzipped size must be smaller than 262144000 bytes'),
    );
  });

  test('more than 4 KB of variables, with what was measured, and reserved ones', async () => {
    const Variables = { LARGE: 'x'.repeat(4090) };
    expect(await refusalOf(create({ Environment: { Variables } }))).toEqual(
      invalid(
        `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify(Variables)}`,
      ),
    );
    const reserved = await refusalOf(create({ Environment: { Variables: { AWS_REGION: 'x' } } }));
    expect(reserved.message).toContain('reserved keys');
    const short = await refusalOf(create({ Environment: { Variables: { A: 'x' } } }));
    expect(short).toMatchObject({ name: 'ValidationException', status: 400 });
  });

  test('layers that are not there, and more than five', async () => {
    const layer = `arn:aws:lambda:eu-west-1:${account}:layer:x:1`;
    expect(await refusalOf(create({ Layers: [layer] }))).toEqual(
      invalid(`Layer version ${layer} does not exist.`),
    );
    expect(await refusalOf(create({ Layers: Array(6).fill(layer) }))).toEqual(
      invalid('Cannot reference more than 5 layers.'),
    );
  });

  test('leave nothing behind', async () => {
    await refusalOf(create({ Timeout: 901 }));
    expect((await refusalOf(look(aws, name))).message).toBe(`Function not found: ${arnOf(name)}`);
  });
});

test('an update is checked as a creation is', async () => {
  await createActive(aws, name);
  const update = (changes: object) =>
    aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, ...changes }));
  expect((await refusalOf(update({ Timeout: 0 }))).message).toContain("Value '0' at 'timeout'");
  expect((await refusalOf(update({ Runtime: 'go1.x' }))).message).toContain('no longer supported');
  const image = new UpdateFunctionCodeCommand({ FunctionName: name, ImageUri: 'a/b:c' });
  expect(await refusalOf(aws.lambda.send(image))).toEqual(
    invalid("Please don't provide ImageUri when updating a function with packageType Zip."),
  );
  expect(await look(aws, name)).toMatchObject({ LastUpdateStatus: 'Successful', Timeout: 3 });
});

describe('a function can be named', () => {
  beforeEach(() => createActive(aws, name));

  test('by its name, a partial ARN and its ARN, each with a qualifier or without', async () => {
    for (const form of [name, `${account}:function:${name}`, arnOf(name)]) {
      expect(await look(aws, form)).toMatchObject({ FunctionArn: arnOf(name) });
      const latest = { FunctionArn: arnOf(name, '$LATEST'), Version: '$LATEST' };
      expect(await look(aws, `${form}:$LATEST`)).toMatchObject(latest);
      expect(await look(aws, form, '$LATEST')).toMatchObject(latest);
    }
  });

  test('with two qualifiers only when they agree', async () => {
    expect(await look(aws, `${name}:$LATEST`, '$LATEST')).toMatchObject({ Version: '$LATEST' });
    expect(await refusalOf(look(aws, `${name}:live`, '1'))).toEqual(
      invalid('The derived qualifier from the function name does not match the specified qualifier.'),
    );
  });

  test('only in this region and account', async () => {
    const elsewhere = arnOf(name).replace('eu-west-1', 'ap-southeast-1');
    expect(await refusalOf(look(aws, elsewhere))).toEqual({
      name: 'ResourceNotFoundException',
      status: 404,
      message: "Functions from 'ap-southeast-1' are not reachable in this region ('eu-west-1')",
    });
    const theirs = arnOf(name).replace(account, '999999999999');
    expect(await refusalOf(look(aws, theirs))).toMatchObject({ name: 'AccessDeniedException', status: 403 });
  });

  test('without a qualifier where only functions count', async () => {
    const reserve = new PutFunctionConcurrencyCommand({
      FunctionName: arnOf(name, 'live'),
      ReservedConcurrentExecutions: 1,
    });
    expect((await refusalOf(aws.lambda.send(reserve))).message).toMatch(
      /^This operation is permitted on Lambda functions only\. Aliases and versions do not support this operation\./,
    );
  });
});

test('more than fifteen calls a second are refused with a time to wait, and invocations are not counted', async () => {
  await aws.close();
  aws = await openLocalAws({ limits: true });
  await createActive(aws, name);
  const update = () => aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'nobody' }));
  const burst = await Promise.all(Array.from({ length: 40 }, () => refusalOf(update())));
  const refused = burst.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]).toEqual({ name: 'TooManyRequestsException', status: 429, message: 'Rate Exceeded.' });
  const error = await update().catch((reason) => reason);
  expect(error).toMatchObject({ Reason: 'CallerRateLimitExceeded', retryAfterSeconds: '1' });
  expect(await aws.lambda.send(new GetFunctionCommand({ FunctionName: name }))).toBeDefined();
  expect(await aws.lambda.send(new InvokeCommand({ FunctionName: name }))).toMatchObject({ StatusCode: 200 });
  await aws.clock.advance(1000);
  const later = await Promise.all(Array.from({ length: 20 }, () => refusalOf(update())));
  expect(later.filter(({ status }) => status === 404)).toHaveLength(15);
});
