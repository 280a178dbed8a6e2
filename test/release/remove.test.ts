import { ShipitError } from '../../src/core/errors';
import type { NamedAlias } from '../../src/core/lambda';
import type { Going } from '../../src/release/removal';
import { removeAll } from '../../src/release/remove';
import { aliasOf, Estate } from './estate';

const deps: Going = {
  kind: 'layer',
  key: 'deps',
  name: 'orders-deps',
  about: '',
  usedBy: ['orders-api'],
  versions: [2, 1],
};
const role: Going = {
  kind: 'role',
  key: 'api',
  name: 'orders-role',
  about: '',
  usedBy: ['orders-api'],
};
const revisionOf = ({ name, revisionId }: NamedAlias) => [name, revisionId] as const;
const never = new AbortController().signal;

describe('removing', () => {
  it('tells each thing that had its turn, and why it is still there', async () => {
    const estate = new Estate();
    estate.refuses.set('layer orders-deps:2', new ShipitError('throttled', 'too many calls'));
    const told: string[] = [];
    const left = await removeAll(estate.ports, [deps, role], {
      stop: never,
      tell: ({ name }, because) => told.push(`${name}: ${because}`),
    });
    expect(told).toEqual(['orders-deps: too many calls', 'orders-role: null']);
    expect(left).toEqual([{ kind: 'layer', key: 'deps', name: 'orders-deps', because: 'too many calls' }]);
    expect(estate.removed).toEqual(['layer orders-deps:2', 'role orders-role']);
  });

  it('begins nothing once it was stopped, and tells nothing of it', async () => {
    const estate = new Estate();
    const told: string[] = [];
    const left = await removeAll(estate.ports, [deps, role], {
      stop: AbortSignal.abort(),
      tell: ({ name }) => told.push(name),
    });
    expect(left.map(({ because }) => because)).toEqual(Array(2).fill('stopped before its turn'));
    expect([...told, ...estate.removed]).toEqual([]);
  });

  it('leaves a role and a layer to a function that is still there', async () => {
    const estate = new Estate();
    estate.put('orders-api', {});
    estate.refuses.set('function orders-api', new ShipitError('accessDenied', 'no'));
    const revisions = new Map((await estate.fakes.aliases.list('orders-api')).map(revisionOf));
    const api: Going = { kind: 'function', key: 'api', name: 'orders-api', about: '', revisions };
    const other: Going = { ...deps, key: 'other', name: 'orders-other', usedBy: ['orders-mailer'] };
    const how = { stop: never, tell: () => undefined };
    const left = await removeAll(estate.ports, [api, role, deps, other], how);
    expect(left.map(({ name, because }) => `${name}: ${because}`)).toEqual([
      'orders-api: no',
      'orders-role: orders-api is still there and uses it',
      'orders-deps: orders-api is still there and uses it',
    ]);
    expect(estate.removed).toEqual(['function orders-api', 'layer orders-other:2', 'layer orders-other:1']);
  });

  it('removes a function although its alias was never there, but not when one has appeared', async () => {
    const estate = new Estate();
    const ref = aliasOf('orders-api');
    const api: Going = {
      kind: 'function',
      key: 'api',
      name: 'orders-api',
      about: '',
      revisions: new Map(),
    };
    estate.put('orders-api', {});
    const how = { stop: never, tell: () => undefined };
    expect(await removeAll(estate.ports, [api, role], how)).toHaveLength(2);
    await estate.fakes.aliases.remove(ref);
    expect(await removeAll(estate.ports, [api, role], how)).toEqual([]);
  });
});
