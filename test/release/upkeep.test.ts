import { zipOfBytes } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type { FunctionSettings } from '../../src/core/function';
import { lookDeeply } from '../../src/plan/look';
import type { FunctionPlan } from '../../src/plan/plan';
import { planUpkeep, settingsTag } from '../../src/plan/upkeep';
import { creationTags, distrust, keepAfter, keepBefore } from '../../src/release/upkeep';
import type { Fakes } from '../fakes';
import { someConfig } from '../fakes/functions';
import { live, marks, seed, spec, version, world } from '../plan/scene';

type Settings = Partial<FunctionSettings>;

const signing = 'arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-1';
const all: Settings = {
  tags: { team: 'blue' },
  reservedConcurrency: 5,
  recursion: 'Allow',
  codeSigning: signing,
  runtimeManagement: { mode: 'FunctionUpdate', arn: null },
  logRetention: 30,
};

function estate(): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  return fakes;
}

async function planned(fakes: Fakes, settings: Settings): Promise<FunctionPlan> {
  const one = spec({ settings });
  const seen = await lookDeeply(fakes, live);
  const request = { spec: one, live: seen, marks, role: null, thorough: false };
  const upkeep = await planUpkeep(fakes.settings, request);
  fakes.settings.did.length = 0;
  return { spec: one, live: seen, upkeep, config: someConfig } as unknown as FunctionPlan;
}

describe('settings of a function that is there', () => {
  it('are written before its new code where they decide over it, the rest when the version is there, the tags at last', async () => {
    const fakes = estate();
    const plan = await planned(fakes, all);
    await keepBefore(fakes, plan);
    expect(fakes.settings.did).toEqual(['write orders-api codeSigning runtimeManagement']);
    await keepAfter(fakes, plan);
    expect(fakes.settings.did.slice(1)).toEqual([
      'write orders-api logRetention recursion reservedConcurrency tags',
      `mark orders-api shipit:project ${settingsTag}`,
    ]);
    expect(fakes.settings.peek('orders-api')).toEqual(all);
  });

  it('cost no call when nothing differs', async () => {
    const fakes = estate();
    const first = await planned(fakes, all);
    await keepBefore(fakes, first);
    await keepAfter(fakes, first);
    const second = await planned(fakes, all);
    await keepBefore(fakes, second);
    await keepAfter(fakes, second);
    expect(fakes.settings.did).toEqual([]);
  });

  it('leave the tags of others on it, and take away those that the file had before', async () => {
    const fakes = estate();
    fakes.functions.attach('orders-api', { tags: { 'aws:stack': 's', gone: 'x', team: 'red' } });
    await keepAfter(fakes, await planned(fakes, { tags: { team: 'blue' } }));
    const { tags } = fakes.functions.version('orders-api', '$LATEST') ?? {};
    expect(tags).toMatchObject({ 'aws:stack': 's', team: 'blue', ...marks });
    expect(tags).not.toHaveProperty('gone');
  });
});

describe('settings of a function that is made', () => {
  it('come with its creation as far as AWS takes them then, and are not written twice', async () => {
    const fakes = world();
    const plan = await planned(fakes, all);
    const tags = creationTags(plan);
    expect(tags).toEqual({ team: 'blue', ...marks });
    await fakes.functions.create('orders-api', {
      config: someConfig,
      code: { zip: zipOfBytes(Buffer.from('x')) },
      tags,
      codeSigning: signing,
    });
    await keepBefore(fakes, plan);
    await keepAfter(fakes, plan);
    expect(fakes.settings.did).toEqual([
      'write orders-api runtimeManagement',
      'write orders-api logRetention recursion reservedConcurrency',
      `mark orders-api ${settingsTag}`,
    ]);
  });

  it('need no call after its creation when all of them came along', async () => {
    const fakes = world();
    const plan = await planned(fakes, { tags: { team: 'blue' }, codeSigning: signing });
    expect(Object.keys(creationTags(plan))).toContain(settingsTag);
    await keepBefore(fakes, plan);
    await keepAfter(fakes, plan);
    expect(fakes.settings.did).toEqual([]);
  });

  it('end with an error when the function went away meanwhile', async () => {
    const fakes = world();
    const plan = await planned(fakes, { recursion: 'Allow' });
    await expect(keepAfter(fakes, plan)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a release that fails among its settings', () => {
  const before: Settings = { recursion: 'Terminate', logRetention: 7 };
  const after: Settings = { recursion: 'Allow', logRetention: 30 };

  async function released(): Promise<Fakes> {
    const fakes = estate();
    await keepAfter(fakes, await planned(fakes, before));
    fakes.settings.did.length = 0;
    return fakes;
  }

  it('is not taken for done by whoever goes back to the old file', async () => {
    const fakes = await released();
    const plan = await planned(fakes, after);
    await distrust(fakes.settings, plan, false);
    fakes.settings.failNext('write', new ShipitError('timedOut', 'AWS did not answer'), 'after');
    await expect(keepAfter(fakes, plan)).rejects.toMatchObject({ code: 'timedOut' });
    const back = await planned(fakes, before);
    expect(back.upkeep.changes).toEqual(['~ logRetention 30 -> 7', '~ recursion Allow -> Terminate']);
  });

  it('costs the call for that only where several things are written and the tag says something', async () => {
    const fakes = await released();
    await distrust(fakes.settings, await planned(fakes, before), false);
    await distrust(fakes.settings, await planned(fakes, { ...before, reservedConcurrency: 3 }), false);
    await distrust(estate().settings, await planned(estate(), after), true);
    expect(fakes.settings.did).toEqual([]);
    await distrust(fakes.settings, await planned(fakes, { ...before, reservedConcurrency: 3 }), true);
    expect(fakes.settings.did).toEqual([`mark orders-api ${settingsTag}`]);
  });
});
