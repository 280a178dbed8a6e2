import type { FunctionSpec, RoleSpec } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import type { FunctionConfig } from '../../src/core/function';
import type { Role } from '../../src/core/lambda';
import { planRole, type RoleRequest, roleLines, wantedRole } from '../../src/plan/roles';
import { makeRole } from '../../src/release/roles';
import type { FakeRoles } from '../fakes/roles';
import fc from '../property';
import { ground, marks, roleSpec, spec, world } from './scene';

function request(change: Partial<RoleSpec> = {}, config: Partial<FunctionConfig> = {}): RoleRequest {
  const one = spec({ where: { role: 'lambda.config.yaml:9:5' } });
  const withRole: FunctionSpec & { role: RoleSpec } = { ...one, role: roleSpec(change) };
  return { spec: withRole, config, ground, marks };
}

/** What a release makes of it; the answer is what a second plan still wants to change. */
async function release(roles: FakeRoles, asked: RoleRequest): Promise<readonly string[]> {
  const plan = await planRole(roles, asked);
  if (plan) await makeRole(roles, plan);
  return (await planRole(roles, asked))?.changes ?? [];
}

const lines = async (roles: FakeRoles, asked: RoleRequest): Promise<readonly string[]> =>
  (await planRole(roles, asked))?.changes ?? [];

const refusal = (roles: FakeRoles, asked: RoleRequest): Promise<ShipitError> =>
  planRole(roles, asked).then(
    () => new ShipitError('invalid', 'it was not refused'),
    (error) => error,
  );

const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 'sqs:SendMessage', 'dynamodb:*');
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.oneof(action, fc.uniqueArray(action, { minLength: 1 })),
  Resource: fc.oneof(fc.constant('*'), fc.uniqueArray(fc.constantFrom('arn:a', 'arn:b'), { minLength: 1 })),
});
const anyRole: fc.Arbitrary<Partial<RoleSpec>> = fc.record({
  statements: fc.array(statement, { maxLength: 4 }),
  managed: fc.uniqueArray(fc.constantFrom('arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B')),
  boundary: fc.constantFrom(null, 'arn:aws:iam::aws:policy/Limit'),
});

describe('a role that shipit makes', () => {
  it('is as the file says after one release, whatever it was before, and then nothing is left to do', async () => {
    await fc.assert(
      fc.asyncProperty(anyRole, anyRole, async (before, after) => {
        const { roles } = world();
        expect(await release(roles, request(before))).toEqual([]);
        expect(await release(roles, request(after))).toEqual([]);
        expect(roles.peek('orders-api-role')).toEqual(wantedRole(request(after)));
      }),
    );
  });

  it('trusts Lambda alone', () => {
    expect(JSON.parse(wantedRole(request()).trust).Statement).toEqual([
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
  });

  it('allows exactly the statements of the file and what the settings need', () => {
    const { policies } = wantedRole(request({}, { tracing: 'Active' }));
    expect(Object.keys(policies)).toEqual(['shipit']);
    const { Statement } = JSON.parse(policies.shipit ?? '');
    expect(Statement.map(({ Sid, Action }: { Sid?: string; Action: unknown }) => Sid ?? Action)).toEqual([
      's3:GetObject',
      'ShipitLogs',
      'ShipitTraces',
    ]);
  });

  it('carries the tags by which shipit knows it again', () => {
    expect(wantedRole(request()).tags).toEqual(marks);
  });
});

describe('the plan of a role', () => {
  it('shows a new one with all that it allows', async () => {
    const managed = ['arn:aws:iam::aws:policy/A'];
    expect(await lines(world().roles, request({ managed, boundary: 'arn:limit' }))).toEqual([
      '+ role orders-api-role',
      '+ orders-api-role: Allow s3:GetObject on arn:aws:s3:::orders/*',
      expect.stringContaining('+ orders-api-role: Allow logs:CreateLogGroup'),
      '+ orders-api-role: managed arn:aws:iam::aws:policy/A',
      '+ orders-api-role: boundary arn:limit',
    ]);
  });

  it('shows what comes and what goes of one that is there', async () => {
    const { roles } = world();
    await release(roles, request({ managed: ['arn:old'], boundary: 'arn:limit' }));
    const statements = [{ Effect: 'Allow', Action: ['s3:PutObject'], Resource: '*' }];
    expect(await lines(roles, request({ statements, managed: ['arn:new'] }))).toEqual([
      '- orders-api-role: Allow s3:GetObject on arn:aws:s3:::orders/*',
      '+ orders-api-role: Allow s3:PutObject on *',
      '- orders-api-role: managed arn:old',
      '+ orders-api-role: managed arn:new',
      '~ orders-api-role: boundary arn:limit -> none',
    ]);
  });

  it('shows a statement with conditions in full', async () => {
    const { roles } = world();
    await release(roles, request());
    const statements = [
      ...roleSpec().statements,
      { Effect: 'Allow', Action: 'sqs:*', Resource: '*', Condition: { Bool: { x: 'true' } } },
    ];
    expect(await lines(roles, request({ statements }))).toEqual([
      '+ orders-api-role: {"Action":"sqs:*","Condition":{"Bool":{"x":"true"}},"Effect":"Allow","Resource":"*"}',
    ]);
  });

  it('shows that it takes away what others added: policies, and trust', async () => {
    const { roles } = world();
    await release(roles, request());
    const there = roles.peek('orders-api-role') as Role;
    const extra = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
    roles.put({ ...there, policies: { ...there.policies, extra }, trust: '{"Statement":[]}' });
    expect(await lines(roles, request())).toEqual([
      '~ orders-api-role: trust Lambda alone',
      '- orders-api-role: Allow * on *',
    ]);
    expect(await release(roles, request())).toEqual([]);
    expect(Object.keys(roles.peek('orders-api-role')?.policies ?? {})).toEqual(['shipit']);
  });

  it('does not overlook a change that no statement shows, such as a name of one', async () => {
    const { roles } = world();
    await release(roles, request());
    const statements = [{ Sid: 'Read', ...roleSpec().statements[0] }];
    expect(await lines(roles, request({ statements }))).toEqual([
      '~ orders-api-role: the same statements, written otherwise',
    ]);
    expect(await release(roles, request({ statements }))).toEqual([]);
  });

  it('leaves the tags of others on it', async () => {
    const { roles } = world();
    await release(roles, request());
    roles.put({ ...(roles.peek('orders-api-role') as Role), tags: { ...marks, payer: 'blue' } });
    await release(roles, request({ boundary: 'arn:limit' }));
    expect(roles.peek('orders-api-role')?.tags).toEqual({ ...marks, payer: 'blue' });
  });
});

describe('a role of that name that is not ours', () => {
  it.each([
    ['nobody', {}],
    ['another project', { 'shipit:project': 'billing' }],
    ['a stage of this project', { ...marks, 'shipit:stage': 'prod' }],
  ])(
    'and belongs to %s is refused with the place in the file, and nothing of it is planned',
    async (_, tags) => {
      const { roles } = world();
      roles.put({ ...wantedRole(request()), tags });
      const error = await refusal(roles, request());
      expect(error.code).toBe('refused');
      expect(error.message).toContain('lambda.config.yaml:9:5: a role orders-api-role is there already');
      expect(error.hint).toContain('ARN');
    },
  );

  it('is refused when its path differs, which IAM never changes', async () => {
    const { roles } = world();
    await release(roles, request());
    const error = await refusal(roles, request({ path: '/teams/' }));
    expect(error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('path /, and IAM never'),
    });
  });
});

describe('a role with more statements than IAM takes', () => {
  it('is refused while it is only a plan', async () => {
    const statements = Array.from({ length: 90 }, (_, index) => ({
      ...{ Effect: 'Allow', Action: 'dynamodb:PutItem' },
      Resource: `arn:aws:dynamodb:eu-west-1:123456789012:table/a-rather-long-name-of-a-table-${index}`,
    }));
    const error = await refusal(world().roles, request({ statements }));
    expect(error.message).toMatch(
      /^lambda.config.yaml:9:5: role orders-api-role: the statements come to 1\d{4} characters; IAM takes 10240$/,
    );
  });
});

describe('from one role to another', () => {
  it('nothing lies between no role and none, and a whole role goes or comes', () => {
    const role = wantedRole(request());
    expect(roleLines(null, null)).toEqual([]);
    expect(roleLines(role, role)).toEqual([]);
    expect(roleLines(role, null)[0]).toBe('- role orders-api-role');
    expect(roleLines(null, role)[0]).toBe('+ role orders-api-role');
  });
});
