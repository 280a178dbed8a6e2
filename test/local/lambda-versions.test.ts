import {
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { Digest } from '../../src/core/values';
import { arnOf, createActive, creation, look, reconfigure, release } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };

test('publishing gives a version of its own id, at once Active, and $LATEST a new one', async () => {
  await createActive(aws, name);
  const before = await look(aws, name);
  const published = await aws.lambda.send(new PublishVersionCommand({ ...named, Description: 'the first' }));
  expect(published.$metadata.httpStatusCode).toBe(201);
  expect(published).toMatchObject({
    Version: '1',
    FunctionArn: arnOf(name, '1'),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    Description: 'the first',
  });
  const after = await look(aws, name);
  expect(after.Description).toBe('');
  expect(new Set([before, published, after].map(({ RevisionId }) => RevisionId)).size).toBe(3);
});

test('publishing with nothing changed answers 201 with the version there is, and ignores the new description', async () => {
  await createActive(aws, name);
  const first = await aws.lambda.send(new PublishVersionCommand({ ...named, Description: 'the first' }));
  const before = await look(aws, name);
  const again = await aws.lambda.send(new PublishVersionCommand({ ...named, Description: 'the second' }));
  expect(again.$metadata.httpStatusCode).toBe(201);
  expect({ ...again, $metadata: null }).toEqual({ ...first, $metadata: null });
  expect((await look(aws, name)).RevisionId).toBe(before.RevisionId);
});

test('a new description of $LATEST alone is a change', async () => {
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand(named));
  expect(await reconfigure(aws, name, { Description: 'other words' })).toBe('2');
  expect(await look(aws, name, '2')).toMatchObject({ Description: 'other words' });
});

test('the wrong digest is refused with both', async () => {
  await createActive(aws, name);
  const wrong = Digest.of('something else');
  expect(
    await refusalOf(aws.lambda.send(new PublishVersionCommand({ ...named, CodeSha256: wrong }))),
  ).toEqual({
    name: 'InvalidParameterValueException',
    status: 400,
    message: `CodeSHA256 (${wrong}) is different from current CodeSHA256 in $LATEST (${Digest.of(codeOf('one'))}). Please try again with the CodeSHA256 in $LATEST.`,
  });
  const right = { ...named, CodeSha256: Digest.of(codeOf('one')) };
  expect(await aws.lambda.send(new PublishVersionCommand(right))).toMatchObject({ Version: '1' });
});

test('a function created with Publish has version 1, under its unqualified ARN, Pending', async () => {
  const created = await aws.lambda.send(new CreateFunctionCommand(creation(name, { Publish: true })));
  expect(created).toMatchObject({ Version: '1', FunctionArn: arnOf(name), State: 'Pending' });
  await aws.clock.advance(5000);
  expect(await look(aws, name, '1')).toMatchObject({ State: 'Active', FunctionArn: arnOf(name, '1') });
});

test('an update with Publish answers a version that is Pending while $LATEST is in progress', async () => {
  await createActive(aws, name);
  const published = await aws.lambda.send(
    new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two'), Publish: true }),
  );
  expect(published.$metadata.httpStatusCode).toBe(200);
  expect(published).toMatchObject({ Version: '1', FunctionArn: arnOf(name, '1'), State: 'Pending' });
  expect(published).not.toHaveProperty('LastUpdateStatus');
  expect(await look(aws, name)).toMatchObject({ State: 'Active', LastUpdateStatus: 'InProgress' });
  await aws.clock.advance(5000);
  const settled = await look(aws, name, '1');
  expect(settled).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  expect(settled.RevisionId).not.toBe(published.RevisionId);
});

test('version numbers go on after a function was deleted and created again', async () => {
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand(named));
  expect(await release(aws, name, 'two')).toBe('2');
  await aws.lambda.send(new DeleteFunctionCommand(named));
  await createActive(aws, name);
  expect(await aws.lambda.send(new PublishVersionCommand(named))).toMatchObject({ Version: '3' });
});

test('versions are listed with $LATEST first and without states', async () => {
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand(named));
  await release(aws, name, 'two');
  const { Versions = [] } = await aws.lambda.send(new ListVersionsByFunctionCommand(named));
  expect(Versions.map(({ FunctionArn }) => FunctionArn)).toEqual(
    ['$LATEST', '1', '2'].map((version) => arnOf(name, version)),
  );
  for (const version of Versions) expect(version).not.toHaveProperty('State');
  const first = await aws.lambda.send(new ListVersionsByFunctionCommand({ ...named, MaxItems: 2 }));
  const rest = await aws.lambda.send(
    new ListVersionsByFunctionCommand({ ...named, Marker: first.NextMarker }),
  );
  expect(rest.Versions?.map(({ Version }) => Version)).toEqual(['2']);
});

test('a version can be named as a version, never updated', async () => {
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand(named));
  const update = new UpdateFunctionConfigurationCommand({ FunctionName: `${name}:1`, Timeout: 5 });
  expect(await refusalOf(aws.lambda.send(update))).toMatchObject({
    status: 400,
    message: 'Current operation does not support versions other than $LATEST',
  });
});

describe('deleting a version', () => {
  const remove = (Qualifier?: string, FunctionName = name) =>
    aws.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier }));

  test('is refused while aliases point at it, and names them', async () => {
    await createActive(aws, name);
    await aws.lambda.send(new PublishVersionCommand(named));
    await release(aws, name, 'two');
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.1 } };
    const alias = { ...named, Name: 'live', FunctionVersion: '1', RoutingConfig };
    await aws.lambda.send(new CreateAliasCommand(alias));
    for (const version of ['1', '2'])
      expect(await refusalOf(remove(version))).toEqual({
        name: 'ResourceConflictException',
        status: 409,
        message: 'Unable to delete version because the following aliases reference it: [live]',
      });
  });

  test('answers 204 for one that nobody needs, and for one that is not there', async () => {
    await createActive(aws, name);
    await aws.lambda.send(new PublishVersionCommand(named));
    expect((await remove('1')).$metadata.httpStatusCode).toBe(204);
    expect((await remove('1')).$metadata.httpStatusCode).toBe(204);
    expect(await refusalOf(look(aws, name, '1'))).toMatchObject({
      message: `Function not found: ${arnOf(name, '1')}`,
    });
  });

  test('is refused for $LATEST, and for a function that is not there', async () => {
    await createActive(aws, name);
    expect(await refusalOf(remove('$LATEST'))).toMatchObject({
      name: 'InvalidParameterValueException',
      message: '$LATEST version cannot be deleted without deleting the function.',
    });
    for (const qualifier of [undefined, '1'])
      expect(await refusalOf(remove(qualifier, 'nobody'))).toEqual({
        name: 'ResourceNotFoundException',
        status: 404,
        message: `Function not found: ${arnOf('nobody', qualifier)}`,
      });
  });
});
