import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionUrlConfigCommand,
  DeleteAliasCommand,
  DeleteEventSourceMappingCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  DeleteFunctionUrlConfigCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  GetEventSourceMappingCommand,
  GetFunctionConcurrencyCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  GetProvisionedConcurrencyConfigCommand,
  ListEventSourceMappingsCommand,
  ListProvisionedConcurrencyConfigsCommand,
  ListTagsCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  RemovePermissionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import { until } from './held';
import { arnOf, createActive, look, release } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
});
afterEach(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };
const onAlias = { FunctionName: name, Qualifier: 'live' };
const absent = { name: 'ResourceNotFoundException', status: 404 };

test('tags are of functions, and survive nothing but themselves', async () => {
  const Resource = arnOf(name);
  await aws.lambda.send(new TagResourceCommand({ Resource, Tags: { a: '1', b: '2' } }));
  await aws.lambda.send(new UntagResourceCommand({ Resource, TagKeys: ['a'] }));
  expect((await aws.lambda.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ b: '2' });
  expect(await refusalOf(aws.lambda.send(new ListTagsCommand({ Resource: `${Resource}:live` })))).toEqual({
    name: 'InvalidParameterValueException',
    status: 400,
    message: 'Tags on function aliases and versions are not supported. Please specify a function ARN.',
  });
});

describe('permissions', () => {
  const permission = {
    StatementId: 's3',
    Action: 'lambda:InvokeFunction',
    Principal: 's3.amazonaws.com',
    SourceArn: 'arn:aws:s3:::bucket',
    SourceAccount: account,
  };
  const add = (input: object) =>
    aws.lambda.send(new AddPermissionCommand({ ...permission, ...named, ...input }));

  test('stand in a document of their own for each qualifier, with its own revision id', async () => {
    const { Statement = '' } = await add({ Qualifier: 'live' });
    expect(JSON.parse(Statement)).toEqual({
      Sid: 's3',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arnOf(name, 'live'),
      Condition: {
        StringEquals: { 'AWS:SourceAccount': account },
        ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::bucket' },
      },
    });
    expect(await refusalOf(aws.lambda.send(new GetPolicyCommand(named)))).toEqual({
      ...absent,
      message: 'The resource you requested does not exist.',
    });
    const first = await aws.lambda.send(new GetPolicyCommand(onAlias));
    await add({
      ...onAlias,
      StatementId: 'sns',
      Principal: 'sns.amazonaws.com',
      RevisionId: first.RevisionId,
    });
    const second = await aws.lambda.send(new GetPolicyCommand(onAlias));
    expect(second.RevisionId).not.toBe(first.RevisionId);
    expect(JSON.parse(second.Policy ?? '').Statement).toHaveLength(2);
    expect(
      await refusalOf(add({ ...onAlias, StatementId: 'x', RevisionId: first.RevisionId })),
    ).toMatchObject({
      name: 'PreconditionFailedException',
      status: 412,
      message: expect.stringContaining('Call the GetPolicy API'),
    });
  });

  test('are refused twice, for $LATEST, and for principals that are none', async () => {
    await add({});
    expect(await refusalOf(add({}))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message:
        'The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.',
    });
    expect((await refusalOf(add({ Qualifier: '$LATEST' }))).message).toBe(
      'We currently do not support adding policies for $LATEST.',
    );
    expect((await refusalOf(add({ StatementId: 'x', Principal: 'nobody' }))).message).toBe(
      'The provided principal was invalid. Please check the principal and try again.',
    );
  });

  test('are removed one by one', async () => {
    const remove = (StatementId: string) =>
      aws.lambda.send(new RemovePermissionCommand({ ...named, StatementId }));
    expect((await refusalOf(remove('s3'))).message).toBe('No policy is associated with the given resource.');
    await add({});
    expect((await refusalOf(remove('x'))).message).toBe('Statement x is not found in resource policy.');
    expect((await remove('s3')).$metadata.httpStatusCode).toBe(204);
    expect(await refusalOf(aws.lambda.send(new GetPolicyCommand(named)))).toMatchObject(absent);
  });
});

test('reserved concurrency is set, shown and taken away, within the account', async () => {
  const put = (ReservedConcurrentExecutions: number) =>
    aws.lambda.send(new PutFunctionConcurrencyCommand({ ...named, ReservedConcurrentExecutions }));
  const get = async () =>
    (await aws.lambda.send(new GetFunctionConcurrencyCommand(named))).ReservedConcurrentExecutions;
  expect(await get()).toBeUndefined();
  await put(5);
  expect(await get()).toBe(5);
  expect((await refusalOf(put(901))).message).toContain(
    "decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  );
  await aws.lambda.send(new DeleteFunctionConcurrencyCommand(named));
  expect(await get()).toBeUndefined();
});

describe('provisioned concurrency', () => {
  const put = (Qualifier: string, ProvisionedConcurrentExecutions = 2) =>
    aws.lambda.send(
      new PutProvisionedConcurrencyConfigCommand({ ...named, Qualifier, ProvisionedConcurrentExecutions }),
    );
  const get = (Qualifier: string) =>
    aws.lambda.send(new GetProvisionedConcurrencyConfigCommand({ ...named, Qualifier }));

  test('is in progress for a while, then ready, which gives the version a new revision id', async () => {
    const before = await look(aws, name, '1');
    const started = await put('live');
    expect(started.$metadata.httpStatusCode).toBe(202);
    expect(started).toMatchObject({
      RequestedProvisionedConcurrentExecutions: 2,
      AvailableProvisionedConcurrentExecutions: 0,
      AllocatedProvisionedConcurrentExecutions: 0,
      Status: 'IN_PROGRESS',
    });
    await aws.clock.advance(60_000);
    expect(await get('live')).toMatchObject({ Status: 'IN_PROGRESS' });
    await aws.clock.advance(60_000);
    await until(async () => (await get('live')).Status !== 'IN_PROGRESS');
    expect(await get('live')).toMatchObject({ Status: 'READY', AvailableProvisionedConcurrentExecutions: 2 });
    expect((await look(aws, name, '1')).RevisionId).not.toBe(before.RevisionId);
  });

  test('follows its alias to another version, showing the old numbers meanwhile', async () => {
    await put('live');
    await aws.clock.advance(120_000);
    await until(async () => (await get('live')).Status !== 'IN_PROGRESS');
    const FunctionVersion = await release(aws, name, 'two');
    await aws.lambda.send(new UpdateAliasCommand({ ...named, Name: 'live', FunctionVersion }));
    expect(await get('live')).toMatchObject({
      Status: 'IN_PROGRESS',
      AvailableProvisionedConcurrentExecutions: 2,
    });
  });

  test('is refused for $LATEST, and for a version and its alias at once', async () => {
    expect((await refusalOf(put('$LATEST'))).message).toBe(
      'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
    );
    await put('live');
    expect(await refusalOf(put('1'))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message: 'Version is pointed by a Provisioned Concurrency alias',
    });
    await aws.lambda.send(new DeleteProvisionedConcurrencyConfigCommand(onAlias));
    await put('1');
    expect((await refusalOf(put('live'))).message).toBe(
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  });

  test('is listed, and goes with its alias', async () => {
    await put('live');
    const list = async () =>
      (await aws.lambda.send(new ListProvisionedConcurrencyConfigsCommand(named)))
        .ProvisionedConcurrencyConfigs;
    expect(await list()).toMatchObject([{ FunctionArn: arnOf(name, 'live'), Status: 'IN_PROGRESS' }]);
    await aws.lambda.send(new DeleteAliasCommand({ ...named, Name: 'live' }));
    expect(await list()).toEqual([]);
    expect(await refusalOf(get('1'))).toEqual({
      name: 'ProvisionedConcurrencyConfigNotFoundException',
      status: 404,
      message: 'No Provisioned Concurrency Config found for this function',
    });
  });
});

test('a function URL stands once on a function and on an alias, and never on a version', async () => {
  const create = (input: object) =>
    aws.lambda.send(new CreateFunctionUrlConfigCommand({ ...named, AuthType: 'AWS_IAM', ...input }));
  const created = await create({ Qualifier: 'live' });
  expect(created).toMatchObject({
    FunctionArn: arnOf(name, 'live'),
    AuthType: 'AWS_IAM',
    InvokeMode: 'BUFFERED',
  });
  expect(created.FunctionUrl).toMatch(/^https:\/\/[a-z0-9]{32}\.lambda-url\.eu-west-1\.on\.aws\/$/);
  expect(await refusalOf(create({ Qualifier: 'live' }))).toMatchObject({
    status: 409,
    message: `Failed to create function url config for [functionArn = ${arnOf(name, 'live')}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
  });
  expect(await refusalOf(create({ Qualifier: '1' }))).toMatchObject({ name: 'ValidationException' });
  expect(await refusalOf(aws.lambda.send(new GetFunctionUrlConfigCommand(named)))).toMatchObject(absent);
  expect(await aws.lambda.send(new GetFunctionUrlConfigCommand(onAlias))).toMatchObject({
    FunctionUrl: created.FunctionUrl,
  });
  await aws.lambda.send(new DeleteFunctionUrlConfigCommand(onAlias));
  expect(await refusalOf(aws.lambda.send(new GetFunctionUrlConfigCommand(onAlias)))).toMatchObject(absent);
});

test('an event source is created, enabled, found by what it feeds, refused twice, and outlives its function', async () => {
  const EventSourceArn = `arn:aws:sqs:eu-west-1:${account}:orders`;
  const input = { EventSourceArn, FunctionName: `${name}:live` };
  const created = await aws.lambda.send(new CreateEventSourceMappingCommand(input));
  expect(created.$metadata.httpStatusCode).toBe(202);
  expect(created).toMatchObject({ State: 'Creating', BatchSize: 10, FunctionArn: arnOf(name, 'live') });
  expect(created.LastModified).toEqual(new Date(aws.clock.nowMs()));
  expect(await refusalOf(aws.lambda.send(new CreateEventSourceMappingCommand(input)))).toEqual({
    name: 'ResourceConflictException',
    status: 409,
    message: `An event source mapping with SQS arn (" ${EventSourceArn} ") and function (" ${name}:live ") already exists. Please update or delete the existing mapping with UUID ${created.UUID}`,
  });
  await aws.clock.advance(5000);
  const { UUID } = created;
  const get = () => aws.lambda.send(new GetEventSourceMappingCommand({ UUID }));
  expect(await get()).toMatchObject({ State: 'Enabled' });
  const list = async (FunctionName: string) =>
    (await aws.lambda.send(new ListEventSourceMappingsCommand({ FunctionName }))).EventSourceMappings;
  expect([await list(name), (await list(`${name}:live`))?.length]).toEqual([[], 1]);
  await aws.lambda.send(new DeleteFunctionCommand(named));
  expect(await get()).toMatchObject({ State: 'Enabled' });
  const deleted = await aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
  expect(deleted).toMatchObject({ State: 'Deleting', $metadata: { httpStatusCode: 202 } });
  await aws.clock.advance(5000);
  expect(await refusalOf(get())).toMatchObject(absent);
});
