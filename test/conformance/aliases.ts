/** Aliases, their weights and their refusals. */
import assert from 'node:assert/strict';
import {
  CreateAliasCommand,
  DeleteAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import type { Context, Expectation } from './context';

const invalid = 'InvalidParameterValueException';
const stale =
  'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id';

type Weights = { [version: string]: number };

const routing = (weights: Weights) => ({ RoutingConfig: { AdditionalVersionWeights: weights } });

const create = (context: Context, FunctionName: string, rest: object = {}) =>
  context.lambda.send(new CreateAliasCommand({ FunctionName, Name: 'live', FunctionVersion: '1', ...rest }));

const update = (context: Context, FunctionName: string, rest: object) =>
  context.lambda.send(new UpdateAliasCommand({ FunctionName, Name: 'live', ...rest }));

const outOfRange = (weights: string): string =>
  `1 validation error detected: Value '${weights}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]`;

export const aliases: readonly Expectation[] = [
  {
    fact: '2.2',
    title: 'two additional versions, the same version twice, and $LATEST with weights are refused',
    async run(context) {
      const name = await context.published(3);
      await context.refuses(
        create(context, name, routing({ 2: 0.1, 3: 0.1 })),
        invalid,
        400,
        'Number of items in AdditionalVersionWeights cannot be greater than 1',
      );
      await context.refuses(
        create(context, name, routing({ 1: 0.1 })),
        invalid,
        400,
        'Invalid function version 1. Function version 1 is already included in routing configuration.',
      );
      await context.refuses(
        create(context, name, { FunctionVersion: '$LATEST', ...routing({ 1: 0.1 }) }),
        invalid,
        400,
        '$LATEST is not supported for an alias pointing to more than 1 version',
      );
    },
  },
  {
    fact: '2.2',
    title: 'a weight out of range is a ValidationException',
    async run(context) {
      const name = await context.published(2);
      const refused = (weights: Weights, message: string) =>
        context.refuses(create(context, name, routing(weights)), 'ValidationException', 400, message);
      await refused({ 2: 2 }, outOfRange('{2=2.0}'));
      await refused({ 2: -1 }, outOfRange('{2=-1.0}'));
    },
  },
  {
    fact: '2.2',
    title: 'an absent version, a second alias of the name, and absent aliases',
    async run(context) {
      const name = await context.published(1);
      const absent = 'ResourceNotFoundException';
      const at = (qualifier: string) => context.arn(name, qualifier);
      await context.refuses(
        create(context, name, { FunctionVersion: '10' }),
        absent,
        404,
        `Function not found: ${at('10')}`,
      );
      await create(context, name);
      await context.refuses(
        create(context, name),
        'ResourceConflictException',
        409,
        `Alias already exists: ${at('live')}`,
      );
      const named = { FunctionName: name, Name: 'nobody' };
      const { lambda } = context;
      await context.refuses(
        lambda.send(new GetAliasCommand(named)),
        absent,
        404,
        `Cannot find alias arn: ${at('nobody')}`,
      );
      await context.refuses(
        lambda.send(new UpdateAliasCommand(named)),
        absent,
        404,
        `Alias not found: ${at('nobody')}`,
      );
      await context.refuses(
        lambda.send(new GetFunctionCommand({ FunctionName: name, Qualifier: 'nobody' })),
        absent,
        404,
        `Function not found: ${at('nobody')}`,
      );
      assert.equal((await lambda.send(new DeleteAliasCommand(named))).$metadata.httpStatusCode, 204);
    },
  },
  {
    fact: '2.2',
    title: 'every update changes the revision id, and a stale one is refused with 412',
    async run(context) {
      const name = await context.published(1);
      const first = await create(context, name);
      const second = await update(context, name, {});
      assert.notEqual(first.RevisionId, second.RevisionId);
      await context.refuses(
        update(context, name, { RevisionId: first.RevisionId }),
        'PreconditionFailedException',
        412,
        stale,
      );
    },
  },
  {
    fact: '2.2',
    title: 'an empty map clears the weights, and the member is absent then',
    async run(context) {
      const name = await context.published(2);
      const split = await create(context, name, routing({ 2: 0.1 }));
      assert.deepEqual(split.RoutingConfig, { AdditionalVersionWeights: { 2: 0.1 } });
      const whole = await update(context, name, { FunctionVersion: '2', ...routing({}) });
      assert.deepEqual([whole.FunctionVersion, whole.RoutingConfig], ['2', undefined]);
    },
  },
  {
    fact: '2.2',
    title: 'a name of digits is a ValidationException',
    async run(context) {
      const name = await context.published(1);
      await context.refuses(create(context, name, { Name: '2024' }), 'ValidationException', 400);
    },
  },
  {
    fact: '1.4',
    title: 'a version that an alias points to cannot be deleted',
    async run(context) {
      const name = await context.published(1);
      await create(context, name);
      await context.refuses(
        context.lambda.send(new DeleteFunctionCommand({ FunctionName: name, Qualifier: '1' })),
        'ResourceConflictException',
        409,
        'Unable to delete version because the following aliases reference it: [live]',
      );
    },
  },
  {
    fact: '2.1',
    title: 'requests through a weighted alias run both versions, and each says which',
    async run(context) {
      const name = await context.published(2);
      await create(context, name, routing({ 2: 0.5 }));
      const seen = new Set<string | undefined>();
      for (let request = 0; request < 60 && seen.size < 2; request += 1) {
        const answer = await context.lambda.send(
          new InvokeCommand({ FunctionName: name, Qualifier: 'live' }),
        );
        assert.equal(Buffer.from(answer.Payload ?? []).toString(), `"version ${answer.ExecutedVersion}"`);
        seen.add(answer.ExecutedVersion);
      }
      assert.deepEqual(seen, new Set(['1', '2']));
    },
  },
];
