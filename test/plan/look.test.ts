import { ShipitError } from '../../src/core/errors';
import { Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { lookAtAll, lookDeeply } from '../../src/plan/look';
import type { Live } from '../../src/plan/plan';
import type { Request } from '../../src/plan/wanted';
import type { Fakes } from '../fakes';
import { digestOf } from '../fakes/functions';
import { openRecord } from './records';
import { live, seed, spec, version, world } from './scene';

const request = (code: string): Request => ({ spec: spec({}), digest: digestOf(code) });

async function look(fakes: Fakes, asked: Request): Promise<Live> {
  const [seen] = await lookAtAll(fakes, [asked]);
  if (!seen) throw new Error('nobody looked');
  return seen;
}

describe('looking at what is live', () => {
  it('costs one call and a share of a page for a function that does not change', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], 'my own words');
    const seen = await look(fakes, request('two'));
    expect(seen).toMatchObject({ alias: null, latest: null, versions: [], serving: { version: '2' } });
    expect(fakes.functions.did).toEqual(['latest orders-api', 'look orders-api:live']);
    expect(fakes.aliases.did).toEqual([]);
  });

  it('asks for $LATEST of all functions together, and goes deeper only where something differs', async () => {
    const fakes = world();
    const names = ['orders-a', 'orders-b', 'orders-c'];
    for (const name of names) {
      fakes.functions.seed(name, [version(name === 'orders-b' ? 'old' : 'one', {})]);
      fakes.aliases.put(
        { functionName: name, alias: 'live' },
        { version: '1', additional: null, description: '' },
      );
    }
    const seen = await lookAtAll(
      fakes,
      names.map((name) => ({ spec: spec({ key: name, name }), digest: digestOf('one') })),
    );
    expect(seen.map(({ alias }) => alias === null)).toEqual([true, false, true]);
    expect(fakes.functions.did[0]).toBe('latest orders-a orders-b orders-c');
    expect(fakes.aliases.did).toEqual(['read orders-b:live']);
  });

  it('brings alias, record, $LATEST and the versions of one that does change', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], 'my own words');
    const seen = await look(fakes, request('three'));
    expect(seen.record).toEqual({ kind: 'none', text: 'my own words' });
    expect(seen.serving?.version).toBe('2');
    expect(seen.latest?.version).toBe('$LATEST');
    expect(seen.versions.map((one) => one.version)).toEqual(['1', '2']);
    expect([...fakes.aliases.did, ...fakes.functions.did]).toEqual([
      'read orders-api:live',
      'latest orders-api',
      'look orders-api:live',
      'look orders-api',
      'list orders-api',
    ]);
  });

  it('finds nothing where nothing is', async () => {
    const fakes = world();
    expect(await look(fakes, request('one'))).toEqual({
      alias: null,
      record: { kind: 'none', text: '' },
      serving: null,
      latest: null,
      versions: [],
    });
  });

  it('finds a function that has no alias yet, with its versions', async () => {
    const fakes = world();
    fakes.functions.seed('orders-api', [version('one', {})]);
    const seen = await look(fakes, request('one'));
    expect(seen).toMatchObject({ alias: null, serving: null, latest: { version: '$LATEST' } });
    expect(seen.versions).toHaveLength(1);
  });

  it('takes the baseline for what is served while a rollout is open, also when the alias already points elsewhere', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const description = Record.format({ ...openRecord, baseline: '1', candidate: '2', phase: 'promoted' });
    fakes.aliases.put(live, { version: '2', additional: null, description });
    expect((await lookDeeply(fakes, live)).serving?.version).toBe('1');
  });

  it('looks deeper at an alias that shares the wanted version with the one in $LATEST', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const additional = { version: '2', weight: Percent.of(10) };
    fakes.aliases.put(live, { version: '1', additional, description: '' });
    expect((await look(fakes, request('one'))).alias).toMatchObject({ version: '1', additional });
  });

  it('is not content with the code alone: a setting that differs in $LATEST is looked at, too', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    fakes.functions.touch('orders-api', version('one', { memorySize: 512 }));
    expect((await look(fakes, request('one'))).alias).not.toBeNull();
  });

  it('asks by number again when the alias moved between two looks', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const aliases = {
      ...fakes.aliases,
      read: async () => ({ version: '1', additional: null, description: '', revisionId: 'later' }),
    } as unknown as Fakes['aliases'];
    const [seen] = await lookAtAll({ ...fakes, aliases }, [request('three')]);
    expect(seen).toMatchObject({
      alias: { version: '1' },
      serving: { version: '1', digest: digestOf('one') },
    });
    expect(fakes.functions.did).toContain('look orders-api:1');
  });
});

describe('versions that may already be what is wanted', () => {
  const done = { state: 'done', release: openRecord.release, epoch: 1, bad: null } as const;
  const listed = (fakes: Fakes) => fakes.functions.did.filter((call) => call.startsWith('list'));

  /** Versions of one, two and three, of which the third is served and the second was before. */
  function released(previous: string | null): Fakes {
    const fakes = world();
    const description = Record.format({ ...done, version: '3', previous });
    seed(fakes, [version('one', {}), version('two', {}), version('three', {})], description);
    return fakes;
  }

  it('are not listed for new code: at most the one before is looked at', async () => {
    const fakes = released('2');
    expect((await look(fakes, request('four'))).versions.map((one) => one.version)).toEqual(['2']);
    expect(listed(fakes)).toEqual([]);
    expect(await look(released(null), request('four'))).toMatchObject({ versions: [] });
  });

  it('are listed when $LATEST is what is wanted, as after a release that went back', async () => {
    const fakes = released('2');
    fakes.aliases.put(live, {
      version: '2',
      additional: null,
      description: Record.format({ ...done, version: '2', previous: '1' }),
    });
    expect((await look(fakes, request('three'))).versions.map((one) => one.version)).toEqual(['1', '2', '3']);
  });

  it('are listed where shipit kept no record', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], 'my own words');
    expect((await look(fakes, request('one'))).versions).toHaveLength(2);
  });

  it('do without one before that is gone, or whose environment cannot be decrypted', async () => {
    expect(await look(released('9'), request('four'))).toMatchObject({ versions: [] });
    const fakes = released('2');
    const functions = Object.assign(Object.create(fakes.functions), {
      look: (name: string, qualifier?: string) =>
        qualifier === '2'
          ? Promise.reject(new ShipitError('accessDenied', 'hidden'))
          : fakes.functions.look(name, qualifier),
    });
    const [seen] = await lookAtAll({ ...fakes, functions }, [request('four')]);
    expect(seen).toMatchObject({ versions: [], serving: { version: '3' } });
  });
});
