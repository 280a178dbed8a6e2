/** What hangs on a function, on a version and on an alias, and what is refused there. */
import { CreateAliasCommand, PublishVersionCommand } from '@aws-sdk/client-lambda';
import { ask, eventConfigOf, functions, provisionedOf, reservedOf, tagsOf } from './facts-answer';
import { arnOf, createActive } from './lambda-steps';
import { account, type LocalAws, openLocalAws, region } from './world';

const name = 'orders';
let aws: LocalAws;
let signing: string;
beforeAll(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  const alias = { FunctionName: name, FunctionVersion: '1' };
  for (const Name of ['live', 'next']) await aws.lambda.send(new CreateAliasCommand({ ...alias, Name }));
  const profile = `arn:aws:signer:${region}:${account}:/signing-profiles/mine/1234567890`;
  const body = { AllowedPublishers: { SigningProfileVersionArns: [profile] } };
  const made = (await ask(aws, 'POST /2020-04-22/code-signing-configs', { body })).body as {
    CodeSigningConfig: { CodeSigningConfigArn: string };
  };
  signing = made.CodeSigningConfig.CodeSigningConfigArn;
});
afterAll(() => aws.close());

type Place = 'function' | '$LATEST' | 'version' | 'alias';
const qualifiers = { function: null, $LATEST: '$LATEST', version: '1', alias: 'live' } as const;

interface Call {
  readonly address: string;
  readonly body: object;
}

type Attach = (qualifier: string | null) => Call;

/** `?Qualifier=`, or nothing. */
const at = (qualifier: string | null): string =>
  qualifier === null ? '' : `?Qualifier=${encodeURIComponent(qualifier)}`;
const full = (qualifier: string | null): string =>
  encodeURIComponent(qualifier === null ? arnOf(name) : arnOf(name, qualifier));

const permission: Attach = (qualifier) => ({
  address: `POST ${functions}/${name}/policy${at(qualifier)}`,
  body: { StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' },
});
const url: Attach = (qualifier) => ({
  address: `POST /2021-10-31/functions/${name}/url${at(qualifier)}`,
  body: { AuthType: 'NONE' },
});
const eventConfig: Attach = (qualifier) => ({
  address: `PUT ${eventConfigOf(name)}${at(qualifier)}`,
  body: { MaximumRetryAttempts: 1 },
});
/** The version has none when the alias is asked, for both cannot have it. */
const provisioned: Attach = (qualifier) => ({
  address: `PUT ${provisionedOf(name, qualifier ?? '')}`,
  body: { ProvisionedConcurrentExecutions: 1 },
});
const source: Attach = (qualifier) => ({
  address: 'POST /2015-03-31/event-source-mappings',
  body: {
    FunctionName: decodeURIComponent(full(qualifier)),
    EventSourceArn: `arn:aws:sqs:${region}:${account}:orders`,
  },
});
const runtime: Attach = (qualifier) => ({
  address: `PUT /2021-07-20/functions/${name}/runtime-management-config${at(qualifier)}`,
  body: { UpdateRuntimeOn: 'FunctionUpdate' },
});
const reserved: Attach = (qualifier) => ({
  address: `PUT ${reservedOf(full(qualifier))}`,
  body: { ReservedConcurrentExecutions: 5 },
});
const recursion: Attach = (qualifier) => ({
  address: `PUT /2024-08-31/functions/${full(qualifier)}/recursion-config`,
  body: { RecursiveLoop: 'Allow' },
});
const codeSigning: Attach = (qualifier) => ({
  address: `PUT /2020-06-30/functions/${full(qualifier)}/code-signing-config`,
  body: { CodeSigningConfigArn: signing },
});
const tags: Attach = (qualifier) => ({
  address: `POST ${tagsOf(decodeURIComponent(full(qualifier)))}`,
  body: { Tags: { a: 'b' } },
});

const rows: readonly (readonly [
  what: string,
  attach: Attach,
  on: readonly Place[],
  not: readonly Place[],
])[] = [
  ['a permission', permission, ['function', 'version', 'alias'], ['$LATEST']],
  ['an address', url, ['function', 'alias'], ['version', '$LATEST']],
  ['a configuration of events', eventConfig, ['function', '$LATEST', 'version', 'alias'], []],
  ['an event source', source, ['function', 'version', 'alias'], []],
  ['a management of the runtime', runtime, ['function', '$LATEST', 'version'], ['alias']],
  ['reserved concurrency', reserved, ['function'], ['$LATEST', 'version', 'alias']],
  ['a treatment of loops', recursion, ['function'], ['version', 'alias']],
  ['a signing of code', codeSigning, ['function'], ['version', 'alias']],
  ['tags', tags, ['function'], ['version', 'alias']],
];

test.each(rows)('%s hangs where AWS lets it, and is refused elsewhere', async (_what, attach, on, not) => {
  const statusAt = async (place: Place): Promise<number> => {
    const { address, body } = attach(qualifiers[place]);
    return (await ask(aws, address, { body })).status;
  };
  for (const place of on) expect([place, Math.floor((await statusAt(place)) / 100)]).toEqual([place, 2]);
  for (const place of not) expect([place, await statusAt(place)]).toEqual([place, 400]);
});

test('provisioned concurrency is for an alias or a version, one at a time', async () => {
  const statusAt = async (qualifier: string): Promise<number> => {
    const { address, body } = provisioned(qualifier);
    return (await ask(aws, address, { body })).status;
  };
  expect([
    await statusAt(''),
    (
      await ask(aws, `PUT /2019-09-30/functions/${name}/provisioned-concurrency`, {
        body: { ProvisionedConcurrentExecutions: 1 },
      })
    ).status,
  ]).toEqual([400, 400]);
  expect(await statusAt('$LATEST')).toBe(400);
  expect(await statusAt('1')).toBe(202);
  expect(await statusAt('next')).toBe(409);
  await ask(aws, `DELETE ${provisionedOf(name, '1')}`);
  expect(await statusAt('next')).toBe(202);
  expect(await statusAt('live')).toBe(202);
});

test('each qualifier has a policy of its own, under the revision id of what it is', async () => {
  const policyAt = async (qualifier: string | null) =>
    (await ask(aws, `GET ${functions}/${name}/policy${at(qualifier)}`)).body as {
      Policy: string;
      RevisionId: string;
    };
  const policies = await Promise.all([policyAt(null), policyAt('1'), policyAt('live')]);
  const resources = policies.map(({ Policy }) =>
    JSON.parse(Policy).Statement.map(({ Resource }: { Resource: string }) => Resource),
  );
  expect(resources).toEqual([[arnOf(name)], [arnOf(name, '1')], [arnOf(name, 'live')]]);
  expect(new Set(policies.map(({ RevisionId }) => RevisionId)).size).toBe(3);
});
