/** What Lambda takes only while it makes a function, or never takes away again: refused, with what to do instead. */
import { CreateCapacityProviderCommand } from '@aws-sdk/client-lambda';
import { Alone } from './alone';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
});
afterEach(() => alone.close());

const nothing = { action: 'none', changes: [] };
const refused = { outcome: 'refused', exitCode: 2 };
const durable = (time: string) => `durable: { executionTimeout: ${time}, retentionPeriodInDays: 7 }`;

test('durable executions begin with the function; their times may change, and they never end', async () => {
  alone.write();
  await alone.deploy();
  alone.write(durable('1h'));
  const late = await alone.deploy();
  expect(late).toMatchObject(refused);
  expect(late.problems.join()).toMatch(/durable.*only when it makes a function.*another `name`/);

  alone.write('name: orders-flow', durable('1h'));
  expect((await alone.deploy()).exitCode).toBe(0);
  alone.write('name: orders-flow', durable('2h'));
  expect((await alone.planned()).changes).toEqual(['~ durable.executionTimeoutS 3600 -> 7200']);
  expect((await alone.deploy()).exitCode).toBe(0);
  expect(await alone.planned()).toMatchObject(nothing);
  alone.write('name: orders-flow');
  expect(await alone.planned()).toMatchObject(nothing);
  alone.write('name: orders-flow', 'durable: null');
  const ended = await alone.deploy();
  expect(ended).toMatchObject(refused);
  expect(ended.problems.join()).toMatch(/never takes this away/);
});

test('tenants are kept apart from the beginning, or not at all', async () => {
  alone.write();
  await alone.deploy();
  alone.write('tenancy: PER_TENANT');
  const late = await alone.deploy();
  expect(late).toMatchObject(refused);
  expect(late.problems.join()).toMatch(/tenancy.*only when it makes a function.*another `name`/);
  alone.write('name: orders-rooms', 'tenancy: PER_TENANT');
  expect((await alone.deploy()).exitCode).toBe(0);
  expect(await alone.planned()).toMatchObject(nothing);
  expect((await alone.live('orders-rooms')).tenancy).toBe('PER_TENANT');
  alone.write('name: orders-rooms');
  expect(await alone.planned()).toMatchObject(nothing);
});

describe('a capacity provider', () => {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:fleet';
  const on = (concurrency: number) =>
    `capacityProvider: { arn: '${arn}', perExecutionEnvironmentMaxConcurrency: ${concurrency} }`;
  const size = 'memorySize: 2048';

  beforeEach(() =>
    alone.stage.aws.lambda.send(
      new CreateCapacityProviderCommand({
        CapacityProviderName: 'fleet',
        VpcConfig: { SubnetIds: ['subnet-0a1'], SecurityGroupIds: ['sg-0a1'] },
        PermissionsConfig: { CapacityProviderOperatorRoleArn: 'arn:aws:iam::123456789012:role/orders' },
      }),
    ),
  );

  test('runs a function from its first version on; how it does may change, and it is never taken away', async () => {
    alone.write(size, on(10));
    expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
    expect((await alone.live()).capacityProvider).toMatchObject({ arn, maxConcurrency: 10 });
    alone.write(size, on(20));
    expect((await alone.planned()).changes).toEqual(['~ capacityProvider.maxConcurrency 10 -> 20']);
    expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
    expect(await alone.planned()).toMatchObject(nothing);
    alone.write(size);
    expect(await alone.planned()).toMatchObject(nothing);
    alone.write(size, 'capacityProvider: null');
    const ended = await alone.deploy();
    expect(ended).toMatchObject(refused);
    expect(ended.problems.join()).toMatch(/capacityProvider.*never takes this away.*another `name`/);
  });

  test('takes over a function that had none', async () => {
    alone.write(size);
    await alone.deploy();
    alone.write(size, on(10));
    const plan = await alone.planned();
    expect(plan.changes).toEqual([`+ capacityProvider.arn ${arn}`, '+ capacityProvider.maxConcurrency 10']);
    expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
    expect(await alone.planned()).toMatchObject(nothing);
  });
});
