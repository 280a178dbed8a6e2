/** Recorded errors of aliases, in the bytes of both calls that can be refused so. */
import { CreateAliasCommand, PublishVersionCommand } from '@aws-sdk/client-lambda';
import { type Answer, ask, conflict, functions, invalid, malformed, missing, stale } from './facts-answer';
import { arnOf, createActive, reconfigure, release } from './lambda-steps';
import { account, type LocalAws, openLocalAws } from './world';

const one = `${functions}/orders`;
const live = `${one}/aliases/live`;
const weights = (FunctionVersion: string, AdditionalVersionWeights: object): object => ({
  FunctionVersion,
  RoutingConfig: { AdditionalVersionWeights },
});

/** 1 and 2 are alike, 3 has another role, and 4 has that role and a queue for dead letters. */
let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
  await createActive(aws, 'orders');
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
  await release(aws, 'orders', 'two');
  await reconfigure(aws, 'orders', { Role: `arn:aws:iam::${account}:role/other` });
  const TargetArn = `arn:aws:sqs:eu-west-1:${account}:dead`;
  await reconfigure(aws, 'orders', { DeadLetterConfig: { TargetArn } });
  const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: '1' };
  await aws.lambda.send(new CreateAliasCommand(alias));
});
afterAll(() => aws.close());

const rule =
  'Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]';
const badWeight = (shown: string): Partial<Answer> =>
  malformed(
    `Value '${shown}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: ${rule}`,
  );

const rows: readonly (readonly [what: string, body: object, answer: Partial<Answer>])[] = [
  [
    'two additional versions',
    weights('1', { 2: 0.1, 3: 0.1 }),
    invalid('Number of items in AdditionalVersionWeights cannot be greater than 1'),
  ],
  [
    'the same version twice',
    weights('1', { 1: 0.1 }),
    invalid('Invalid function version 1. Function version 1 is already included in routing configuration.'),
  ],
  [
    '$LATEST beside a version, without a Type',
    weights('$LATEST', { 1: 0.1 }),
    {
      ...{ status: 400, error: 'InvalidParameterValueException' },
      body: { message: '$LATEST is not supported for an alias pointing to more than 1 version' },
    },
  ],
  ['a weight above 1', weights('1', { 2: 2.0 }), badWeight('{2=2.0}')],
  ['a weight below 0', weights('1', { 2: -1.0 }), badWeight('{2=-1.0}')],
  ['a weight of $LATEST', weights('1', { $LATEST: 0.5 }), badWeight('{$LATEST=0.5}')],
  [
    'a version that is not there',
    { FunctionVersion: '10' },
    missing(`Function not found: ${arnOf('orders', '10')}`),
  ],
  [
    'an additional version that is not there',
    weights('1', { 10: 0.5 }),
    missing(`Function not found: ${arnOf('orders', '10')}`),
  ],
  [
    'versions with different roles',
    weights('1', { 3: 0.1 }),
    invalid('Specified versions must be associated with the same execution role'),
  ],
];

test.each(rows)('%s is refused', async (_what, body, answer) => {
  const created = await ask(aws, `POST ${one}/aliases`, { body: { Name: 'next', ...body } });
  const updated = await ask(aws, `PUT ${live}`, { body });
  for (const given of [created, updated]) expect(withoutNulls(given)).toEqual(answer);
});

/** Every member that there is: also one too many is a difference. */
const withoutNulls = (answer: Answer): object =>
  Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));

test('versions with different queues for dead letters are refused, whatever the words', async () => {
  expect(await ask(aws, `PUT ${live}`, { body: weights('3', { 4: 0.1 }) })).toMatchObject({
    status: 400,
    error: 'InvalidParameterValueException',
    body: { Type: 'User', message: expect.any(String) },
  });
});

test.each<readonly [string, string, object | undefined, Partial<Answer>]>([
  [
    'an alias that exists',
    `POST ${one}/aliases`,
    { Name: 'live', FunctionVersion: '1' },
    conflict(`Alias already exists: ${arnOf('orders', 'live')}`),
  ],
  [
    'a look',
    `GET ${one}/aliases/next`,
    undefined,
    missing(`Cannot find alias arn: ${arnOf('orders', 'next')}`),
  ],
  ['an update', `PUT ${one}/aliases/next`, {}, missing(`Alias not found: ${arnOf('orders', 'next')}`)],
  [
    'its function',
    `GET ${one}?Qualifier=next`,
    undefined,
    missing(`Function not found: ${arnOf('orders', 'next')}`),
  ],
  ['a call', `POST ${one}%3Anext/invocations`, {}, missing(`Function not found: ${arnOf('orders', 'next')}`)],
  [
    'a stale id',
    `PUT ${live}`,
    { RevisionId: 'b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11', FunctionVersion: '2' },
    stale('GetFunction/GetAlias'),
  ],
  [
    'a name of digits',
    `POST ${one}/aliases`,
    { Name: '2024', FunctionVersion: '1' },
    malformed(
      "Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
    ),
  ],
])('%s: %s', async (_what, address, body, answer) => {
  expect(withoutNulls(await ask(aws, address, body ? { body } : {}))).toEqual(answer);
});

test('the deletion of an alias that is not there is no error', async () => {
  expect(await ask(aws, `DELETE ${one}/aliases/next`)).toMatchObject({ status: 204, error: null, body: '' });
});

test('no answer has a RoutingConfig unless there is a weight, and an update changes what it names', async () => {
  const empty = { RoutingConfig: { AdditionalVersionWeights: {} } };
  const body = { Name: 'plain', FunctionVersion: '1', ...empty };
  const bare = { Name: 'plain', FunctionVersion: '1', Description: '', AliasArn: arnOf('orders', 'plain') };
  const shown = (more: object): object => ({ ...bare, RevisionId: expect.any(String), ...more });
  const plain = `${one}/aliases/plain`;
  expect((await ask(aws, `POST ${one}/aliases`, { body })).body).toEqual(shown({}));
  const split = { RoutingConfig: { AdditionalVersionWeights: { 2: 0.5 } } };
  expect((await ask(aws, `PUT ${plain}`, { body: split })).body).toEqual(shown(split));
  expect((await ask(aws, `PUT ${plain}`, { body: { Description: 'x' } })).body).toEqual(
    shown({ ...split, Description: 'x' }),
  );
  expect((await ask(aws, `PUT ${plain}`, { body: empty })).body).toEqual(shown({ Description: 'x' }));
  expect((await ask(aws, `GET ${plain}`)).body).toEqual(shown({ Description: 'x' }));
});
