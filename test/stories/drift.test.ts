/** What somebody changed in the console since the last release, and what a plan says of it. */
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  DeleteFunctionConcurrencyCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionRecursionConfigCommand,
  TagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { codeOf } from '../local/zip';
import { openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const write = (memorySize: number) =>
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
functions:
  api:
    code: api
    handler: index.handler
    runtime: nodejs24.x
    memorySize: ${memorySize}
    reservedConcurrency: 5
    recursion: Terminate
    tags: { team: orders }
    role: { statements: [{ Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' }] }
`,
  );

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  process = stage.process();
  write(256);
  await stage.clock.runUntil(stage.deployAs(process, {}));
});
afterEach(() => stage.close());

async function planned(drift: boolean) {
  process.events.length = 0;
  stage.calls.length = 0;
  await stage.clock.runUntil(stage.planAs(process, { drift }));
  const [made] = process.events.flatMap((event) => (event.type === 'plan.made' ? [event] : []));
  const [api] = made?.functions ?? [];
  if (!api || !made) throw new Error('nothing was planned');
  return { ...api, roles: made.roles };
}

const deploy = (wishes: Wishes) => stage.clock.runUntil(stage.deployAs(process, wishes));

const named = { FunctionName: 'orders-api' };
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders-api';

test('there is none of a function that nobody touched, and nobody looked where nobody asked', async () => {
  expect(await planned(true)).toMatchObject({ action: 'none', drift: [] });
  expect(stage.calls).toEqual(expect.arrayContaining(['GetRole', 'GetFunctionRecursionConfig']));
  expect(await planned(false)).toMatchObject({ action: 'none', drift: null });
  expect(stage.calls).not.toContain('GetRole');
});

test('it is in $LATEST, where the next release would find it', async () => {
  await stage.aws.lambda.send(
    new UpdateFunctionConfigurationCommand({ ...named, MemorySize: 1024, Timeout: 30 }),
  );
  await stage.clock.advance(5000);
  const { action, drift } = await planned(true);
  expect(drift).toEqual([
    '~ memorySize 256 -> 1024 in $LATEST, not released',
    '~ timeout 3 -> 30 in $LATEST, not released',
  ]);
  expect(action).toBe('none');
  await stage.aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two') }));
  await stage.clock.advance(5000);
  expect((await planned(true)).drift?.[0]).toMatch(/^~ code .* in \$LATEST, not released$/);
});

test('it is in a tag, in the reserved concurrency, and in what was taken away', async () => {
  await stage.aws.lambda.send(new TagResourceCommand({ Resource: arn, Tags: { team: 'billing' } }));
  await stage.aws.lambda.send(
    new PutFunctionConcurrencyCommand({ ...named, ReservedConcurrentExecutions: 50 }),
  );
  const changed = await planned(true);
  expect(changed.drift).toEqual(['~ reservedConcurrency 5 -> 50', '~ tags.team orders -> billing']);
  expect(changed.changes).toEqual(['~ reservedConcurrency 50 -> 5', '~ tags.team billing -> orders']);
  await stage.aws.lambda.send(new DeleteFunctionConcurrencyCommand(named));
  expect((await planned(true)).drift).toContain('- reservedConcurrency 5');
});

test('it is in a statement of the role, which a release puts right only when it looks', async () => {
  const more = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [more] });
  await stage.aws.iam.send(
    new PutRolePolicyCommand({ RoleName: 'orders-api-role', PolicyName: 'extra', PolicyDocument }),
  );
  const changed = await planned(true);
  expect(changed.drift).toEqual(['+ orders-api-role: Allow s3:* on *']);
  expect(changed.roles).toMatchObject([{ changes: ['- orders-api-role: Allow s3:* on *'] }]);
  expect((await planned(false)).roles).toEqual([]);
  expect(await deploy({})).toMatchObject({ outcome: 'unchanged' });
  expect(await deploy({ drift: true })).toMatchObject({ outcome: 'promoted', exitCode: 0 });
  expect(await planned(true)).toMatchObject({ action: 'none', drift: [], roles: [] });
});

test('all of it is put right where nothing but the function as a whole was touched', async () => {
  await stage.aws.lambda.send(new PutFunctionRecursionConfigCommand({ ...named, RecursiveLoop: 'Allow' }));
  expect(await deploy({})).toMatchObject({ outcome: 'unchanged' });
  expect((await planned(true)).drift).toEqual(['~ recursion Terminate -> Allow']);
  expect(await deploy({ drift: true })).toMatchObject({ outcome: 'promoted', exitCode: 0 });
  expect(await planned(true)).toMatchObject({ action: 'none', drift: [] });
  expect(stage.world.functions.entries.get('orders-api')?.versions.size).toBe(1);
});

test('what the project file itself changes is no drift', async () => {
  write(512);
  expect(await planned(true)).toMatchObject({ changes: ['~ memorySize 256 -> 512'], drift: [] });
});
