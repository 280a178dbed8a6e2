/** What hangs on functions: permissions, tags, concurrency, layers, URLs, settings of asynchronous invocations. */
import assert from 'node:assert/strict';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  DeleteProvisionedConcurrencyConfigCommand,
  GetFunctionEventInvokeConfigCommand,
  GetLayerVersionCommand,
  GetPolicyCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  PublishLayerVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  RemovePermissionCommand,
  TagResourceCommand,
} from '@aws-sdk/client-lambda';
import { codeOf } from '../local/zip';
import type { Context, Expectation } from './context';

const invalid = 'InvalidParameterValueException';
const absent = 'ResourceNotFoundException';

const allow = (context: Context, FunctionName: string, rest: object = {}) =>
  context.lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 's3',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      ...rest,
    }),
  );

export const attachments: readonly Expectation[] = [
  {
    fact: '5.2',
    title: 'each qualifier has a policy of its own, and a statement id is used once',
    async run(context) {
      const name = await context.published(1);
      await context.lambda.send(
        new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }),
      );
      await allow(context, name);
      await context.refuses(
        allow(context, name),
        'ResourceConflictException',
        409,
        'The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.',
      );
      await allow(context, name, { Qualifier: 'live' });
      const policy = async (Qualifier?: string) =>
        context.lambda.send(new GetPolicyCommand({ FunctionName: name, Qualifier }));
      assert.notEqual((await policy()).RevisionId, (await policy('live')).RevisionId);
      await context.refuses(policy('1'), absent, 404, 'The resource you requested does not exist.');
    },
  },
  {
    fact: '10.2',
    title: 'a principal that is none, and a policy for $LATEST, are refused',
    async run(context) {
      const name = await context.active();
      await context.refuses(
        allow(context, name, { Principal: 'invalid.nowhere' }),
        invalid,
        400,
        'The provided principal was invalid. Please check the principal and try again.',
      );
      await context.refuses(
        allow(context, name, { Qualifier: '$LATEST' }),
        invalid,
        400,
        'We currently do not support adding policies for $LATEST.',
      );
      await context.refuses(
        context.lambda.send(new RemovePermissionCommand({ FunctionName: name, StatementId: 'x' })),
        absent,
        404,
        'No policy is associated with the given resource.',
      );
    },
  },
  {
    fact: '5.2',
    title: 'aliases and versions have no tags',
    async run(context) {
      const name = await context.published(1);
      await context.refuses(
        context.lambda.send(new TagResourceCommand({ Resource: context.arn(name, '1'), Tags: { a: 'b' } })),
        invalid,
        400,
        'Tags on function aliases and versions are not supported. Please specify a function ARN.',
      );
    },
  },
  {
    fact: '5.1',
    title: 'a reserved concurrency of 0 stops every invocation',
    async run(context) {
      const name = await context.active();
      await context.lambda.send(
        new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 0 }),
      );
      const call = () => context.lambda.send(new InvokeCommand({ FunctionName: name }));
      await context.until(
        () =>
          call().then(
            () => null,
            (error: Error) => error,
          ),
        (error) => error !== null,
      );
      await context.refuses(call(), 'TooManyRequestsException', 429, 'Rate Exceeded.');
    },
  },
  {
    fact: '5.1',
    title:
      'provisioned concurrency is not for $LATEST; asking for one that is not there is 404, deleting it 204',
    async run(context) {
      const name = await context.published(1);
      await context.refuses(
        context.lambda.send(
          new PutProvisionedConcurrencyConfigCommand({
            FunctionName: name,
            Qualifier: '$LATEST',
            ProvisionedConcurrentExecutions: 1,
          }),
        ),
        invalid,
        400,
        'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
      );
      const one = { FunctionName: name, Qualifier: '1' };
      await context.refuses(
        context.lambda.send(new GetProvisionedConcurrencyConfigCommand(one)),
        'ProvisionedConcurrencyConfigNotFoundException',
        404,
        'No Provisioned Concurrency Config found for this function',
      );
      const removed = await context.lambda.send(new DeleteProvisionedConcurrencyConfigCommand(one));
      assert.equal(removed.$metadata.httpStatusCode, 204);
    },
  },
  {
    fact: '10.2',
    title: 'a second function URL is 409',
    async run(context) {
      const name = await context.active();
      const url = () =>
        context.lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName: name, AuthType: 'AWS_IAM' }));
      await url();
      await context.refuses(
        url(),
        'ResourceConflictException',
        409,
        `Failed to create function url config for [functionArn = ${context.arn(name)}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
      );
    },
  },
  {
    fact: '10.2',
    title: 'settings of asynchronous invocations that are not there are 404',
    async run(context) {
      const name = await context.active();
      await context.refuses(
        context.lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: name })),
        absent,
        404,
        `The function ${context.arn(name, '$LATEST')} doesn't have an EventInvokeConfig`,
      );
    },
  },
  {
    fact: '10.2',
    title: 'layer versions count up, and one that is not there is 404 alone and 400 in a function',
    async run(context) {
      const LayerName = context.name();
      const layer = () =>
        context.lambda.send(
          new PublishLayerVersionCommand({ LayerName, Content: { ZipFile: codeOf('layer') } }),
        );
      assert.deepEqual([(await layer()).Version, (await layer()).Version], [1, 2]);
      const { account, region } = context.place;
      const arn = `arn:aws:lambda:${region}:${account}:layer:${LayerName}:9`;
      await context.refuses(
        context.lambda.send(new GetLayerVersionCommand({ LayerName, VersionNumber: 9 })),
        absent,
        404,
      );
      await context.refuses(
        context.create(context.name(), { Layers: [arn] }),
        invalid,
        400,
        `Layer version ${arn} does not exist.`,
      );
    },
  },
];
