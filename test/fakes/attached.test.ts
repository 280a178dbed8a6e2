import { zipOfBytes } from '../../src/core/code';
import { settingDefaults } from '../../src/core/function';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { someConfig } from './functions';

const orders = { functionName: 'orders', arn: 'arn:orders', logGroup: null };

function world(): Fakes {
  const fakes = fakePorts(new FakeClock(0));
  fakes.functions.seed('orders', [{}]);
  return fakes;
}

describe('the fake of settings', () => {
  it('has defaults for what nobody set, and reads only what it is asked', async () => {
    const { settings } = world();
    expect(settings.peek('orders')).toEqual(settingDefaults);
    settings.put('orders', { recursion: 'Allow', logRetention: 7 });
    expect(await settings.read(orders, ['recursion', 'tags'])).toEqual({ recursion: 'Allow', tags: {} });
    expect(settings.did).toEqual(['read orders recursion tags']);
  });

  it('shows tags and concurrency where a look at the function does', async () => {
    const { settings, functions } = world();
    await settings.write(orders, { tags: { team: 'a', old: '1' }, reservedConcurrency: 5 }, {});
    await settings.mark(orders, { 'shipit:project': 'shop' });
    await settings.write(orders, { tags: { team: 'b' } }, { tags: { team: 'a', old: '1' } });
    const live = await functions.look('orders');
    expect(live).toMatchObject({ tags: { team: 'b', 'shipit:project': 'shop' }, reservedConcurrency: 5 });
    expect(live?.tags).not.toHaveProperty('old');
    expect(settings.peek('orders').tags).toEqual({ team: 'b' });
  });
});

describe('the fake of layers', () => {
  const content = { zip: zipOfBytes(Buffer.from('z')) };
  const layer = { name: 'deps', content, description: 'd', runtimes: [], architectures: [] };
  const deps = { ...layer, license: null };

  it('numbers versions and never uses a number twice', async () => {
    const { layers } = world();
    const first = await layers.publish(deps);
    await layers.publish(deps);
    await layers.remove('deps', 2);
    await layers.publish(deps);
    expect((await layers.versions('deps')).map(({ version }) => version)).toEqual([3, 1]);
    expect(layers.content(first.arn)).toEqual(deps);
    expect(await layers.versions('none')).toEqual([]);
  });
});

describe('the fake of roles', () => {
  const role = { name: 'r', path: '/', trust: '{}', policies: {}, managed: [], boundary: null, tags: {} };

  it('writes what differs and leaves the rest to others', async () => {
    const { roles } = world();
    await roles.create(role);
    roles.put({ ...role, boundary: 'arn:theirs' });
    await roles.update({ ...role, managed: ['arn:logs'] }, role);
    expect(await roles.read('r')).toEqual({ ...role, boundary: 'arn:theirs', managed: ['arn:logs'] });
    expect(roles.did).toEqual(['create r', 'update r managed', 'read r']);
    await expect(roles.create(role)).rejects.toMatchObject({ code: 'alreadyExists' });
    await roles.remove('r');
    await expect(roles.update(role, role)).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('a function that is made has its configuration whole', async () => {
  const { functions } = world();
  expect((await functions.look('orders'))?.config).toEqual(someConfig);
});
