import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  DeleteFunctionEventInvokeConfigCommand,
  GetFunctionEventInvokeConfigCommand,
  ListFunctionEventInvokeConfigsCommand,
  PutFunctionEventInvokeConfigCommand,
  type PutFunctionEventInvokeConfigCommandInput,
  UpdateFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';

const name = 'orders';
const FunctionName = name;
const queue = 'arn:aws:sqs:eu-west-1:123456789012:dead';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '$LATEST' }));
});
afterEach(() => aws.close());

type Settings = Omit<PutFunctionEventInvokeConfigCommandInput, 'FunctionName'>;

const put = (settings: Settings) =>
  aws.lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName, ...settings }));
const update = (settings: Settings) =>
  aws.lambda.send(new UpdateFunctionEventInvokeConfigCommand({ FunctionName, ...settings }));
const get = (Qualifier?: string) =>
  aws.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName, Qualifier }));
const list = async () =>
  (
    await aws.lambda.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName }))
  ).FunctionEventInvokeConfigs?.map(({ FunctionArn }) => FunctionArn);

const absent = (qualifier: string) => ({
  name: 'ResourceNotFoundException',
  status: 404,
  message: `The function ${arnOf(name, qualifier)} doesn't have an EventInvokeConfig`,
});

const invalid = (message: string) => ({ name: 'InvalidParameterValueException', status: 400, message });

describe('how asynchronous invocations are retried', () => {
  test('is kept for the function and for an alias, each by itself', async () => {
    const made = await put({ MaximumRetryAttempts: 0 });
    expect(made).toMatchObject({
      FunctionArn: arnOf(name, '$LATEST'),
      MaximumRetryAttempts: 0,
      LastModified: new Date(aws.clock.nowMs()),
      DestinationConfig: { OnSuccess: {}, OnFailure: {} },
    });
    expect(made).not.toHaveProperty('MaximumEventAgeInSeconds');
    await put({ Qualifier: 'live', MaximumEventAgeInSeconds: 60 });
    expect(await get('live')).toMatchObject({
      FunctionArn: arnOf(name, 'live'),
      MaximumEventAgeInSeconds: 60,
    });
    expect(await list()).toEqual([arnOf(name, '$LATEST'), arnOf(name, 'live')]);
  });

  test('is replaced by a put and merged by an update', async () => {
    await put({ MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: queue } } });
    expect(await update({ MaximumEventAgeInSeconds: 120 })).toMatchObject({
      MaximumRetryAttempts: 1,
      MaximumEventAgeInSeconds: 120,
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
    const replaced = await put({ MaximumEventAgeInSeconds: 60 });
    expect(replaced).not.toHaveProperty('MaximumRetryAttempts');
    expect(replaced.DestinationConfig).toEqual({ OnSuccess: {}, OnFailure: {} });
  });

  test('is not there before it is made, nor after it was deleted', async () => {
    expect(await refusalOf(get())).toEqual(absent('$LATEST'));
    expect(await refusalOf(update({ MaximumRetryAttempts: 1 }))).toEqual(absent('$LATEST'));
    const gone = () => aws.lambda.send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    expect(await refusalOf(gone())).toEqual(absent('$LATEST'));
    await put({ MaximumRetryAttempts: 1 });
    expect((await gone()).$metadata.httpStatusCode).toBe(204);
    expect(await refusalOf(get())).toEqual(absent('$LATEST'));
  });

  test('goes with the alias, and with the function', async () => {
    await put({ Qualifier: 'live', MaximumRetryAttempts: 1 });
    await put({ MaximumRetryAttempts: 1 });
    await aws.lambda.send(new DeleteAliasCommand({ FunctionName, Name: 'live' }));
    expect(await list()).toEqual([arnOf(name, '$LATEST')]);
    await aws.lambda.send(new DeleteFunctionCommand({ FunctionName }));
    const none = { name: 'ResourceNotFoundException', status: 404, message: "The function doesn't exist." };
    expect(await refusalOf(list())).toEqual(none);
    expect(await refusalOf(put({ MaximumRetryAttempts: 1 }))).toEqual(none);
    await createActive(aws, name);
    expect(await refusalOf(get())).toEqual(absent('$LATEST'));
  });

  test.each([
    [{ MaximumRetryAttempts: 3 }, "'3' at 'maximumRetryAttempts'", 'less than or equal to 2'],
    [{ MaximumRetryAttempts: -1 }, "'-1' at 'maximumRetryAttempts'", 'greater than or equal to 0'],
    [{ MaximumEventAgeInSeconds: 59 }, "'59' at 'maximumEventAgeInSeconds'", 'greater than or equal to 60'],
    [
      { MaximumEventAgeInSeconds: 21_601 },
      "'21601' at 'maximumEventAgeInSeconds'",
      'less than or equal to 21600',
    ],
    [
      { DestinationConfig: { OnFailure: { Destination: 'nowhere' } } },
      "'nowhere' at 'destinationConfig.onFailure.destination'",
      'satisfy regular expression pattern: $|kafka://',
    ],
  ])('is refused as %j', async (settings, where, rule) => {
    const { name: error, status, message } = await refusalOf(put(settings));
    expect([error, status]).toEqual(['ValidationException', 400]);
    expect(message).toContain(`1 validation error detected: Value ${where} failed to satisfy constraint: `);
    expect(message).toContain(rule);
  });

  test('needs something to be set', async () => {
    const nothing = invalid('You must specify at least one of error handling or destination setting.');
    expect(await refusalOf(put({}))).toEqual(nothing);
    expect(await refusalOf(update({}))).toEqual(nothing);
  });
});

describe('a destination', () => {
  const to = (OnSuccess: string | undefined, OnFailure?: string) =>
    put({
      DestinationConfig: { OnSuccess: { Destination: OnSuccess }, OnFailure: { Destination: OnFailure } },
    });

  test('may be a queue, a topic, an event bus, another function, and for failures a bucket', async () => {
    await createActive(aws, 'other');
    for (const arn of [
      queue,
      'arn:aws:sns:eu-west-1:123456789012:topic',
      'arn:aws:events:eu-west-1:123456789012:event-bus/default',
      arnOf('other'),
      arnOf('other', 'live'),
    ])
      expect((await to(arn, arn)).DestinationConfig?.OnSuccess?.Destination).toBe(arn);
    expect((await to(undefined, 'arn:aws:s3:::bucket')).DestinationConfig?.OnFailure?.Destination).toBe(
      'arn:aws:s3:::bucket',
    );
  });

  test('may not be the function itself, one that is not there, or another kind of thing', async () => {
    expect(await refusalOf(to(arnOf(name)))).toEqual(
      invalid("You can't specify the function as a destination for itself."),
    );
    expect(await refusalOf(to(arnOf('nobody')))).toEqual(
      invalid(`The destination ARN ${arnOf('nobody')} is invalid.`),
    );
    expect(await refusalOf(to('arn:aws:s3:::bucket', queue))).toEqual(
      invalid(
        `The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::bucket), onFailure=OnFailure(destination=${queue})) is invalid.`,
      ),
    );
  });
});
