import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  type FunctionConfiguration,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  ListFunctionsCommand,
  PublishVersionCommand,
  TagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { Digest } from '../../src/core/values';
import { arnOf, createActive, creation, look, role } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const name = 'orders-api';
const inProgress = `The operation cannot be performed at this time. An update is in progress for resource: ${arnOf(name)}`;
const pending =
  'The operation cannot be performed at this time. The function is currently in the following state: Pending';

test('a created function is Pending, and Active with another revision id a little later', async () => {
  const created = await aws.lambda.send(new CreateFunctionCommand(creation(name)));
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created).toMatchObject({
    FunctionName: name,
    FunctionArn: arnOf(name),
    Runtime: 'nodejs24.x',
    Role: role,
    Handler: 'index.handler',
    CodeSha256: Digest.of(codeOf('one')),
    CodeSize: codeOf('one').length,
    Description: '',
    Timeout: 3,
    MemorySize: 128,
    Version: '$LATEST',
    LastModified: '2026-11-20T12:00:00.000+0000',
    State: 'Pending',
    StateReason: 'The function is being created.',
    StateReasonCode: 'Creating',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    EphemeralStorage: { Size: 512 },
    TracingConfig: { Mode: 'PassThrough' },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/orders-api' },
  });
  for (const absent of ['LastUpdateStatus', 'Environment', 'DeadLetterConfig'])
    expect(created).not.toHaveProperty(absent);
  await aws.clock.advance(5000);
  const active = await look(aws, name);
  expect(active).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  expect(active).not.toHaveProperty('StateReason');
  expect(active.RevisionId).not.toBe(created.RevisionId);
});

test('a Pending function can be looked at and deleted, and nothing else', async () => {
  const named = { FunctionName: name };
  await aws.lambda.send(new CreateFunctionCommand(creation(name)));
  const tries = [
    new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') }),
    new UpdateFunctionConfigurationCommand({ ...named, Timeout: 5 }),
    new PublishVersionCommand(named),
    new InvokeCommand(named),
  ];
  for (const command of tries)
    expect(await refusalOf(aws.lambda.send(command as PublishVersionCommand))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message: pending,
    });
  expect((await look(aws, name)).State).toBe('Pending');
  const deleted = await aws.lambda.send(new DeleteFunctionCommand(named));
  expect(deleted.$metadata.httpStatusCode).toBe(204);
});

test('while an update is in progress further ones are refused and the old code answers', async () => {
  const named = { FunctionName: name };
  await createActive(aws, name);
  const before = await look(aws, name);
  const updated = await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') }));
  expect(updated).toMatchObject({
    State: 'Active',
    LastUpdateStatus: 'InProgress',
    LastUpdateStatusReason: 'The function is being created.',
    LastUpdateStatusReasonCode: 'Creating',
    CodeSha256: Digest.of(codeOf('two')),
  });
  const tries = [
    new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('three') }),
    new UpdateFunctionConfigurationCommand({ ...named, Timeout: 5 }),
    new PublishVersionCommand(named),
    new TagResourceCommand({ Resource: arnOf(name), Tags: { a: 'b' } }),
  ];
  for (const command of tries)
    expect(await refusalOf(aws.lambda.send(command as PublishVersionCommand))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message: inProgress,
    });
  expect(await answerOf(aws)).toBe('one');
  await aws.clock.advance(5000);
  const after = await look(aws, name);
  expect(after).toMatchObject({ LastUpdateStatus: 'Successful' });
  expect(after).not.toHaveProperty('LastUpdateStatusReason');
  expect(new Set([before, updated, after].map(({ RevisionId }) => RevisionId)).size).toBe(3);
  expect(await answerOf(aws)).toBe('two');
});

test('the same configuration again is an update too, with two new revision ids', async () => {
  await createActive(aws, name);
  const before = await look(aws, name);
  const same = { FunctionName: name, Timeout: before.Timeout };
  const updated = await aws.lambda.send(new UpdateFunctionConfigurationCommand(same));
  expect(updated).toMatchObject({ LastUpdateStatus: 'InProgress', FunctionArn: arnOf(name) });
  await aws.clock.advance(5000);
  expect(new Set([before, updated, await look(aws, name)].map(idOf)).size).toBe(3);
});

test('a stale revision id is refused by every update', async () => {
  await createActive(aws, name);
  const stale = { FunctionName: name, RevisionId: 'b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11' };
  const tries = [
    new UpdateFunctionCodeCommand({ ...stale, ZipFile: codeOf('two') }),
    new UpdateFunctionConfigurationCommand({ ...stale, Timeout: 5 }),
    new PublishVersionCommand(stale),
  ];
  for (const command of tries)
    expect(await refusalOf(aws.lambda.send(command as PublishVersionCommand))).toEqual({
      name: 'PreconditionFailedException',
      status: 412,
      message:
        'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    });
  const { RevisionId } = await look(aws, name);
  const fresh = { FunctionName: name, Timeout: 5, RevisionId };
  expect(await aws.lambda.send(new UpdateFunctionConfigurationCommand(fresh))).toMatchObject({ Timeout: 5 });
});

test('absent settings are left alone, and an empty map of variables clears them', async () => {
  const Environment = { Variables: { TABLE: 'orders', STAGE: 'test' } };
  await createActive(aws, name, { Environment, Description: 'first', MemorySize: 256 });
  const update = async (changes: object): Promise<FunctionConfiguration> => {
    const command = new UpdateFunctionConfigurationCommand({ FunctionName: name, ...changes });
    const answer = await aws.lambda.send(command);
    await aws.clock.advance(5000);
    return answer;
  };
  expect(await update({ Timeout: 9 })).toMatchObject({ Environment, Description: 'first', MemorySize: 256 });
  expect(await update({ Environment: { Variables: { A1: 'x' } } })).toMatchObject({
    Environment: { Variables: { A1: 'x' } },
  });
  expect(await update({ Environment: { Variables: {} } })).not.toHaveProperty('Environment');
});

test('a dry run tells the digest and changes nothing', async () => {
  await createActive(aws, name);
  const before = await look(aws, name);
  const command = new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: codeOf('two'), DryRun: true });
  expect(await aws.lambda.send(command)).toMatchObject({ CodeSha256: Digest.of(codeOf('two')) });
  expect(await look(aws, name)).toEqual(before);
});

test('a function is listed without its state, and shown with tags and a link to its code', async () => {
  await createActive(aws, name, { Tags: { team: 'orders' } });
  await createActive(aws, 'a-first');
  const { Functions = [] } = await aws.lambda.send(new ListFunctionsCommand({}));
  expect(Functions.map(({ FunctionName }) => FunctionName)).toEqual(['a-first', name]);
  expect(Functions[0]).not.toHaveProperty('State');
  const page = await aws.lambda.send(new ListFunctionsCommand({ MaxItems: 1 }));
  const next = await aws.lambda.send(new ListFunctionsCommand({ MaxItems: 1, Marker: page.NextMarker }));
  expect(next.Functions?.[0]?.FunctionName).toBe(name);
  expect(next).not.toHaveProperty('NextMarker');
  const found = await aws.lambda.send(new GetFunctionCommand({ FunctionName: name }));
  expect(found).toMatchObject({ Tags: { team: 'orders' }, Code: { RepositoryType: 'S3' } });
  expect(found.Code?.Location).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_shipit\/code\//);
  const configuration = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  expect(configuration.RevisionId).toBe(found.Configuration?.RevisionId);
});

const idOf = ({ RevisionId }: FunctionConfiguration): string => RevisionId ?? '';

async function answerOf({ lambda }: LocalAws): Promise<string> {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: name }));
  return JSON.parse(Buffer.from(answer.Payload ?? []).toString());
}
