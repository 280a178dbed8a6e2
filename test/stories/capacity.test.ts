/** Provisioned concurrency of the version that is served: declared, changed, taken away, and what speaks against it. */
import {
  DeleteProvisionedConcurrencyConfigCommand,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { Alone } from './alone';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
});
afterEach(() => alone.close());

const declare = (value: number | 'null') => alone.write(`provisionedConcurrency: ${value}`);
const provisioned = () =>
  [...(alone.stage.world.functions.entries.get('orders-api')?.provisioned ?? [])].map(
    ([qualifier, { requested, status }]) => `${qualifier}: ${requested} ${status}`,
  );
const told = () =>
  alone.process.events.flatMap((event) => {
    if (event.type === 'alias.written') return ['alias'];
    return event.type === 'capacity.changed'
      ? [`${event.version}: ${event.amount} ${event.ready ? 'ready' : 'asked for'}`]
      : [];
  });
const asked = (call: string) => alone.stage.calls.filter((made) => made === call).length;
const look = 'GetProvisionedConcurrencyConfig';

test('a first version has its environments before anybody is sent to it', async () => {
  declare(2);
  expect((await alone.planned()).changes).toContain('+ provisionedConcurrency 2');
  alone.process.events.length = 0;
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted' });
  expect(told()).toEqual(['1: 2 asked for', '1: 2 ready', 'alias']);
  expect(provisioned()).toEqual(['1: 2 READY']);
});

test('a number that alone changes needs no version and no rollout, and is there when the release is over', async () => {
  declare(2);
  await alone.deploy();
  declare(3);
  expect(await alone.planned()).toMatchObject({
    action: 'settings',
    changes: ['~ provisionedConcurrency 2 -> 3'],
    notes: [expect.stringContaining('takes minutes')],
  });
  alone.stage.calls.length = 0;
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0 });
  expect(provisioned()).toEqual(['1: 3 READY']);
  expect(asked('PublishVersion') + asked('UpdateAlias')).toBe(0);
});

test('what was written last is not asked about again, whatever a plan is for', async () => {
  declare(2);
  await alone.deploy();
  alone.stage.calls.length = 0;
  expect(await alone.planned()).toMatchObject({ action: 'none', changes: [] });
  expect(await alone.deploy()).toMatchObject({ outcome: 'unchanged' });
  expect(asked(look)).toBe(0);
});

test('left out it stays as it is, and null takes it away', async () => {
  declare(2);
  await alone.deploy();
  alone.write();
  expect(await alone.planned()).toMatchObject({ action: 'none', changes: [] });
  await alone.deploy();
  expect(provisioned()).toEqual(['1: 2 READY']);
  declare('null');
  expect(await alone.planned()).toMatchObject({
    action: 'settings',
    changes: ['- provisionedConcurrency 2'],
  });
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted' });
  expect(provisioned()).toEqual([]);
  expect(await alone.planned()).toMatchObject({ action: 'none', changes: [] });
});

test('code that cannot start fails the first release, and leaves neither alias nor capacity', async () => {
  alone.stage.write('api/index.js', "throw new Error('no table');\n");
  declare(2);
  const finished = await alone.deploy();
  expect(finished).toMatchObject({ outcome: 'failed' });
  expect(finished.problems.join()).toContain('FUNCTION_ERROR_INIT_FAILURE');
  expect(provisioned()).toEqual([]);
  expect(alone.stage.aliasOf('api')).toBeUndefined();
  alone.stage.write('api/index.js', 'exports.handler = async () => 1;\n');
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted' });
  expect(provisioned()).toEqual(['2: 2 READY']);
});

test('an alias with its own is refused with the way out, which works', async () => {
  alone.write();
  await alone.deploy();
  const own = { FunctionName: 'orders-api', Qualifier: 'live' };
  const { lambda } = alone.stage.aws;
  await lambda.send(
    new PutProvisionedConcurrencyConfigCommand({ ...own, ProvisionedConcurrentExecutions: 1 }),
  );
  declare(2);
  const refused = await alone.deploy();
  expect(refused).toMatchObject({ outcome: 'refused' });
  expect(refused.problems.join()).toContain(
    'aws lambda delete-provisioned-concurrency-config --function-name orders-api --qualifier live',
  );
  await lambda.send(new DeleteProvisionedConcurrencyConfigCommand(own));
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted' });
  expect(provisioned()).toEqual(['1: 2 READY']);
});

test('what somebody else took away is found by whoever looks for drift, and comes back', async () => {
  declare(2);
  await alone.deploy();
  const { lambda } = alone.stage.aws;
  const version = { FunctionName: 'orders-api', Qualifier: '1' };
  await lambda.send(new DeleteProvisionedConcurrencyConfigCommand(version));
  alone.process.events.length = 0;
  await alone.stage.clock.runUntil(alone.stage.planAs(alone.process, { drift: true }));
  const [made] = alone.process.events.flatMap((event) => (event.type === 'plan.made' ? [event] : []));
  expect(made?.functions[0]).toMatchObject({
    changes: ['+ provisionedConcurrency 2'],
    drift: ['- provisionedConcurrency 2'],
  });
  expect(await alone.deploy({ allAtOnce: true, drift: true })).toMatchObject({ outcome: 'promoted' });
  expect(provisioned()).toEqual(['1: 2 READY']);
});

test('settings that belong to another tool leave no tag of shipit, and the capacity moves all the same', async () => {
  alone.write();
  await alone.deploy();
  alone.writeWhole('code: api', 'manage: release', 'provisionedConcurrency: 2');
  const tagged = asked('TagResource');
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted' });
  expect(provisioned()).toEqual(['1: 2 READY']);
  expect(asked('TagResource')).toBe(tagged);
});
