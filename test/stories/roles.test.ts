/** Roles that shipit makes, through the real SDK, in an AWS where a function takes only roles that are there. */
import {
  CreatePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
} from '@aws-sdk/client-iam';
import type { Event } from '../../src/core/events';
import { destroy } from '../../src/destroy';
import { nowhere } from '../forms';
import { openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false, strictIam: true });
  process = stage.process();
});
afterEach(() => stage.close());

const getItem =
  "{ Effect: Allow, Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:*:*:table/orders' }";
const putItem = "{ Sid: Put, Effect: Allow, Action: ['dynamodb:PutItem'], Resource: '*' }";
const withStatements = (...statements: string[]) => `role: { statements: [${statements.join(', ')}] }`;

function write(...lines: readonly string[]): void {
  const own = ['code: api', 'handler: index.handler', 'runtime: nodejs24.x', ...lines];
  stage.write(
    'lambda.config.yaml',
    `project: orders\nregion: eu-west-1\nfunctions:\n  api:\n${own.map((line) => `    ${line}\n`).join('')}`,
  );
}

const deploy = async (wishes: Wishes = { allAtOnce: true }) => {
  process.events.length = 0;
  stage.calls.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

async function planned(): Promise<Extract<Event, { type: 'plan.made' }>> {
  process.events.length = 0;
  await stage.clock.runUntil(stage.planAs(process, {}));
  const made = process.events.find((event) => event.type === 'plan.made');
  if (!made) throw new Error('nothing was planned');
  return made;
}

const name = { RoleName: 'orders-api-role' };

const roleThere = async () => {
  const { Role } = await stage.aws.iam.send(new GetRoleCommand(name));
  return { ...Role, trust: JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')) };
};

async function statements(): Promise<{ Sid?: string; Action: string | string[]; Resource: unknown }[]> {
  const command = new GetRolePolicyCommand({ ...name, PolicyName: 'shipit' });
  const { PolicyDocument = '' } = await stage.aws.iam.send(command);
  return JSON.parse(decodeURIComponent(PolicyDocument)).Statement;
}

const logs = 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/orders-api';

test('a role is made with exactly its statements and logs, and only Lambda may take it', async () => {
  write(withStatements(getItem, putItem));
  const plan = await planned();
  expect(plan.roles).toEqual([
    {
      name: 'orders-api-role',
      changes: [
        '+ role orders-api-role',
        '+ orders-api-role: Allow dynamodb:GetItem on arn:aws:dynamodb:*:*:table/orders',
        '+ orders-api-role: Allow dynamodb:PutItem on *',
        `+ orders-api-role: Allow logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents on ${logs}, ${logs}:*`,
      ],
    },
  ]);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(process.events).toContainEqual(expect.objectContaining({ type: 'role.kept', what: 'made' }));
  expect(await roleThere()).toMatchObject({
    Path: '/',
    Tags: [{ Key: 'shipit:project', Value: 'orders' }],
    trust: {
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
  });
  expect(await statements()).toEqual([
    { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:*:*:table/orders' },
    { Sid: 'Put', Effect: 'Allow', Action: ['dynamodb:PutItem'], Resource: '*' },
    {
      Sid: 'ShipitLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: [logs, `${logs}:*`],
    },
  ]);
  expect(await planned()).toMatchObject({ roles: [], functions: [{ action: 'none' }] });
  expect((await deploy()).outcome).toBe('unchanged');
  expect(stage.calls).not.toContain('GetRole');
});

test('what the settings of a function use is allowed too, and no longer when they are gone', async () => {
  const network = 'vpc: { subnetIds: [subnet-0a1], securityGroupIds: [sg-0a1] }';
  const accessPoint = 'arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0';
  const dead = 'arn:aws:sqs:eu-west-1:123456789012:dead';
  const settings = [
    'tracing: Active',
    network,
    `deadLetterQueue: ${dead}`,
    `fileSystem: { arn: '${accessPoint}', localMountPath: /mnt/data }`,
  ];
  write('role: {}', ...settings);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  const granted = await statements();
  expect(granted.map(({ Sid }) => Sid)).toEqual([
    'ShipitLogs',
    'ShipitTraces',
    'ShipitNetwork',
    'ShipitDeadLetters',
    'ShipitFileSystem',
  ]);
  expect(granted[1]?.Action).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  expect(granted[2]?.Action).toContain('ec2:CreateNetworkInterface');
  expect(granted[3]).toMatchObject({ Action: ['sqs:SendMessage'], Resource: dead });
  expect(granted[4]?.Action).toContain('elasticfilesystem:ClientMount');
  expect(await planned()).toMatchObject({ roles: [], functions: [{ action: 'none' }] });

  write('role: {}', network, 'tracing: null', 'deadLetterQueue: null', 'fileSystem: null');
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect((await statements()).map(({ Sid }) => Sid)).toEqual(['ShipitLogs', 'ShipitNetwork']);
});

test('changed statements change the role and make no version', async () => {
  write(withStatements(getItem));
  await deploy();
  write(withStatements(putItem));
  expect(await planned()).toMatchObject({
    functions: [{ action: 'none', changes: [] }],
    roles: [
      {
        changes: [
          '- orders-api-role: Allow dynamodb:GetItem on arn:aws:dynamodb:*:*:table/orders',
          '+ orders-api-role: Allow dynamodb:PutItem on *',
        ],
      },
    ],
  });
  expect(await deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0, problems: [] });
  expect(process.events).toContainEqual(expect.objectContaining({ type: 'role.kept', what: 'changed' }));
  expect((await statements()).map(({ Action }) => Action)).toEqual([
    ['dynamodb:PutItem'],
    expect.arrayContaining(['logs:PutLogEvents']),
  ]);
  expect(stage.calls.filter((call) => /^(PublishVersion|UpdateFunction|UpdateAlias)/.test(call))).toEqual([]);
  expect(stage.world.functions.entries.get('orders-api')?.versions.size).toBe(1);
  expect(await planned()).toMatchObject({ roles: [], functions: [{ action: 'none' }] });
  expect((await deploy()).outcome).toBe('unchanged');
});

test('managed policies and the boundary are kept as the file says', async () => {
  const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const allowed = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };
  const limits = { PolicyName: 'limits', PolicyDocument: JSON.stringify(allowed) };
  const boundary = (await stage.aws.iam.send(new CreatePolicyCommand(limits))).Policy?.Arn;
  write(`role: { managed: ['${readOnly}'], boundary: '${boundary}' }`);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(await roleThere()).toMatchObject({ PermissionsBoundary: { PermissionsBoundaryArn: boundary } });
  write('role: {}');
  expect((await planned()).roles).toMatchObject([
    {
      changes: [`- orders-api-role: managed ${readOnly}`, `~ orders-api-role: boundary ${boundary} -> none`],
    },
  ]);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(await planned()).toMatchObject({ roles: [], functions: [{ action: 'none' }] });
});

test('a role of that name that somebody else made is refused, and nothing is written', async () => {
  const trusted = [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: trusted });
  const foreign = { ...name, AssumeRolePolicyDocument: trust };
  await stage.aws.iam.send(new CreateRoleCommand(foreign));
  write('role: {}');
  const finished = await deploy();
  expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(finished.problems.join()).toMatch(/a role orders-api-role is there already and is not ours.*`name`/);
  expect(stage.calls.filter((call) => !/^(Get|List)/.test(call))).toEqual([]);
});

test('that Lambda does not know a new role yet is waited out, for a first version and for a later one', async () => {
  const { roles } = stage.world;
  const has = roles.has.bind(roles);
  let unknown = 6;
  roles.has = (arn) => {
    unknown -= 1;
    return unknown < 0 && has(arn);
  };
  write('role: {}');
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(stage.calls.filter((call) => call === 'CreateFunction')).toHaveLength(7);

  unknown = 4;
  write('role: { name: another }');
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(stage.calls.filter((call) => call === 'UpdateFunctionConfiguration')).toHaveLength(5);
  expect(stage.aliasOf('api')).toMatchObject({ version: '2', weights: {} });
});

test('a refusal that has nothing to do with the role is told after some minutes, and the role stays for the next try', async () => {
  write('role: {}', "layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:nothing:7']");
  const finished = await deploy();
  expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
  expect(finished.problems.join()).toMatch(/layer:nothing:7/);
  write('role: {}');
  expect(await deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0 });
});

test('a role that was left half made is completed by the next deploy', async () => {
  const broken = { action: 'PutRolePolicy', kind: 'error' as const, rate: 1, ms: 0, times: null };
  stage.world.faults.set([broken], 1);
  write(withStatements(getItem));
  expect(await deploy()).toMatchObject({ outcome: 'failed', exitCode: 7 });
  stage.world.faults.set([], 1);
  expect(await deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0, problems: [] });
  expect(await statements()).toHaveLength(2);
});

test('whoever goes back to the old file after a failure gets the old role back', async () => {
  write(withStatements(getItem));
  await deploy();
  write(withStatements(putItem), "layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:nothing:7']");
  expect(await deploy()).toMatchObject({ outcome: 'failed', exitCode: 7 });
  write(withStatements(getItem));
  expect(await deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0, problems: [] });
  expect((await statements())[0]?.Action).toBe('dynamodb:GetItem');
  expect(await planned()).toMatchObject({ roles: [], functions: [{ action: 'none' }] });
});

test('it goes with its function', async () => {
  write('role: {}');
  await deploy();
  const project = await stage.read(process.ports, {});
  const stop = { signal: new AbortController().signal, exitCode: () => null };
  const consent = { yes: true, confirm: null, typed: null };
  const work = destroy(process.ports, { project, named: [], force: false, consent, where: nowhere, stop });
  expect(await stage.clock.runUntil(work)).toEqual({ exitCode: 0, problems: [] });
  await expect(roleThere()).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});
