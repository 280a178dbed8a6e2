import {
  CreateCapacityProviderCommand,
  CreateCodeSigningConfigCommand,
  CreateEventSourceMappingCommand,
  CreateFunctionCommand,
  ListTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, creation, role } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, 'orders', { Tags: { a: '1' } });
});
afterEach(() => aws.close());

const tag = (Resource: string, Tags: { [key: string]: string }) =>
  aws.lambda.send(new TagResourceCommand({ Resource, Tags }));
const untag = (Resource: string, ...TagKeys: string[]) =>
  aws.lambda.send(new UntagResourceCommand({ Resource, TagKeys }));
const tagsOf = async (Resource: string) => (await aws.lambda.send(new ListTagsCommand({ Resource }))).Tags;
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, 'x']));

const invalid = (message: string) => ({ name: 'InvalidParameterValueException', status: 400, message });

test('functions, event sources, code signing configurations and capacity providers have tags', async () => {
  const signing = await aws.lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers: {
        SigningProfileVersionArns: [`arn:aws:signer:${region}:${account}:/signing-profiles/a/b`],
      },
      Tags: { a: '1' },
    }),
  );
  const source = await aws.lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: 'orders',
      EventSourceArn: `arn:aws:sqs:${region}:${account}:orders`,
      Tags: { a: '1' },
    }),
  );
  const provider = await aws.lambda.send(
    new CreateCapacityProviderCommand({
      CapacityProviderName: 'fleet',
      VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
      PermissionsConfig: { CapacityProviderOperatorRoleArn: role },
      Tags: { a: '1' },
    }),
  );
  const arns = [
    arnOf('orders'),
    signing.CodeSigningConfig?.CodeSigningConfigArn ?? '',
    source.EventSourceMappingArn ?? '',
    provider.CapacityProvider?.CapacityProviderArn ?? '',
  ];
  for (const arn of arns) {
    expect(await tagsOf(arn)).toEqual({ a: '1' });
    expect((await tag(arn, { b: '2', c: '3' })).$metadata.httpStatusCode).toBe(204);
    expect((await untag(arn, 'a', 'c')).$metadata.httpStatusCode).toBe(204);
    expect(await tagsOf(arn)).toEqual({ b: '2' });
  }
});

test('versions, aliases and layers have none', async () => {
  for (const qualifier of ['1', 'live', '$LATEST'])
    expect(await refusalOf(tag(arnOf('orders', qualifier), { a: '1' }))).toEqual(
      invalid('Tags on function aliases and versions are not supported. Please specify a function ARN.'),
    );
  const layer = `arn:aws:lambda:${region}:${account}:layer:tools`;
  expect(await refusalOf(tag(layer, { a: '1' }))).toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(`Value '${layer}' at 'resource' failed to satisfy constraint`),
  });
});

test('what is not there has none', async () => {
  const missing = { name: 'ResourceNotFoundException', status: 404 };
  expect(await refusalOf(tagsOf(arnOf('gone')))).toEqual({
    ...missing,
    message: `Function not found: ${arnOf('gone')}`,
  });
  const prefix = `arn:aws:lambda:${region}:${account}`;
  for (const rest of [
    'code-signing-config:csc-00000000000000000',
    'event-source-mapping:00000000-0000-4000-8000-000000000000',
    'capacity-provider:gone',
  ])
    expect(await refusalOf(tagsOf(`${prefix}:${rest}`))).toMatchObject(missing);
});

test('there are at most fifty, of a form that the model allows', async () => {
  await tag(arnOf('orders'), many(49));
  expect(await refusalOf(tag(arnOf('orders'), { more: 'x' }))).toEqual(
    invalid('Number of tags exceeds resource tag limit.'),
  );
  expect(Object.keys((await tagsOf(arnOf('orders'))) ?? {})).toHaveLength(50);
  expect((await refusalOf(tag(arnOf('orders'), { ['x'.repeat(129)]: '' }))).name).toBe('ValidationException');
  expect((await refusalOf(tag(arnOf('orders'), { a: '<>' }))).name).toBe('ValidationException');
  const another = creation('another', { Tags: many(51) });
  expect((await refusalOf(aws.lambda.send(new CreateFunctionCommand(another)))).message).toBe(
    'Number of tags exceeds resource tag limit.',
  );
  expect(await refusalOf(untag(arnOf('orders')))).toEqual({
    name: 'ValidationException',
    status: 400,
    message:
      "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member must not be null",
  });
});

test('a function that is being updated keeps its tags', async () => {
  await aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'orders', Timeout: 5 }));
  expect(await refusalOf(tag(arnOf('orders'), { b: '2' }))).toEqual({
    name: 'ResourceConflictException',
    status: 409,
    message: `The operation cannot be performed at this time. An update is in progress for resource: ${arnOf('orders')}`,
  });
});
