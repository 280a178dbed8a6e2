/** Functions and their versions. */
import assert from 'node:assert/strict';
import {
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { codeOf } from '../local/zip';
import type { Context, Expectation } from './context';

const stale =
  'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id';

const describe = (context: Context, name: string, Description: string) =>
  context.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Description }));

const publish = (context: Context, name: string, rest: object = {}) =>
  context.lambda.send(new PublishVersionCommand({ FunctionName: name, ...rest }));

const look = async (context: Context, FunctionName: string, Qualifier?: string) =>
  (await context.lambda.send(new GetFunctionCommand({ FunctionName, Qualifier }))).Configuration ?? {};

export const functions: readonly Expectation[] = [
  {
    fact: '1.3',
    title: 'a new function is Pending, with a reason, and without a last update',
    async run(context) {
      const made = await context.create(context.name());
      assert.equal(made.$metadata.httpStatusCode, 201);
      assert.deepEqual(
        [made.State, made.StateReason, made.StateReasonCode, made.LastUpdateStatus],
        ['Pending', 'The function is being created.', 'Creating', undefined],
      );
    },
  },
  {
    fact: '1.3',
    title: 'an update is InProgress while the function stays Active',
    async run(context) {
      const name = await context.active();
      const updated = await describe(context, name, 'changed');
      assert.deepEqual(
        [
          updated.State,
          updated.LastUpdateStatus,
          updated.LastUpdateStatusReason,
          updated.LastUpdateStatusReasonCode,
        ],
        ['Active', 'InProgress', 'The function is being created.', 'Creating'],
      );
    },
  },
  {
    fact: '1.3',
    title: 'while an update is in progress another one is refused with 409',
    async run(context) {
      const name = await context.active();
      await describe(context, name, 'changed');
      const message = `The operation cannot be performed at this time. An update is in progress for resource: ${context.arn(name)}`;
      await context.refuses(describe(context, name, 'again'), 'ResourceConflictException', 409, message);
      await context.refuses(publish(context, name), 'ResourceConflictException', 409, message);
    },
  },
  {
    fact: '1.4',
    title: 'creating has two revision ids, and each update two more',
    async run(context) {
      const name = context.name();
      const ids = [(await context.create(name)).RevisionId];
      ids.push((await context.settled(name)).Configuration?.RevisionId);
      ids.push((await describe(context, name, '')).RevisionId);
      ids.push((await context.settled(name)).Configuration?.RevisionId);
      assert.equal(new Set(ids).size, 4);
    },
  },
  {
    fact: '1.4',
    title: 'a published version has its own revision id, and $LATEST a new one',
    async run(context) {
      const name = await context.active();
      const before = await look(context, name);
      const version = await publish(context, name);
      const after = await look(context, name);
      assert.equal(new Set([before.RevisionId, version.RevisionId, after.RevisionId]).size, 3);
      assert.deepEqual([version.State, version.LastUpdateStatus], ['Active', 'Successful']);
    },
  },
  {
    fact: '1.4',
    title: 'publishing with nothing changed answers 201 with the same version, and ignores a description',
    async run(context) {
      const name = await context.active();
      const first = await publish(context, name, { Description: 'first' });
      const second = await publish(context, name, { Description: 'second' });
      assert.equal(second.$metadata.httpStatusCode, 201);
      assert.deepEqual([second.Version, second.Description], [first.Version, 'first']);
    },
  },
  {
    fact: '1.4',
    title: 'a description of $LATEST alone is a change',
    async run(context) {
      const name = await context.active();
      assert.equal((await publish(context, name)).Version, '1');
      await describe(context, name, 'another');
      await context.settled(name);
      const version = await publish(context, name);
      assert.deepEqual([version.Version, version.Description], ['2', 'another']);
    },
  },
  {
    fact: '1.4',
    title: 'a function created with Publish has version 1 under its unqualified ARN',
    async run(context) {
      const name = context.name();
      const made = await context.create(name, { Publish: true });
      assert.deepEqual([made.Version, made.FunctionArn, made.State], ['1', context.arn(name), 'Pending']);
    },
  },
  {
    fact: '1.4',
    title: 'an update with Publish answers a Pending version of a qualified ARN',
    async run(context) {
      const name = await context.active();
      const updated = await context.lambda.send(
        new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: codeOf('two'), Publish: true }),
      );
      assert.deepEqual(
        [updated.FunctionArn, updated.Version, updated.State, updated.LastUpdateStatus],
        [context.arn(name, '1'), '1', 'Pending', undefined],
      );
      await context.settled(name, '1');
    },
  },
  {
    fact: '1.4',
    title: 'a wrong digest and a stale revision id are refused',
    async run(context) {
      const name = await context.active();
      const { CodeSha256 } = await look(context, name);
      await context.refuses(
        publish(context, name, { CodeSha256: 'x' }),
        'InvalidParameterValueException',
        400,
        `CodeSHA256 (x) is different from current CodeSHA256 in $LATEST (${CodeSha256}). Please try again with the CodeSHA256 in $LATEST.`,
      );
      const RevisionId = '00000000-0000-4000-8000-000000000000';
      await context.refuses(
        publish(context, name, { RevisionId }),
        'PreconditionFailedException',
        412,
        stale,
      );
    },
  },
  {
    fact: '1.4',
    title: 'versions are listed with $LATEST first and without states',
    async run(context) {
      const name = await context.published(2);
      const { Versions = [] } = await context.lambda.send(
        new ListVersionsByFunctionCommand({ FunctionName: name }),
      );
      assert.deepEqual(
        Versions.map(({ Version }) => Version),
        ['$LATEST', '1', '2'],
      );
      assert.equal(Versions[0]?.FunctionArn, context.arn(name, '$LATEST'));
      assert.ok(Versions.every(({ State, LastUpdateStatus }) => !State && !LastUpdateStatus));
    },
  },
  {
    fact: '1.4',
    title: 'deleting an absent version answers 204, $LATEST is refused, an absent function is 404',
    async run(context) {
      const name = await context.active();
      const remove = (FunctionName: string, Qualifier?: string) =>
        context.lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier }));
      assert.equal((await remove(name, '7')).$metadata.httpStatusCode, 204);
      await context.refuses(
        remove(name, '$LATEST'),
        'InvalidParameterValueException',
        400,
        '$LATEST version cannot be deleted without deleting the function.',
      );
      await context.refuses(remove(context.name()), 'ResourceNotFoundException', 404);
    },
  },
  {
    fact: '1.3',
    title: 'an invocation through a version says which one ran, and runs its code',
    async run(context) {
      const name = await context.published(2);
      const answer = await context.lambda.send(new InvokeCommand({ FunctionName: name, Qualifier: '1' }));
      assert.deepEqual([answer.StatusCode, answer.ExecutedVersion], [200, '1']);
      assert.equal(Buffer.from(answer.Payload ?? []).toString(), '"version 1"');
    },
  },
  {
    fact: '10.2',
    title: 'creating it again is 409, a body that is no zip is 400, an unknown runtime is 400',
    async run(context) {
      const name = await context.active();
      await context.refuses(
        context.create(name),
        'ResourceConflictException',
        409,
        `Function already exist: ${name}`,
      );
      await context.refuses(
        context.create(context.name(), { Code: { ZipFile: Buffer.from('no zip') } }),
        'InvalidParameterValueException',
        400,
        'Could not unzip uploaded file. Please check your file, then try to upload again.',
      );
      await context.refuses(
        context.create(context.name(), { Runtime: 'nonexistent' as 'nodejs22.x' }),
        'InvalidParameterValueException',
        400,
      );
    },
  },
  {
    fact: '10.2',
    title: 'environment variables of more than 4 KB are refused',
    async run(context) {
      const Environment = { Variables: { BIG: 'x'.repeat(5000) } };
      await context.refuses(
        context.create(context.name(), { Environment }),
        'InvalidParameterValueException',
        400,
        `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify(Environment.Variables)}`,
      );
    },
  },
];
