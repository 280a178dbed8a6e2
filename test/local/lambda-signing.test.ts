import {
  CreateCodeSigningConfigCommand,
  type CreateCodeSigningConfigCommandInput,
  CreateFunctionCommand,
  DeleteCodeSigningConfigCommand,
  DeleteFunctionCodeSigningConfigCommand,
  GetCodeSigningConfigCommand,
  GetFunctionCodeSigningConfigCommand,
  ListCodeSigningConfigsCommand,
  ListFunctionsByCodeSigningConfigCommand,
  PublishLayerVersionCommand,
  PutFunctionCodeSigningConfigCommand,
  UpdateCodeSigningConfigCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, creation } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const profile = `arn:aws:signer:${region}:${account}:/signing-profiles/ours/abcdefghij`;
const AllowedPublishers = { SigningProfileVersionArns: [profile] };
const absentArn = `arn:aws:lambda:${region}:${account}:code-signing-config:csc-00000000000000000`;
const named = { FunctionName: 'orders' };

async function create(changes: Partial<CreateCodeSigningConfigCommandInput> = {}): Promise<string> {
  const { CodeSigningConfig } = await aws.lambda.send(
    new CreateCodeSigningConfigCommand({ AllowedPublishers, ...changes }),
  );
  return CodeSigningConfig?.CodeSigningConfigArn ?? '';
}
const enforced = { CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' as const } };
const put = (CodeSigningConfigArn: string) =>
  aws.lambda.send(new PutFunctionCodeSigningConfigCommand({ ...named, CodeSigningConfigArn }));
const unsigned = (what: string) => ({
  name: 'CodeVerificationFailedException',
  status: 400,
  message: `Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for ${what}.`,
});

test('a code signing configuration is made, shown, changed and deleted', async () => {
  const arn = await create({ Description: 'ours' });
  expect(arn).toMatch(/:code-signing-config:csc-[a-z0-9]{17}$/);
  const get = () => aws.lambda.send(new GetCodeSigningConfigCommand({ CodeSigningConfigArn: arn }));
  expect((await get()).CodeSigningConfig).toEqual({
    CodeSigningConfigId: arn.split(':').at(-1),
    CodeSigningConfigArn: arn,
    Description: 'ours',
    AllowedPublishers,
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
    LastModified: '2026-11-20T12:00:00.000+0000',
  });
  await aws.clock.advance(1000);
  const changed = await aws.lambda.send(
    new UpdateCodeSigningConfigCommand({ CodeSigningConfigArn: arn, ...enforced }),
  );
  expect(changed.CodeSigningConfig).toMatchObject({
    ...enforced,
    Description: 'ours',
    LastModified: '2026-11-20T12:00:01.000+0000',
  });
  const remove = () => aws.lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn: arn }));
  expect((await remove()).$metadata.httpStatusCode).toBe(204);
  expect(await refusalOf(get())).toEqual({
    name: 'ResourceNotFoundException',
    status: 404,
    message: `The Lambda code signing configuration ${arn} can not be found.`,
  });
});

test('configurations are listed page by page', async () => {
  const arns = [await create(), await create()];
  const list = (input: object) => aws.lambda.send(new ListCodeSigningConfigsCommand(input));
  const first = await list({ MaxItems: 1 });
  const second = await list({ MaxItems: 1, Marker: first.NextMarker });
  const found = [first, second].flatMap(({ CodeSigningConfigs = [] }) => CodeSigningConfigs);
  expect(found.map(({ CodeSigningConfigArn }) => CodeSigningConfigArn)).toEqual(arns);
  expect(second.NextMarker).toBeUndefined();
});

test('a configuration needs one to twenty profiles and a policy that there is', async () => {
  const profiles = (count: number) => ({
    AllowedPublishers: { SigningProfileVersionArns: Array<string>(count).fill(profile) },
  });
  for (const count of [0, 21])
    expect(await refusalOf(create(profiles(count)))).toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("at 'allowedPublishers.signingProfileVersionArns' failed"),
    });
  const CodeSigningPolicies = { UntrustedArtifactOnDeployment: 'Never' as 'Warn' };
  expect((await refusalOf(create({ CodeSigningPolicies }))).message).toContain(
    "Value 'Never' at 'codeSigningPolicies.untrustedArtifactOnDeployment' failed to satisfy constraint: Member must satisfy enum value set: [Warn, Enforce]",
  );
});

test('a function has one configuration or none, and a configuration in use stays', async () => {
  await createActive(aws, 'orders');
  const get = () => aws.lambda.send(new GetFunctionCodeSigningConfigCommand(named));
  expect((await get()).CodeSigningConfigArn).toBeUndefined();
  const arn = await create();
  expect(await put(arn)).toMatchObject({ CodeSigningConfigArn: arn, FunctionName: 'orders' });
  expect(await get()).toMatchObject({ CodeSigningConfigArn: arn, FunctionName: 'orders' });
  const list = await aws.lambda.send(
    new ListFunctionsByCodeSigningConfigCommand({ CodeSigningConfigArn: arn }),
  );
  expect(list.FunctionArns).toEqual([arnOf('orders')]);
  const remove = () => aws.lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn: arn }));
  expect(await refusalOf(remove())).toMatchObject({ name: 'ResourceConflictException', status: 409 });
  const taken = await aws.lambda.send(new DeleteFunctionCodeSigningConfigCommand(named));
  expect(taken.$metadata.httpStatusCode).toBe(204);
  await remove();
  expect((await get()).CodeSigningConfigArn).toBeUndefined();
});

test('a configuration that is not there is told in two ways', async () => {
  await createActive(aws, 'orders');
  expect(await refusalOf(put(absentArn))).toEqual({
    name: 'CodeSigningConfigNotFoundException',
    status: 404,
    message: `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${absentArn}.`,
  });
  const input = { CodeSigningConfigArn: absentArn };
  const gone = { name: 'ResourceNotFoundException', status: 404 };
  expect(await refusalOf(aws.lambda.send(new ListFunctionsByCodeSigningConfigCommand(input)))).toMatchObject(
    gone,
  );
  expect(await refusalOf(aws.lambda.send(new UpdateCodeSigningConfigCommand(input)))).toMatchObject(gone);
  expect(await refusalOf(aws.lambda.send(new DeleteCodeSigningConfigCommand(input)))).toMatchObject(gone);
});

test('with Enforce no unsigned code and no unsigned layer is deployed; what is there goes on', async () => {
  await createActive(aws, 'orders');
  const layer = await aws.lambda.send(
    new PublishLayerVersionCommand({ LayerName: 'tools', Content: { ZipFile: codeOf('layer') } }),
  );
  await put(await create(enforced));
  const code = () => aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') }));
  expect(await refusalOf(code())).toEqual(unsigned(arnOf('orders')));
  const configure = (input: object) =>
    aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, ...input }));
  expect(await refusalOf(configure({ Layers: [layer.LayerVersionArn ?? ''] }))).toEqual(
    unsigned(arnOf('orders')),
  );
  expect(await configure({ Timeout: 5 })).toMatchObject({ Timeout: 5 });
  const CodeSigningConfigArn = await create(enforced);
  const another = creation('another', { CodeSigningConfigArn });
  expect(await refusalOf(aws.lambda.send(new CreateFunctionCommand(another)))).toEqual(unsigned('another'));
});

test('with Warn unsigned code passes', async () => {
  await createActive(aws, 'orders', { CodeSigningConfigArn: await create() });
  const updated = await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') }));
  expect(updated.LastUpdateStatus).toBe('InProgress');
});
