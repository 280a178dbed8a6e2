import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { Percent } from '../../src/core/values';
import { AliasTargets } from '../../src/release/alias';
import { prune, surplus } from '../../src/release/prune';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { someConfig } from '../fakes/functions';
import fc from '../property';
import { spec } from './estate';
import { course, done, open, owner } from './records';

const name = 'orders-api';
const durable = { ...someConfig, durable: { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null } };

/** A function with eight versions whose alias serves the newest. */
function setUp(config = someConfig) {
  const fakes = fakePorts(new FakeClock(0));
  fakes.functions.seed(
    name,
    Array.from({ length: 8 }, () => ({ config })),
  );
  fakes.aliases.put({ functionName: name, alias: 'live' }, done('8', '7', 1));
  const events: Event[] = [];
  const tell = async (event: Event) => void events.push(event);
  const keeping = (keepVersions: number | null, keep: readonly string[] = ['7', '8']) =>
    prune(fakes, [{ spec: spec('api', { keepVersions }), keep }], tell);
  const left = async () => (await fakes.functions.list(name)).map(({ version }) => version);
  const removed = () => fakes.functions.did.filter((line) => line.startsWith('remove'));
  return { fakes, events, keeping, left, removed };
}

const at = (alias: string) => ({ functionName: name, alias });

describe('after a release', () => {
  it('the newest versions stay, and the others go one by one, oldest first', async () => {
    const { keeping, left, removed, events } = setUp();
    await keeping(5);
    expect(await left()).toEqual(['4', '5', '6', '7', '8']);
    expect(removed()).toEqual([`remove ${name}:1`, `remove ${name}:2`, `remove ${name}:3`]);
    expect(events).toEqual([{ v: 1, type: 'versions.pruned', at: 0, key: 'api', versions: ['1', '2', '3'] }]);
  });

  it('all of them stay where the project file says so, and nobody asks', async () => {
    const { keeping, fakes, events } = setUp();
    await keeping(null);
    expect(fakes.functions.did).toEqual([]);
    expect(events).toEqual([]);
  });

  it('nobody asks as long as there cannot be too many', async () => {
    const { keeping, fakes } = setUp();
    await keeping(8);
    expect(fakes.functions.did).toEqual([]);
    expect(fakes.aliases.did).toEqual([]);
  });

  it('they are looked at where nobody says which version came', async () => {
    const { keeping, left } = setUp();
    await keeping(8, []);
    await keeping(7, []);
    expect(await left()).toEqual(['2', '3', '4', '5', '6', '7', '8']);
  });

  it('the version just left stays, though it is not among the newest', async () => {
    const { keeping, left } = setUp();
    await keeping(1, ['3', '8']);
    expect(await left()).toEqual(['3', '7', '8']);
  });
});

describe('a version stays', () => {
  it('that another alias serves, with all of its traffic or some', async () => {
    const { fakes, keeping, left } = setUp();
    const additional = { version: '3', weight: Percent.of(5) };
    fakes.aliases.put(at('staging'), { version: '2', additional, description: 'by hand' });
    await keeping(1);
    expect(await left()).toEqual(['2', '3', '7', '8']);
  });

  it('to which the record of another alias would go back', async () => {
    const { fakes, keeping, left } = setUp();
    fakes.aliases.put(at('staging'), done('5', '1', 1));
    await keeping(1);
    expect(await left()).toEqual(['1', '5', '7', '8']);
  });

  it('that a release of another alias is about to serve, leaves, or had before', async () => {
    const { fakes, keeping, left } = setUp();
    // Baseline 2, candidate 3 and the good version before, 1, of an alias that still gives everything to 2.
    fakes.aliases.put(at('staging'), open(0, ''));
    await keeping(1);
    expect(await left()).toEqual(['1', '2', '3', '7', '8']);
  });

  it('on which a durable execution still runs', async () => {
    const { fakes, keeping, left } = setUp(durable);
    fakes.functions.executing.add(`${name}:2`);
    await keeping(5);
    expect(await left()).toEqual(['2', '4', '5', '6', '7', '8']);
  });

  it('that an alias took between the look and the removal, without a word', async () => {
    const { fakes, keeping, left, events } = setUp();
    fakes.functions.failNext('remove', new ShipitError('conflict', 'an alias names it'), 'before');
    await keeping(5);
    expect(await left()).toEqual(['1', '4', '5', '6', '7', '8']);
    expect(events.map(({ type }) => type)).toEqual(['versions.pruned']);
  });
});

describe('all versions stay', () => {
  it('while a release of another alias has not said yet what it brings', async () => {
    const { fakes, keeping, removed } = setUp();
    const versions = { baseline: '8', candidate: null, previous: null };
    const opening = { owner, versions, course: course(0, { phase: 'claim' }), wish: null, userText: '' };
    fakes.aliases.put(at('staging'), AliasTargets.open(opening));
    await keeping(1);
    expect(removed()).toEqual([]);
  });

  it('while an alias has a record of a newer shipit', async () => {
    const { fakes, keeping, removed } = setUp();
    fakes.aliases.put(at('staging'), { version: '8', additional: null, description: 'shipit/2 x' });
    await keeping(1);
    expect(removed()).toEqual([]);
  });
});

describe('when AWS refuses', () => {
  it('one version, the others go, and one warning says so', async () => {
    const { fakes, keeping, left, events } = setUp();
    for (const version of ['1', '2'])
      fakes.functions.failNext('remove', new ShipitError('invalid', `${version} is replicated`), 'before');
    await keeping(5);
    expect(await left()).toEqual(['1', '2', '4', '5', '6', '7', '8']);
    expect(events).toMatchObject([
      { type: 'versions.pruned', versions: ['3'] },
      { type: 'warning', message: 'some old versions stay: 1 is replicated' },
    ]);
  });

  it('for want of rights, nobody asks for the others', async () => {
    const { fakes, keeping, removed, events } = setUp();
    fakes.functions.failNext('remove', new ShipitError('accessDenied', 'lambda:DeleteFunction'), 'before');
    await keeping(5);
    expect(removed()).toHaveLength(1);
    expect(events).toMatchObject([{ type: 'warning' }]);
  });

  it('to list them, the release is none the worse for it', async () => {
    const { fakes, keeping, events, removed } = setUp();
    fakes.functions.failNext('list', new ShipitError('unavailable', 'no answer'), 'before');
    await keeping(5);
    expect(removed()).toEqual([]);
    expect(events).toMatchObject([{ type: 'warning', message: 'some old versions stay: no answer' }]);
  });
});

describe('of any versions', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 500 }).map(String), { maxLength: 60 });

  it('nothing that is named is surplus, nor the newest, and all the rest is', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 20 }), (versions, named, newest) => {
        const gone = surplus(versions, { newest, named });
        const newestFirst = [...versions].sort((a, b) => Number(b) - Number(a));
        const staying = new Set([...named, ...newestFirst.slice(0, newest)]);
        expect(new Set(gone)).toEqual(new Set(versions.filter((version) => !staying.has(version))));
        expect(gone).toEqual([...gone].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  it('$LATEST is never surplus, nor anything else that is no number', () => {
    const odd = fc.oneof(
      fc.constantFrom('$LATEST', '$LATEST.PUBLISHED', '', '0', '01', 'live', '-1'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(odd), (versions) => {
        for (const version of surplus(versions, { newest: 0, named: [] }))
          expect(version).toMatch(/^[1-9][0-9]*$/);
      }),
    );
  });
});
