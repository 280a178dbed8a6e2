import type { FunctionSpec } from '../../src/config/project';
import { Percent } from '../../src/core/values';
import { readRemains } from '../../src/release/remains';
import { decideRemoval } from '../../src/release/removal';
import { removeAll } from '../../src/release/remove';
import { someConfig } from '../fakes/functions';
import { nowhere } from '../forms';
import { aliasOf, Estate, layer, nowMs, project, spec, tagsOf } from './estate';

const api = spec('api');
const orders = project([api], { layers: [layer('deps')] });

async function decide(estate: Estate, whole: boolean) {
  const remains = await readRemains(estate.ports, { functions: [api], layers: orders.layers });
  return decideRemoval(remains, { project: orders, whole, force: false, nowMs, where: nowhere });
}

const aboutAlias = async (estate: Estate) =>
  (await decide(estate, true)).goes.find(({ kind }) => kind === 'alias')?.about;

describe('the words for an alias', () => {
  it('say when it was never moved by shipit', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders), 'by hand');
    expect(await aboutAlias(estate)).toBe('serves version 3, never moved by shipit');
  });

  it('say when two versions serve', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders), '');
    const additional = { version: '2', weight: Percent.of(10) };
    estate.fakes.aliases.put(aliasOf('orders-api'), { version: '3', additional, description: '' });
    expect(await aboutAlias(estate)).toBe('serves version 3, 10% version 2, never moved by shipit');
  });
});

describe('layers', () => {
  /** A function of somebody else that has, at AWS, what the project publishes. */
  const foreign = spec('worker', { manage: 'release' });

  it('stay as long as a function that stays has one of them in a version', async () => {
    const estate = new Estate();
    await estate.putLayer('orders-deps', ['shipit 1', 'shipit 2']);
    const [, first] = await estate.fakes.layers.versions('orders-deps');
    const config = { ...someConfig, layers: [first?.arn ?? ''] };
    estate.fakes.functions.seed('orders-worker', [{ config }, {}]);
    const of = project([foreign], { layers: orders.layers });
    const remains = await readRemains(estate.ports, { functions: [foreign], layers: of.layers });
    const { goes, stays } = decideRemoval(remains, {
      project: of,
      whole: true,
      force: false,
      nowMs,
      where: nowhere,
    });
    expect(goes).toEqual([]);
    expect(stays).toContainEqual({
      what: 'layer',
      names: ['orders-deps:2', 'orders-deps:1'],
      because: 'used by orders-worker, which stays',
    });
  });

  it('know who uses them: by the project file or at AWS, and only what is there', async () => {
    const estate = new Estate();
    await estate.putLayer('orders-deps', ['shipit 1']);
    const named = { config: { layers: ['layer:deps'] } };
    const functions = [spec('api', named), spec('gone', named), spec('mailer'), spec('plain')];
    for (const { name } of functions) estate.put(name, tagsOf(orders));
    await estate.lose('orders-gone');
    const [version] = await estate.fakes.layers.versions('orders-deps');
    const config = { ...someConfig, layers: [version?.arn ?? ''] };
    estate.fakes.functions.touch('orders-mailer', { config });
    const remains = await readRemains(estate.ports, { functions, layers: orders.layers });
    const of = project(functions, { layers: orders.layers });
    const { goes } = decideRemoval(remains, {
      project: of,
      whole: true,
      force: false,
      nowMs,
      where: nowhere,
    });
    expect(goes.at(-1)).toMatchObject({ kind: 'layer', usedBy: ['orders-api', 'orders-mailer'] });
  });

  it('go with the whole project alone, and of them what shipit published', async () => {
    const estate = new Estate();
    await estate.putLayer('orders-deps', ['shipit 1', 'mine']);
    const all = await decide(estate, true);
    expect(all.goes).toEqual([expect.objectContaining({ kind: 'layer', versions: [1], about: 'version 1' })]);
    expect(all.stays).toEqual([
      { what: 'layer', names: ['orders-deps:2'], because: 'shipit did not publish it' },
    ]);
    const some = await decide(estate, false);
    expect([...some.goes, ...some.stays]).toEqual([]);
  });
});

describe('log groups', () => {
  it('stay, the configured one too', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders));
    estate.fakes.functions.touch('orders-api', { config: { ...someConfig, logGroup: '/orders/all' } });
    const { stays } = await decide(estate, true);
    expect(stays[0]).toMatchObject({ what: 'log group', names: ['/orders/all'] });
  });
});

describe('what is read', () => {
  it('is nothing more of a function that is not there', async () => {
    const { functions } = await readRemains(new Estate().ports, { functions: [api], layers: [] });
    expect(functions).toEqual([
      expect.objectContaining({ live: null, aliases: [], versions: 0, role: null }),
    ]);
  });
});

describe('alarms that shipit made', () => {
  const watched = spec('api', { ownAlarms: [{ kind: 'errors', threshold: null }] });
  const read = (estate: Estate, functions: readonly FunctionSpec[]) =>
    readRemains(estate.ports, { functions, layers: [] });
  const goesOf = async (estate: Estate, functions: readonly FunctionSpec[]) => {
    const scope = { project: project(functions), whole: true, force: false, nowMs, where: nowhere };
    return decideRemoval(await read(estate, functions), scope).goes;
  };
  const set = (estate: Estate) => {
    for (const name of ['api.live.errors', 'api.live.v3.errors', 'api2.live.errors', 'api.live.mine'])
      estate.fakes.alarms.set(`shipit-orders-${name}`, {});
  };

  it('go before their function, all at once, and those of others stay', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders));
    set(estate);
    const goes = await goesOf(estate, [watched]);
    expect(goes.map(({ kind }) => kind)).toEqual(['alias', 'alarm', 'function']);
    expect(goes[1]).toMatchObject({
      name: 'shipit-orders-api.live.errors, shipit-orders-api.live.v3.errors',
      about: 'made by shipit for api',
    });
  });

  it('are found by the tag of the function when none are declared any more, and by what is declared without function', async () => {
    const estate = new Estate();
    estate.put('orders-api', { ...tagsOf(orders), 'shipit:alarms:live': 'errors=5' });
    set(estate);
    expect((await goesOf(estate, [api])).map(({ kind }) => kind)).toContain('alarm');
    await estate.lose('orders-api');
    expect((await goesOf(estate, [watched])).map(({ kind }) => kind)).toEqual(['alarm']);
  });

  it('are not asked for where there never were any, and stay with a function that belongs to another tool', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders));
    await read(estate, [api, spec('api', { ...watched, manage: 'release' })]);
    expect(estate.fakes.alarms.did).toEqual([]);
  });

  it('stay when somebody began a release after the list was made', async () => {
    const estate = new Estate();
    estate.put('orders-api', tagsOf(orders));
    set(estate);
    const goes = await goesOf(estate, [watched]);
    estate.point('orders-api', 'written');
    const left = await removeAll(estate.ports, goes, { stop: new AbortController().signal, tell: () => {} });
    expect(left.map(({ kind }) => kind)).toEqual(['alias', 'alarm', 'function']);
    expect(await estate.fakes.alarms.named('shipit-orders-api.')).toHaveLength(3);
  });
});
