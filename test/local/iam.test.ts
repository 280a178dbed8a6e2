import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetUserCommand,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  SetDefaultPolicyVersionCommand,
  SimulatePrincipalPolicyCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  waitUntilRoleExists,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const policy = (resource: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: resource }],
  });
const managed = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const createRole = (RoleName: string, more: object = {}) =>
  aws.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust, ...more }));

describe('a role', () => {
  it('is made, found, waited for and known to the world', async () => {
    const made = await createRole('worker', {
      Path: '/team/',
      Description: 'works',
      Tags: [{ Key: 'a', Value: 'b' }],
    });
    const Arn = `arn:aws:iam::${account}:role/team/worker`;
    expect(made.Role).toMatchObject({ Arn, RoleName: 'worker', Path: '/team/', MaxSessionDuration: 3600 });
    expect(made.Role?.RoleId).toMatch(/^AROA[A-Z2-7]{17}$/);
    const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: 'worker' }));
    expect(Role).toMatchObject({ Description: 'works', Tags: [{ Key: 'a', Value: 'b' }] });
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(trust);
    expect(Role?.CreateDate).toEqual(new Date(aws.clock.nowMs()));
    await expect(
      waitUntilRoleExists({ client: aws.iam, maxWaitTime: 30 }, { RoleName: 'worker' }),
    ).resolves.toMatchObject({ state: 'SUCCESS' });
    expect(aws.world.roles.has(Arn)).toBe(true);
    expect(aws.world.roles.has(`arn:aws:iam::${account}:role/worker`)).toBe(false);
  });

  it('is made once, whatever the case of its name', async () => {
    await createRole('worker');
    expect(await refusalOf(createRole('Worker'))).toMatchObject({
      name: 'EntityAlreadyExistsException',
      status: 409,
      message: 'Role with name Worker already exists.',
    });
  });

  it.each([
    ['{', 'This policy contains invalid Json'],
    ['[]', 'This policy contains invalid Json'],
    [policy('*'), 'Has prohibited field Resource'],
    ['{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}', 'Missing required field Principal'],
    ['{"Statement":[{"Effect":"Allow","Principal":"*"}]}', 'Policy statement must contain actions.'],
  ])('is not trusted by %s', async (AssumeRolePolicyDocument, message) => {
    expect(await refusalOf(createRole('worker', { AssumeRolePolicyDocument }))).toEqual({
      name: 'MalformedPolicyDocumentException',
      status: 400,
      message,
    });
  });

  it.each([['a b'], ['a/b'], ['é']])('is not called %s', async (name) => {
    expect(await refusalOf(createRole(name))).toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(/^The specified value for roleName is invalid/),
    });
  });

  it('that is not there is missed', async () => {
    expect(await refusalOf(aws.iam.send(new GetRoleCommand({ RoleName: 'nobody' })))).toEqual({
      name: 'NoSuchEntityException',
      status: 404,
      message: 'The role with name nobody cannot be found.',
    });
  });

  it('changes its description, session and trust', async () => {
    await createRole('worker');
    await aws.iam.send(
      new UpdateRoleCommand({ RoleName: 'worker', Description: '', MaxSessionDuration: 7200 }),
    );
    const other = trust.replace('lambda', 'edgelambda');
    await aws.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'worker', PolicyDocument: other }));
    const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: 'worker' }));
    expect(Role).toMatchObject({ MaxSessionDuration: 7200, Description: '' });
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(other);
  });

  it('has a boundary until that is taken away, which must be a policy', async () => {
    await createRole('worker');
    const RoleName = 'worker';
    const put = (PermissionsBoundary: string) =>
      aws.iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
    const boundary = async () =>
      (await aws.iam.send(new GetRoleCommand({ RoleName }))).Role?.PermissionsBoundary;
    await put(managed);
    expect(await boundary()).toEqual({
      PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
      PermissionsBoundaryArn: managed,
    });
    const absent = put(`arn:aws:iam::${account}:policy/none`);
    expect(await refusalOf(absent)).toMatchObject({ name: 'NoSuchEntityException', status: 404 });
    await aws.iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
    expect(await boundary()).toBeUndefined();
  });

  it('is deleted when it has no policies any more', async () => {
    await createRole('worker');
    const RoleName = 'worker';
    await aws.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: managed }));
    await aws.iam.send(
      new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument: policy('*') }),
    );
    const remove = () => aws.iam.send(new DeleteRoleCommand({ RoleName }));
    expect(await refusalOf(remove())).toMatchObject({ name: 'DeleteConflictException', status: 409 });
    const { AttachedPolicies } = await aws.iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies).toEqual([{ PolicyName: 'AWSLambdaBasicExecutionRole', PolicyArn: managed }]);
    await aws.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: managed }));
    expect(await refusalOf(remove())).toMatchObject({
      message: 'Cannot delete entity, must delete policies first.',
    });
    const own = await aws.iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'own' }));
    expect(decodeURIComponent(own.PolicyDocument ?? '')).toBe(policy('*'));
    await aws.iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'own' }));
    expect((await aws.iam.send(new ListRolePoliciesCommand({ RoleName }))).PolicyNames).toEqual([]);
    await remove();
    expect(await refusalOf(remove())).toMatchObject({ name: 'NoSuchEntityException' });
  });

  it('is asked what it may do, by its policies and its boundary', async () => {
    const { Role } = await createRole('worker');
    const inline = { RoleName: 'worker', PolicyName: 'own', PolicyDocument: policy('arn:aws:s3:::a/*') };
    await aws.iam.send(new PutRolePolicyCommand(inline));
    const input = { ActionNames: ['s3:GetObject', 's3:PutObject'], ResourceArns: ['arn:aws:s3:::a/x'] };
    const ask = async (PolicySourceArn = '') => {
      const answer = await aws.iam.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn, ...input }));
      return answer.EvaluationResults?.map(({ EvalDecision }) => EvalDecision);
    };
    expect(await ask(Role?.Arn)).toEqual(['allowed', 'implicitDeny']);
    expect(await ask(`arn:aws:iam::${account}:user/local`)).toEqual(['allowed', 'allowed']);
    expect(await refusalOf(ask(`arn:aws:iam::${account}:role/nobody`))).toMatchObject({ status: 404 });
  });

  it('is listed in pages, below a path', async () => {
    for (const name of ['c', 'a', 'b']) await createRole(name, { Path: '/x/' });
    await createRole('other');
    const first = await aws.iam.send(new ListRolesCommand({ PathPrefix: '/x/', MaxItems: 2 }));
    expect(first.Roles?.map(({ RoleName }) => RoleName)).toEqual(['a', 'b']);
    const { Roles, IsTruncated } = await aws.iam.send(
      new ListRolesCommand({ PathPrefix: '/x/', Marker: first.Marker }),
    );
    expect(Roles?.map(({ RoleName }) => RoleName)).toEqual(['c']);
    expect(IsTruncated).toBe(false);
  });

  it('has tags whose keys differ in more than case', async () => {
    const RoleName = 'worker';
    await createRole(RoleName);
    await aws.iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'Team', Value: 'a' }] }));
    await aws.iam.send(
      new TagRoleCommand({
        RoleName,
        Tags: [
          { Key: 'team', Value: 'b' },
          { Key: 'x', Value: '' },
        ],
      }),
    );
    expect((await aws.iam.send(new ListRoleTagsCommand({ RoleName }))).Tags).toEqual([
      { Key: 'Team', Value: 'b' },
      { Key: 'x', Value: '' },
    ]);
    await aws.iam.send(new UntagRoleCommand({ RoleName, TagKeys: ['TEAM'] }));
    expect((await aws.iam.send(new ListRoleTagsCommand({ RoleName }))).Tags).toEqual([
      { Key: 'x', Value: '' },
    ]);
  });
});

describe('a managed policy', () => {
  it('has versions, one of which is the default', async () => {
    const { Policy } = await aws.iam.send(
      new CreatePolicyCommand({ PolicyName: 'reader', PolicyDocument: policy('one') }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    expect(PolicyArn).toBe(`arn:aws:iam::${account}:policy/reader`);
    const twice = aws.iam.send(
      new CreatePolicyCommand({ PolicyName: 'reader', PolicyDocument: policy('one') }),
    );
    expect(await refusalOf(twice)).toMatchObject({ name: 'EntityAlreadyExistsException' });
    const add = () =>
      aws.iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: policy('two') }));
    for (let count = 0; count < 4; count += 1) await add();
    expect(await refusalOf(add())).toMatchObject({ name: 'LimitExceededException', status: 409 });
    await aws.iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    expect((await aws.iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId).toBe('v2');
    const { PolicyVersion } = await aws.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(policy('two'));
    const removal = new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' });
    expect(await refusalOf(aws.iam.send(removal))).toMatchObject({ name: 'DeleteConflictException' });
    for (const VersionId of ['v1', 'v3', 'v4', 'v5'])
      await aws.iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
    const { Versions } = await aws.iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions).toMatchObject([{ VersionId: 'v2', IsDefaultVersion: true }]);
  });

  it('is deleted when no role has it', async () => {
    await createRole('worker');
    const { Policy } = await aws.iam.send(
      new CreatePolicyCommand({ PolicyName: 'reader', PolicyDocument: policy('*') }),
    );
    const which = { RoleName: 'worker', PolicyArn: Policy?.Arn ?? '' };
    await aws.iam.send(new AttachRolePolicyCommand(which));
    const { Policies } = await aws.iam.send(new ListPoliciesCommand({ Scope: 'Local', OnlyAttached: true }));
    expect(Policies).toMatchObject([{ PolicyName: 'reader', AttachmentCount: 1 }]);
    const remove = () => aws.iam.send(new DeletePolicyCommand({ PolicyArn: which.PolicyArn }));
    expect(await refusalOf(remove())).toMatchObject({ name: 'DeleteConflictException', status: 409 });
    await aws.iam.send(new DetachRolePolicyCommand(which));
    await remove();
    expect(await refusalOf(aws.iam.send(new AttachRolePolicyCommand(which)))).toMatchObject({
      name: 'NoSuchEntityException',
      message: `Policy ${which.PolicyArn} does not exist or is not attachable.`,
    });
  });

  it('names resources and no principals', async () => {
    const create = (PolicyDocument: string) =>
      aws.iam.send(new CreatePolicyCommand({ PolicyName: 'reader', PolicyDocument }));
    expect(await refusalOf(create(trust))).toMatchObject({ name: 'MalformedPolicyDocumentException' });
    expect(await refusalOf(create(policy('*').replace('s3:GetObject', 'read')))).toMatchObject({
      message: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    });
  });
});

describe('a session', () => {
  const RoleSessionName = 'deploy';

  it('stands for a role for a while', async () => {
    const { Role } = await createRole('worker');
    const session = await aws.sts.send(new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName }));
    expect(session.AssumedRoleUser).toEqual({
      Arn: `arn:aws:sts::${account}:assumed-role/worker/deploy`,
      AssumedRoleId: `${Role?.RoleId}:deploy`,
    });
    expect(session.Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(session.Credentials?.SecretAccessKey).toHaveLength(40);
    expect(session.Credentials?.Expiration).toEqual(new Date(aws.clock.nowMs() + 3_600_000));
    const longer = new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName, DurationSeconds: 7200 });
    expect(await refusalOf(aws.sts.send(longer))).toMatchObject({ name: 'ValidationError', status: 400 });
  });

  it('of a role that was not made is given, unless the world is strict', async () => {
    const command = new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/none`, RoleSessionName });
    await expect(aws.sts.send(command)).resolves.toHaveProperty('Credentials.SessionToken');
    const strict = await openLocalAws({ strictIam: true });
    expect(await refusalOf(strict.sts.send(command))).toMatchObject({ name: 'AccessDenied', status: 403 });
    await strict.close();
  });

  it('leaves the caller who it was', async () => {
    const { Arn } = await aws.sts.send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe(`arn:aws:iam::${account}:user/local`);
    expect((await aws.iam.send(new GetUserCommand({}))).User?.Arn).toBe(Arn);
  });
});

it('Roles and policies outlive the process', async () => {
  await createRole('worker');
  await aws.iam.send(new AttachRolePolicyCommand({ RoleName: 'worker', PolicyArn: managed }));
  await aws.iam.send(new CreatePolicyCommand({ PolicyName: 'reader', PolicyDocument: policy('*') }));
  const { roles } = aws.world;
  const dump = JSON.parse(JSON.stringify(roles.dump()));
  roles.clear();
  expect((await aws.iam.send(new ListRolesCommand({}))).Roles).toEqual([]);
  roles.load(dump);
  const { AttachedPolicies } = await aws.iam.send(
    new ListAttachedRolePoliciesCommand({ RoleName: 'worker' }),
  );
  expect(AttachedPolicies).toHaveLength(1);
  expect((await aws.iam.send(new ListPoliciesCommand({}))).Policies).toHaveLength(1);
});
