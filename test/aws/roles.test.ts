import { CreatePolicyCommand } from '@aws-sdk/client-iam';
import { canonicalJson } from '../../src/core/canonical';
import type { Role } from '../../src/core/lambda';
import { onLocal } from './local';
import { stage as theatre } from './server';

const stage = onLocal();

const document = (...Statement: object[]) => canonicalJson({ Version: '2012-10-17', Statement });
const trustOf = (Service: string) =>
  document({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' });
const allow = (Action: string) => document({ Resource: '*', Effect: 'Allow', Action });
const logs = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const tracing = 'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess';

const role: Role = {
  name: 'orders-role',
  path: '/shop/',
  trust: trustOf('lambda.amazonaws.com'),
  policies: { shipit: allow('s3:GetObject') },
  managed: [logs],
  boundary: null,
  tags: { team: 'a', 'shipit:project': 'shop' },
};

async function boundary(name: string): Promise<string> {
  const input = { PolicyName: name, PolicyDocument: allow('s3:*') };
  const made = await stage().local.iam.send(new CreatePolicyCommand(input));
  return made.Policy?.Arn ?? '';
}

describe('an execution role', () => {
  test('reads as it was made, whatever the order in its documents', async () => {
    const { aws } = stage();
    expect(await aws.roles.read(role.name)).toBeNull();
    const bounded = { ...role, boundary: await boundary('limits') };
    await aws.roles.create(bounded);
    expect(await aws.roles.read(role.name)).toEqual(bounded);
    await expect(aws.roles.create(bounded)).rejects.toMatchObject({ code: 'alreadyExists' });
  });

  test('becomes what is wanted in every part, and back', async () => {
    const { aws } = stage();
    await aws.roles.create(role);
    const wanted = {
      ...role,
      trust: trustOf('edgelambda.amazonaws.com'),
      policies: { shipit: allow('s3:PutObject'), more: allow('sqs:SendMessage') },
      managed: [tracing],
      boundary: await boundary('limits'),
      tags: { team: 'b', stage: 'prod' },
    };
    await aws.roles.update(wanted, role);
    expect(await aws.roles.read(role.name)).toEqual(wanted);
    await aws.roles.update(role, wanted);
    expect(await aws.roles.read(role.name)).toEqual(role);
  });

  test('goes with its policies, and is not missed when it is gone', async () => {
    const { aws } = stage();
    await aws.roles.create({ ...role, boundary: await boundary('limits') });
    await aws.roles.remove(role.name);
    await aws.roles.remove(role.name);
    expect(await aws.roles.read(role.name)).toBeNull();
  });

  test('that IAM refuses says why', async () => {
    const { aws } = stage();
    await expect(aws.roles.create({ ...role, trust: '{}' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('CreateRole orders-role'),
    });
  });
});

describe('the documents of IAM', () => {
  const open = theatre();

  test('are no empty documents when they are no JSON', async () => {
    const answer = `<GetRoleResponse><GetRoleResult><Role><RoleName>r</RoleName>
      <AssumeRolePolicyDocument>nonsense</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>`;
    const { aws, clock } = await open(() => ({
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: answer,
    }));
    await expect(clock.runUntil(aws.roles.read('r'))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
