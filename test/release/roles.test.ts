import { type ErrorCode, ShipitError } from '../../src/core/errors';
import type { Role } from '../../src/core/lambda';
import type { RolePlan } from '../../src/plan/plan';
import { roleLines, wantedRole } from '../../src/plan/roles';
import { freshRoleNames, makeRole } from '../../src/release/roles';
import { ground, marks, roleSpec, spec, world } from '../plan/scene';

const wanted = wantedRole({ spec: { ...spec({}), role: roleSpec() }, config: {}, ground, marks });
const plan = (live: Role | null): RolePlan => ({
  wanted,
  live,
  key: 'api',
  changes: roleLines(live, wanted),
});
const error = (code: ErrorCode) => new ShipitError(code, code);

describe('making a role', () => {
  it('creates what is not there', async () => {
    const { roles } = world();
    await makeRole(roles, plan(null));
    expect(roles.peek(wanted.name)).toEqual(wanted);
    expect(roles.did).toEqual(['create orders-api-role']);
  });

  it('writes only what differs of one that is there', async () => {
    const { roles } = world();
    const live = { ...wanted, boundary: 'arn:limit' };
    roles.put(live);
    await makeRole(roles, plan(live));
    expect(roles.did).toEqual(['update orders-api-role boundary']);
  });

  it.each<[ErrorCode, Partial<Role>]>([
    ['timedOut', {}],
    ['unavailable', { policies: {} }],
    // The SDK asked a second time, and was told that the first had worked.
    ['alreadyExists', { policies: {}, managed: ['arn:aws:iam::aws:policy/Old'] }],
  ])('whose answer was lost (%s) completes what is there', async (code, half) => {
    const { roles } = world();
    roles.failNext('create', error(code), 'before');
    roles.put({ ...wanted, ...half });
    await makeRole(roles, plan(null));
    expect(roles.peek(wanted.name)).toEqual(wanted);
  });

  it('whose answer was lost is made again when nothing is there, ten times in all', async () => {
    const { roles } = world();
    roles.failNext('create', error('timedOut'), 'before');
    await makeRole(roles, plan(null));
    expect(roles.peek(wanted.name)).toEqual(wanted);
    const hopeless = world().roles;
    for (let nth = 1; nth <= 10; nth += 1) hopeless.failNext('create', error('timedOut'), 'before');
    await expect(makeRole(hopeless, plan(null))).rejects.toMatchObject({ code: 'timedOut' });
  });

  it.each<[string, Partial<Role>]>([
    ['carries no tag of ours', { tags: {} }],
    ['belongs to another project', { tags: { 'shipit:project': 'billing' } }],
    ['belongs to a stage', { tags: { ...marks, 'shipit:stage': 'prod' } }],
    ['lies elsewhere', { path: '/teams/' }],
  ])('never touches a role that somebody else made meanwhile and that %s', async (_, theirs) => {
    const { roles } = world();
    const other = { ...wanted, policies: { theirs: '{}' }, ...theirs };
    roles.put(other);
    await expect(makeRole(roles, plan(null))).rejects.toMatchObject({ code: 'alreadyExists' });
    expect(roles.peek(wanted.name)).toEqual(other);
  });

  it('that AWS refuses is not looked at again', async () => {
    const { roles } = world();
    roles.failNext('create', error('accessDenied'), 'before');
    await expect(makeRole(roles, plan(null))).rejects.toMatchObject({ code: 'accessDenied' });
    expect(roles.did).toEqual(['create orders-api-role']);
  });
});

describe('roles that Lambda may not know yet', () => {
  it('are those that were made, and those that were changed', () => {
    const other = { ...plan(wanted), wanted: { ...wanted, name: 'old-role' } };
    expect(freshRoleNames([plan(null), other])).toEqual(new Set(['orders-api-role', 'old-role']));
  });
});
