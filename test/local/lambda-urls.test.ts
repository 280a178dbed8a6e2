import {
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  type CreateFunctionUrlConfigCommandInput,
  DeleteFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  ListFunctionUrlConfigsCommand,
  PublishVersionCommand,
  UpdateFunctionUrlConfigCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand(named));
  await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
});
afterEach(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };
const create = (input: object = {}) => {
  const all = { ...named, AuthType: 'NONE', ...input } as CreateFunctionUrlConfigCommandInput;
  return aws.lambda.send(new CreateFunctionUrlConfigCommand(all));
};
const update = (input: object) => aws.lambda.send(new UpdateFunctionUrlConfigCommand({ ...named, ...input }));
const get = (input: object = {}) => aws.lambda.send(new GetFunctionUrlConfigCommand({ ...named, ...input }));
const absent = { name: 'ResourceNotFoundException', status: 404 };

test('an update changes what it names, replaces Cors whole, and keeps the address', async () => {
  const Cors = { AllowOrigins: ['https://shop.example'], MaxAge: 60 };
  const created = await create({ Cors });
  expect(created.CreationTime).toBe('2026-11-20T12:00:05.000Z');
  await aws.clock.advance(60_000);
  const updated = await update({ AuthType: 'AWS_IAM', InvokeMode: 'RESPONSE_STREAM' });
  expect(updated).toMatchObject({
    FunctionUrl: created.FunctionUrl,
    FunctionArn: arnOf(name),
    AuthType: 'AWS_IAM',
    InvokeMode: 'RESPONSE_STREAM',
    Cors,
    CreationTime: created.CreationTime,
    LastModifiedTime: '2026-11-20T12:01:05.000Z',
  });
  expect((await update({ Cors: { AllowMethods: ['GET'] } })).Cors).toEqual({ AllowMethods: ['GET'] });
  expect(await get()).toMatchObject({ AuthType: 'AWS_IAM', Cors: { AllowMethods: ['GET'] } });
});

test('those of a function are listed with those of its aliases, in pages', async () => {
  await create();
  await create({ Qualifier: 'live' });
  const list = (input: object) => aws.lambda.send(new ListFunctionUrlConfigsCommand({ ...named, ...input }));
  const first = await list({ MaxItems: 1 });
  const rest = await list({ Marker: first.NextMarker });
  const arns = [first, rest].flatMap(({ FunctionUrlConfigs = [] }) =>
    FunctionUrlConfigs.map((one) => one.FunctionArn),
  );
  expect(arns).toEqual([arnOf(name), arnOf(name, 'live')]);
  expect(rest.NextMarker).toBeUndefined();
});

test('each call has its own words for what is not there', async () => {
  const nobody = { FunctionName: 'nobody' };
  const list = () => aws.lambda.send(new ListFunctionUrlConfigsCommand(nobody));
  const remove = () => aws.lambda.send(new DeleteFunctionUrlConfigCommand(named));
  const change = () => update({ AuthType: 'NONE' });
  const addressed = [() => create(nobody), () => update(nobody), list, () => create({ Qualifier: 'none' })];
  for (const call of addressed)
    expect(await refusalOf(call())).toEqual({ ...absent, message: 'Function does not exist' });
  for (const call of [() => get(nobody), get, () => get({ Qualifier: 'live' }), change, remove])
    expect(await refusalOf(call())).toEqual({
      ...absent,
      message: 'The resource you requested does not exist.',
    });
});

test.each<readonly [object, string]>([
  [{ AuthType: undefined }, "Value null at 'authType' failed to satisfy constraint: Member must not be null"],
  [
    { AuthType: 'ALL' },
    "Value 'ALL' at 'authType' failed to satisfy constraint: Member must satisfy enum value set: [NONE, AWS_IAM]",
  ],
  [
    { InvokeMode: 'SLOW' },
    "Value 'SLOW' at 'invokeMode' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_STREAM, BUFFERED]",
  ],
  [
    { Qualifier: '1' },
    "Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
  ],
  [
    { Qualifier: '$LATEST' },
    "Value '$LATEST' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)",
  ],
  [
    { Cors: { MaxAge: 86_401 } },
    "Value '86401' at 'cors.maxAge' failed to satisfy constraint: Member must have value less than or equal to 86400",
  ],
  [
    { Cors: { AllowMethods: Array(7).fill('GET') } },
    "Value '[GET, GET, GET, GET, GET, GET, GET]' at 'cors.allowMethods' failed to satisfy constraint: Member must have length less than or equal to 6",
  ],
])('%j is refused', async (input, problem) => {
  expect(await refusalOf(create(input))).toEqual({
    name: 'ValidationException',
    status: 400,
    message: `1 validation error detected: ${problem}`,
  });
});

test('a function with tenant isolation has no address', async () => {
  await createActive(aws, 'tenants', { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } });
  expect(await refusalOf(create({ FunctionName: 'tenants' }))).toMatchObject({
    name: 'InvalidParameterValueException',
    status: 400,
  });
});
