import {
  CreateAliasCommand,
  CreateCapacityProviderCommand,
  DeleteCapacityProviderCommand,
  GetAccountSettingsCommand,
  GetCapacityProviderCommand,
  GetFunctionRecursionConfigCommand,
  GetFunctionScalingConfigCommand,
  GetRuntimeManagementConfigCommand,
  ListCapacityProvidersCommand,
  ListDurableExecutionsByFunctionCommand,
  ListFunctionVersionsByCapacityProviderCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionRecursionConfigCommand,
  PutFunctionScalingConfigCommand,
  PutRuntimeManagementConfigCommand,
  UpdateCapacityProviderCommand,
} from '@aws-sdk/client-lambda';
import { createClock } from '../../src/disk/clock';
import { createWorld } from '../../src/local/create';
import { dumpParts } from '../../src/local/kept';
import { dumpFunctions } from '../../src/local/lambda/memory';
import { arnOf, createActive, reconfigure, role } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, 'orders');
});
afterEach(() => aws.close());

const named = { FunctionName: 'orders' };
const publish = () => aws.lambda.send(new PublishVersionCommand(named));

test('every version takes storage again, and layers take theirs', async () => {
  const settings = () => aws.lambda.send(new GetAccountSettingsCommand({}));
  const size = codeOf('one').length;
  expect(await settings()).toMatchObject({
    AccountLimit: {
      TotalCodeSize: 322_122_547_200,
      CodeSizeUnzipped: 262_144_000,
      CodeSizeZipped: 52_428_800,
      ConcurrentExecutions: 1000,
      UnreservedConcurrentExecutions: 1000,
    },
    AccountUsage: { TotalCodeSize: size, FunctionCount: 1 },
  });
  await publish();
  await reconfigure(aws, 'orders', { Timeout: 9 });
  await aws.lambda.send(
    new PublishLayerVersionCommand({ LayerName: 'tools', Content: { ZipFile: codeOf('one') } }),
  );
  await aws.lambda.send(new PutFunctionConcurrencyCommand({ ...named, ReservedConcurrentExecutions: 40 }));
  expect(await settings()).toMatchObject({
    AccountLimit: { UnreservedConcurrentExecutions: 960 },
    AccountUsage: { TotalCodeSize: 4 * size, FunctionCount: 1 },
  });
});

test('recursive loops are to be ended unless they are allowed', async () => {
  const get = (FunctionName: string) =>
    aws.lambda.send(new GetFunctionRecursionConfigCommand({ FunctionName }));
  const put = (RecursiveLoop: string) =>
    aws.lambda.send(
      new PutFunctionRecursionConfigCommand({ ...named, RecursiveLoop: RecursiveLoop as 'Allow' }),
    );
  expect((await get('orders')).RecursiveLoop).toBe('Terminate');
  expect((await put('Allow')).RecursiveLoop).toBe('Allow');
  expect((await get(arnOf('orders'))).RecursiveLoop).toBe('Allow');
  expect(await refusalOf(put('Sometimes'))).toEqual({
    name: 'ValidationException',
    status: 400,
    message:
      "1 validation error detected: Value 'Sometimes' at 'recursiveLoop' failed to satisfy constraint: Member must satisfy enum value set: [Allow, Terminate]",
  });
  expect((await refusalOf(get('orders:live'))).name).toBe('ValidationException');
  expect(await refusalOf(get('gone'))).toMatchObject({
    status: 404,
    message: `Function not found: ${arnOf('gone')}`,
  });
});

test('the runtime of $LATEST and of each version is managed apart, and that of an alias is not', async () => {
  await publish();
  await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
  const get = (Qualifier?: string) =>
    aws.lambda.send(new GetRuntimeManagementConfigCommand({ ...named, Qualifier }));
  const put = (input: object) =>
    aws.lambda.send(new PutRuntimeManagementConfigCommand({ ...named, UpdateRuntimeOn: 'Auto', ...input }));
  const RuntimeVersionArn = `arn:aws:lambda:${region}::runtime:0123456789abcdef`;
  await put({ Qualifier: '1', UpdateRuntimeOn: 'Manual', RuntimeVersionArn });
  expect(await get('1')).toMatchObject({
    UpdateRuntimeOn: 'Manual',
    RuntimeVersionArn,
    FunctionArn: arnOf('orders', '1'),
  });
  expect(await get()).toMatchObject({ UpdateRuntimeOn: 'Auto', FunctionArn: arnOf('orders') });
  const invalid = { name: 'InvalidParameterValueException', status: 400 };
  expect(await refusalOf(put({ Qualifier: 'live' }))).toMatchObject(invalid);
  expect(await refusalOf(put({ UpdateRuntimeOn: 'Manual' }))).toMatchObject(invalid);
  expect(await refusalOf(put({ RuntimeVersionArn }))).toMatchObject(invalid);
  expect(await refusalOf(put({ UpdateRuntimeOn: 'Never' }))).toMatchObject({ name: 'ValidationException' });
  expect(await refusalOf(get('7'))).toMatchObject({ name: 'ResourceNotFoundException' });
});

test('a scaling configuration is kept for a published version', async () => {
  await publish();
  const put = (Qualifier: string, MinExecutionEnvironments: number) =>
    aws.lambda.send(
      new PutFunctionScalingConfigCommand({
        ...named,
        Qualifier,
        FunctionScalingConfig: { MinExecutionEnvironments, MaxExecutionEnvironments: 5 },
      }),
    );
  const stored = await put('1', 2);
  expect([stored.$metadata.httpStatusCode, stored.FunctionState]).toEqual([202, 'Active']);
  const scaling = { MinExecutionEnvironments: 2, MaxExecutionEnvironments: 5 };
  expect(
    await aws.lambda.send(new GetFunctionScalingConfigCommand({ ...named, Qualifier: '1' })),
  ).toMatchObject({
    FunctionArn: arnOf('orders', '1'),
    AppliedFunctionScalingConfig: scaling,
    RequestedFunctionScalingConfig: scaling,
  });
  expect((await refusalOf(put('live', 1))).name).toBe('ValidationException');
  expect((await refusalOf(put('1', 6))).name).toBe('InvalidParameterValueException');
  expect((await refusalOf(put('1', 15_001))).message).toContain(
    "Value '15001' at 'functionScalingConfig.minExecutionEnvironments' failed to satisfy constraint: Member must have value less than or equal to 15000",
  );
  expect((await refusalOf(put('7', 1))).name).toBe('ResourceNotFoundException');
});

test('capacity providers are kept, listed and shown with the versions that are to run on them', async () => {
  const input = {
    CapacityProviderName: 'fleet',
    VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
    PermissionsConfig: { CapacityProviderOperatorRoleArn: role },
  };
  const { CapacityProviderName } = input;
  const created = await aws.lambda.send(new CreateCapacityProviderCommand(input));
  const CapacityProviderArn = `arn:aws:lambda:${region}:${account}:capacity-provider:fleet`;
  expect(created).toMatchObject({
    $metadata: { httpStatusCode: 202 },
    CapacityProvider: { CapacityProviderArn, State: 'Active', VpcConfig: input.VpcConfig },
  });
  expect(await refusalOf(aws.lambda.send(new CreateCapacityProviderCommand(input)))).toMatchObject({
    name: 'ResourceConflictException',
    status: 409,
  });
  const CapacityProviderScalingConfig = { MaxVCpuCount: 8 };
  await aws.lambda.send(
    new UpdateCapacityProviderCommand({ CapacityProviderName, CapacityProviderScalingConfig }),
  );
  const get = (name: string) =>
    aws.lambda.send(new GetCapacityProviderCommand({ CapacityProviderName: name }));
  expect((await get(CapacityProviderArn)).CapacityProvider).toMatchObject({ CapacityProviderScalingConfig });
  const list = async (State?: 'Active' | 'Failed') =>
    (await aws.lambda.send(new ListCapacityProvidersCommand({ State }))).CapacityProviders?.length;
  expect([await list(), await list('Active'), await list('Failed')]).toEqual([1, 1, 0]);
  await createActive(aws, 'managed', {
    CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn } },
  });
  const versions = await aws.lambda.send(
    new ListFunctionVersionsByCapacityProviderCommand({ CapacityProviderName }),
  );
  expect(versions).toMatchObject({
    CapacityProviderArn,
    FunctionVersions: [{ FunctionArn: arnOf('managed', '$LATEST'), State: 'Active' }],
  });
  const remove = () => aws.lambda.send(new DeleteCapacityProviderCommand({ CapacityProviderName }));
  expect(await refusalOf(remove())).toMatchObject({ name: 'ResourceConflictException', status: 409 });
  aws.world.functions.entries.delete('managed');
  expect((await remove()).CapacityProvider?.State).toBe('Deleting');
  expect(await refusalOf(get('fleet'))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 });
});

test('there are no durable executions', async () => {
  const list = (FunctionName: string) =>
    aws.lambda.send(new ListDurableExecutionsByFunctionCommand({ FunctionName }));
  expect((await list('orders')).DurableExecutions).toEqual([]);
  expect((await refusalOf(list('gone'))).name).toBe('ResourceNotFoundException');
});

test('layers, their numbers and what was set on functions outlive the world', async () => {
  const layer = { LayerName: 'tools', Content: { ZipFile: codeOf('layer') } };
  const { LayerVersionArn = '' } = await aws.lambda.send(new PublishLayerVersionCommand(layer));
  await aws.lambda.send(new PutFunctionRecursionConfigCommand({ ...named, RecursiveLoop: 'Allow' }));
  const { world, folder, clock } = aws;
  const saved = JSON.parse(
    JSON.stringify({
      functions: dumpFunctions(world.functions),
      alarms: { metric: [], composite: [], history: [] },
      metrics: { series: [] },
      kept: dumpParts(world.kept),
    }),
  );
  const again = createWorld({
    ...{ folder, account, region, clock, saved },
    seed: 8,
    real: createClock(),
    env: process.env,
  });
  expect(again.layers.find(LayerVersionArn)).toEqual(world.layers.find(LayerVersionArn));
  expect(again.layers.nextVersion('tools')).toBe(2);
  expect(again.functions.entries.get('orders')?.recursiveLoop).toBe('Allow');
  await again.close();
});
