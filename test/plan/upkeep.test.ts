import type { FunctionSpec } from '../../src/config/project';
import { type FunctionSettings, settingDefaults } from '../../src/core/function';
import type { Role } from '../../src/core/lambda';
import { lookDeeply } from '../../src/plan/look';
import type { FunctionPlan, Upkeep } from '../../src/plan/plan';
import { wantedRole } from '../../src/plan/roles';
import { planUpkeep, settingsTag } from '../../src/plan/upkeep';
import { keepAfter, keepBefore } from '../../src/release/upkeep';
import type { Fakes } from '../fakes';
import fc from '../property';
import { ground, live, marks, roleSpec, seed, spec, version, world } from './scene';

type Settings = Partial<FunctionSettings>;
interface Asked {
  readonly settings: Settings;
  readonly spec?: Partial<FunctionSpec>;
  readonly role?: Role | null;
  readonly thorough?: boolean;
}

function estate(): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  return fakes;
}

async function plan(fakes: Fakes, asked: Asked): Promise<Upkeep> {
  const one = spec({ settings: asked.settings, ...asked.spec });
  const { role = null, thorough = false } = asked;
  return planUpkeep(fakes.settings, {
    spec: one,
    live: await lookDeeply(fakes, live),
    marks,
    role,
    thorough,
  });
}

/** Writes what is planned, as a release does. */
async function release(fakes: Fakes, asked: Asked): Promise<Upkeep> {
  const upkeep = await plan(fakes, asked);
  const seen = await lookDeeply(fakes, live);
  const planned = { spec: spec({ settings: asked.settings, ...asked.spec }), live: seen, upkeep, config: {} };
  await keepBefore(fakes, planned as FunctionPlan);
  await keepAfter(fakes, planned as FunctionPlan);
  fakes.settings.did.length = 0;
  return upkeep;
}

const anySettings: fc.Arbitrary<Settings> = fc.record(
  {
    tags: fc.dictionary(fc.constantFrom('team', 'cost', 'tier'), fc.constantFrom('blue', 'red', '')),
    reservedConcurrency: fc.constantFrom(null, 0, 10),
    recursion: fc.constantFrom('Allow', 'Terminate'),
    codeSigning: fc.constantFrom(null, 'arn:aws:lambda:eu-west-1:1:code-signing-config:csc-1'),
    runtimeManagement: fc.constantFrom(
      { mode: 'Auto', arn: null },
      { mode: 'FunctionUpdate', arn: null },
      { mode: 'Manual', arn: 'arn:aws:lambda:eu-west-1::runtime:1' },
    ),
    logRetention: fc.constantFrom(null, 1, 30),
  },
  { requiredKeys: [] },
);

describe('settings of a function as a whole', () => {
  it('are as the file says after a release, the others as they were, and a second plan is empty', async () => {
    await fc.assert(
      fc.asyncProperty(anySettings, anySettings, async (before, settings) => {
        const fakes = estate();
        fakes.settings.put('orders-api', before);
        const was = fakes.settings.peek('orders-api');
        await release(fakes, { settings });
        expect(fakes.settings.peek('orders-api')).toEqual({ ...was, ...settings });
        for (const thorough of [false, true])
          expect(await plan(fakes, { settings, thorough })).toMatchObject({
            wanted: {},
            changes: [],
            marks: {},
          });
      }),
    );
  });

  it('are not read one by one while the tag of the function says what was written', async () => {
    const fakes = estate();
    const settings: Settings = { recursion: 'Allow', logRetention: 30, reservedConcurrency: 5 };
    await release(fakes, { settings });
    expect((await plan(fakes, { settings })).changes).toEqual([]);
    expect(fakes.settings.did).toEqual([]);
  });

  it('are read when the file says something else than what was written', async () => {
    const fakes = estate();
    await release(fakes, { settings: { recursion: 'Allow', logRetention: 30 } });
    expect((await plan(fakes, { settings: { recursion: 'Allow', logRetention: 7 } })).changes).toEqual([
      '~ logRetention 30 -> 7',
    ]);
    expect(fakes.settings.did).toEqual(['read orders-api logRetention recursion']);
  });

  it('that somebody else changed are found where GetFunction tells them, whatever the tag says', async () => {
    const fakes = estate();
    const settings: Settings = { reservedConcurrency: 5, tags: { team: 'blue' } };
    await release(fakes, { settings });
    fakes.functions.attach('orders-api', { reservedConcurrency: 50 });
    expect((await plan(fakes, { settings })).changes).toEqual(['~ reservedConcurrency 50 -> 5']);
    expect(fakes.settings.did).toEqual([]);
  });

  it('that somebody else changed are found everywhere by a thorough look', async () => {
    const fakes = estate();
    const settings: Settings = { recursion: 'Allow' };
    await release(fakes, { settings });
    fakes.settings.put('orders-api', { recursion: 'Terminate' });
    expect((await plan(fakes, { settings })).changes).toEqual([]);
    expect((await plan(fakes, { settings, thorough: true })).changes).toEqual([
      '~ recursion Terminate -> Allow',
    ]);
  });

  it('go back to the default of AWS where the file says null', async () => {
    const fakes = estate();
    fakes.settings.put('orders-api', { reservedConcurrency: 5, tags: { team: 'blue' } });
    const { reservedConcurrency, tags } = settingDefaults;
    expect((await plan(fakes, { settings: { reservedConcurrency, tags } })).changes).toEqual([
      '- reservedConcurrency 5',
      '- tags.team blue',
    ]);
  });

  it('are left alone that the file does not name', async () => {
    const fakes = estate();
    fakes.settings.put('orders-api', { reservedConcurrency: 5, recursion: 'Allow', tags: { team: 'blue' } });
    expect(await plan(fakes, { settings: {} })).toMatchObject({ wanted: {}, changes: [] });
    expect(fakes.settings.did).toEqual([]);
  });

  it('of a function that is not there yet are compared with the defaults of AWS', async () => {
    const settings: Settings = { recursion: 'Terminate', reservedConcurrency: 0, tags: { team: 'blue' } };
    const upkeep = await plan(world(), { settings });
    expect(upkeep.changes).toEqual(['+ reservedConcurrency 0', '+ tags.team blue']);
    expect(upkeep.marks).toMatchObject(marks);
  });

  it('of a function that is not there yet are those of its log group, which outlives functions', async () => {
    const fakes = world();
    fakes.settings.put('orders-api', { logRetention: 7 });
    expect((await plan(fakes, { settings: { logRetention: null } })).changes).toEqual(['- logRetention 7']);
    expect((await plan(fakes, { settings: { logRetention: 30 } })).changes).toEqual(['+ logRetention 30']);
  });

  it('are read again when the log group that they speak of is another one', async () => {
    const fakes = estate();
    const settings: Settings = { logRetention: 30 };
    await release(fakes, { settings, spec: { config: { logGroup: '/a' } } });
    fakes.settings.put('orders-api', { logRetention: null });
    const other = { settings, spec: { config: { logGroup: '/b' } } };
    expect((await plan(fakes, other)).changes).toEqual(['+ logRetention 30']);
  });

  it('belong to somebody else with `manage: release`: nothing is read, written or tagged', async () => {
    const fakes = estate();
    const asked = { settings: { reservedConcurrency: 5 }, spec: { manage: 'release' as const } };
    expect(await plan(fakes, asked)).toMatchObject({ wanted: {}, changes: [], marks: {} });
    expect(fakes.settings.did).toEqual([]);
  });
});

describe('the tags of shipit', () => {
  it('come with the next write of a function that has none: it is adopted', async () => {
    expect((await plan(estate(), { settings: {} })).marks).toEqual(marks);
  });

  it('are no settings: the file neither sees them nor takes them away, and those of AWS neither', async () => {
    const fakes = estate();
    fakes.functions.attach('orders-api', {
      tags: { 'aws:cloudformation:stack-name': 's', 'shipit:project': 'orders' },
    });
    expect(await plan(fakes, { settings: { tags: {} } })).toMatchObject({ changes: [], wanted: {} });
  });

  it('are not written where the tags may not be read, because nobody can say whose the function is', async () => {
    const fakes = estate();
    fakes.functions.attach('orders-api', { tags: null });
    const upkeep = await plan(fakes, { settings: { recursion: 'Allow' } });
    expect(upkeep.marks).toEqual({});
    expect(upkeep.changes).toEqual(['~ recursion Terminate -> Allow']);
  });

  it('say what was written last, the role too', async () => {
    const fakes = estate();
    const withRole = { ...spec({}), role: roleSpec() };
    const role = wantedRole({ spec: withRole, config: {}, ground, marks });
    const upkeep = await plan(fakes, { settings: {}, role });
    expect(upkeep).toMatchObject({ changes: [], written: false });
    fakes.functions.attach('orders-api', { tags: upkeep.marks });
    const isWritten = async (asked: Asked) => (await plan(fakes, asked)).written;
    expect(await isWritten({ settings: {}, role })).toBe(true);
    expect(await isWritten({ settings: {}, role: { ...role, boundary: 'arn:limit' } })).toBe(false);
    expect(await isWritten({ settings: { recursion: 'Allow' }, role })).toBe(false);
  });

  it('say nothing of settings where none are declared', async () => {
    expect(Object.keys((await plan(estate(), { settings: {} })).marks)).not.toContain(settingsTag);
  });
});
