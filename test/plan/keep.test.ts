import type { FunctionSpec } from '../../src/config/project';
import { keep } from '../../src/plan/keep';
import { lookDeeply } from '../../src/plan/look';
import { settle } from '../../src/plan/settle';
import { makeRole } from '../../src/release/roles';
import type { Fakes } from '../fakes';
import { artifact, ground, live, marks, roleSpec, seed, spec, version, world } from './scene';

async function kept(fakes: Fakes, change: Partial<FunctionSpec>, thorough = false) {
  const one = settle(spec(change), { layers: [], ground });
  const looked = [{ spec: one, what: artifact('two'), live: await lookDeeply(fakes, live) }];
  return keep(fakes, looked, { marks, ground, thorough, maxErrorRate: 1 });
}

/** The role is made and the function says so. */
async function released(change: Partial<FunctionSpec>): Promise<Fakes> {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  const { roles, functions } = await kept(fakes, change);
  for (const role of roles) await makeRole(fakes.roles, role);
  fakes.functions.attach('orders-api', { tags: { ...functions[0]?.upkeep.marks } });
  fakes.roles.did.length = 0;
  return fakes;
}

describe('the role of a function', () => {
  it('is planned with what the settings of the file and of $LATEST need', async () => {
    const fakes = world();
    seed(fakes, [version('one', { tracing: 'Active' })], '');
    const { roles } = await kept(fakes, {
      role: roleSpec(),
      config: { deadLetterQueue: 'arn:aws:sqs:eu-west-1:1:dead' },
    });
    const text = roles[0]?.changes.join('\n');
    expect(roles[0]?.key).toBe('api');
    expect(text).toContain('xray:PutTraceSegments');
    expect(text).toContain('sqs:SendMessage on arn:aws:sqs:eu-west-1:1:dead');
  });

  it('is not read while the tag of the function says that it is as it was written', async () => {
    const fakes = await released({ role: roleSpec() });
    expect((await kept(fakes, { role: roleSpec() })).roles).toEqual([]);
    expect(fakes.roles.did).toEqual([]);
  });

  it('is read when the file says something else, and by a thorough look', async () => {
    const fakes = await released({ role: roleSpec() });
    expect((await kept(fakes, { role: roleSpec({ boundary: 'arn:limit' }) })).roles).toHaveLength(1);
    await fakes.roles.remove('orders-api-role');
    expect((await kept(fakes, { role: roleSpec() })).roles).toEqual([]);
    expect((await kept(fakes, { role: roleSpec() }, true)).roles[0]?.live).toBeNull();
  });

  it('is read when a setting needs more of it, though its statements are the same', async () => {
    const fakes = await released({ role: roleSpec() });
    const { roles } = await kept(fakes, { role: roleSpec(), config: { tracing: 'Active' } });
    expect(roles[0]?.changes).toEqual([expect.stringContaining('+ orders-api-role: Allow xray:')]);
  });

  it('is nobody of ours to make where the file gives an ARN, or with `manage: release`', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    const role = 'arn:aws:iam::123456789012:role/theirs';
    expect((await kept(fakes, { config: { role } })).roles).toEqual([]);
    expect((await kept(fakes, { role: roleSpec(), manage: 'release' })).roles).toEqual([]);
    expect(fakes.roles.did).toEqual([]);
  });
});
