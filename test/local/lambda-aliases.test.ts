import {
  CreateAliasCommand,
  type CreateAliasCommandInput,
  DeleteAliasCommand,
  GetAliasCommand,
  InvokeCommand,
  ListAliasesCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  type UpdateAliasCommandInput,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, look, reconfigure, release } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await release(aws, name, 'two');
});
afterEach(() => aws.close());

const name = 'orders-api';
const live = { FunctionName: name, Name: 'live' };
const weights = (map: { [version: string]: number }) => ({
  RoutingConfig: { AdditionalVersionWeights: map },
});
const create = (input: Partial<CreateAliasCommandInput> = {}) =>
  aws.lambda.send(new CreateAliasCommand({ ...live, FunctionVersion: '1', ...input }));
const update = (input: Partial<UpdateAliasCommandInput> = {}) =>
  aws.lambda.send(new UpdateAliasCommand({ ...live, ...input }));

const invalid = { name: 'InvalidParameterValueException', status: 400 };
const malformed = { name: 'ValidationException', status: 400 };

test('an alias points at a version, and shows its configuration under its own ARN', async () => {
  const created = await create({ Description: 'traffic' });
  expect(created.$metadata.httpStatusCode).toBe(201);
  expect(created).toMatchObject({
    AliasArn: arnOf(name, 'live'),
    Name: 'live',
    FunctionVersion: '1',
    Description: 'traffic',
  });
  expect(created).not.toHaveProperty('RoutingConfig');
  const [seen, version] = [await look(aws, name, 'live'), await look(aws, name, '1')];
  expect(seen).toEqual({ ...version, FunctionArn: arnOf(name, 'live') });
});

test('every update gives the alias a new revision id, and the function none', async () => {
  const ids = [(await create()).RevisionId];
  const before = await look(aws, name);
  ids.push((await update()).RevisionId, (await update({ Description: 'x' })).RevisionId);
  ids.push((await update({ FunctionVersion: '2' })).RevisionId);
  expect(new Set(ids).size).toBe(4);
  expect(await aws.lambda.send(new GetAliasCommand(live))).toMatchObject({
    FunctionVersion: '2',
    Description: 'x',
    RevisionId: ids[3],
  });
  expect((await look(aws, name)).RevisionId).toBe(before.RevisionId);
});

test('a weight is shown while it is there, and its member is absent when it was cleared', async () => {
  await create();
  expect(await update(weights({ 2: 0.1 }))).toMatchObject(weights({ 2: 0.1 }));
  expect(await update({ Description: 'kept' })).toMatchObject(weights({ 2: 0.1 }));
  expect(await update(weights({}))).not.toHaveProperty('RoutingConfig');
  expect(await create({ Name: 'empty', ...weights({}) })).not.toHaveProperty('RoutingConfig');
});

test('requests are shared out by weight, and each says which version ran', async () => {
  await create(weights({ 2: 0.5 }));
  const seen = new Set<string>();
  for (let request = 0; request < 12; request += 1) {
    const answer = await aws.lambda.send(new InvokeCommand({ FunctionName: name, Qualifier: 'live' }));
    const word = JSON.parse(Buffer.from(answer.Payload ?? []).toString());
    expect(word).toBe(answer.ExecutedVersion === '1' ? 'one' : 'two');
    seen.add(answer.ExecutedVersion ?? '');
  }
  expect(seen).toEqual(new Set(['1', '2']));
});

describe.each([
  ['creating', (input: object) => create({ Name: 'other', ...input })],
  ['updating', (input: object) => update(input)],
])('%s refuses', (_what, act) => {
  beforeEach(() => create());

  test('two additional versions', async () => {
    expect(await refusalOf(act(weights({ 2: 0.1, 3: 0.1 })))).toEqual({
      ...invalid,
      message: 'Number of items in AdditionalVersionWeights cannot be greater than 1',
    });
  });

  test('the same version twice', async () => {
    expect(await refusalOf(act({ FunctionVersion: '1', ...weights({ 1: 0.1 }) }))).toEqual({
      ...invalid,
      message: 'Invalid function version 1. Function version 1 is already included in routing configuration.',
    });
  });

  test('$LATEST beside another version', async () => {
    expect(await refusalOf(act({ FunctionVersion: '$LATEST', ...weights({ 1: 0.1 }) }))).toEqual({
      ...invalid,
      message: '$LATEST is not supported for an alias pointing to more than 1 version',
    });
  });

  test.each([
    [{ 2: 2 }, '{2=2.0}'],
    [{ 2: -1 }, '{2=-1.0}'],
    [{ $LATEST: 0.5 }, '{$LATEST=0.5}'],
  ])('the weights %j', async (map, shown) => {
    expect(await refusalOf(act(weights(map)))).toEqual({
      ...malformed,
      message: `1 validation error detected: Value '${shown}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]`,
    });
  });

  test('a version that is not there, in either place', async () => {
    for (const input of [{ FunctionVersion: '10' }, weights({ 10: 0.1 })])
      expect(await refusalOf(act(input))).toEqual({
        name: 'ResourceNotFoundException',
        status: 404,
        message: `Function not found: ${arnOf(name, '10')}`,
      });
  });

  test('versions with different roles', async () => {
    const version = await reconfigure(aws, name, { Role: `arn:aws:iam::${account}:role/other` });
    expect(await refusalOf(act({ FunctionVersion: '1', ...weights({ [version]: 0.1 }) }))).toEqual({
      ...invalid,
      message: 'Specified versions must be associated with the same execution role',
    });
  });

  test('versions with different dead-letter queues', async () => {
    const DeadLetterConfig = { TargetArn: `arn:aws:sqs:eu-west-1:${account}:dead` };
    const version = await reconfigure(aws, name, { DeadLetterConfig });
    expect(await refusalOf(act({ FunctionVersion: '1', ...weights({ [version]: 0.1 }) }))).toMatchObject(
      invalid,
    );
  });
});

test('$LATEST may stand alone', async () => {
  expect(await create({ FunctionVersion: '$LATEST' })).toMatchObject({ FunctionVersion: '$LATEST' });
});

test('an alias that exists is not created again', async () => {
  await create();
  expect(await refusalOf(create())).toEqual({
    name: 'ResourceConflictException',
    status: 409,
    message: `Alias already exists: ${arnOf(name, 'live')}`,
  });
});

test('a stale revision id is refused', async () => {
  const { RevisionId } = await create();
  await update({ RevisionId, FunctionVersion: '2' });
  expect(await refusalOf(update({ RevisionId, FunctionVersion: '1' }))).toEqual({
    name: 'PreconditionFailedException',
    status: 412,
    message:
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
  });
  expect(await aws.lambda.send(new GetAliasCommand(live))).toMatchObject({ FunctionVersion: '2' });
});

test('each call has its own words for an alias that is not there', async () => {
  const arn = arnOf(name, 'live');
  const absent = { name: 'ResourceNotFoundException', status: 404 };
  const get = aws.lambda.send(new GetAliasCommand(live));
  expect(await refusalOf(get)).toEqual({ ...absent, message: `Cannot find alias arn: ${arn}` });
  expect(await refusalOf(update())).toEqual({ ...absent, message: `Alias not found: ${arn}` });
  const invoke = aws.lambda.send(new InvokeCommand({ FunctionName: name, Qualifier: 'live' }));
  for (const call of [look(aws, name, 'live'), invoke])
    expect(await refusalOf(call)).toEqual({ ...absent, message: `Function not found: ${arn}` });
  expect((await aws.lambda.send(new DeleteAliasCommand(live))).$metadata.httpStatusCode).toBe(204);
});

test('a name of digits alone is none', async () => {
  expect(await refusalOf(create({ Name: '2024' }))).toEqual({
    ...malformed,
    message:
      "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
  });
});

test('a description may have 256 characters', async () => {
  expect(await create({ Description: 'x'.repeat(256) })).toMatchObject({ FunctionVersion: '1' });
  expect(await refusalOf(update({ Description: 'x'.repeat(257) }))).toMatchObject({
    ...malformed,
    message: expect.stringContaining(
      "at 'description' failed to satisfy constraint: Member must have length less than or equal to 256",
    ),
  });
});

test('aliases are listed, all or those of one version', async () => {
  await create(weights({ 2: 0.1 }));
  await create({ Name: 'next', FunctionVersion: '2' });
  const names = async (FunctionVersion?: string) => {
    const { Aliases = [] } = await aws.lambda.send(
      new ListAliasesCommand({ FunctionName: name, FunctionVersion }),
    );
    return Aliases.map(({ Name }) => Name);
  };
  expect([await names(), await names('1'), await names('2')]).toEqual([
    ['live', 'next'],
    ['live'],
    ['live', 'next'],
  ]);
});
