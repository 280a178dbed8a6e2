import { Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { look, lookAtAlias, lookDeeper } from '../../src/plan/look';
import { digestOf } from '../fakes/functions';
import { openRecord } from './records';
import { live, seed, spec, version, world } from './scene';

const request = (code: string) => ({ spec: spec({}), digest: digestOf(code) });

describe('looking at what is live', () => {
  it('costs two calls for a function that does not change', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], 'my own words');
    const seen = await look(fakes, live, request('two'));
    expect(seen.record).toEqual({ kind: 'none', text: 'my own words' });
    expect(seen.serving?.version).toBe('2');
    expect(fakes.aliases.did).toEqual(['read orders-api:live']);
    expect(fakes.functions.did).toEqual(['look orders-api:2']);
  });

  it('costs four for one that does, and brings $LATEST and the versions', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const seen = await look(fakes, live, request('three'));
    expect(seen.latest?.version).toBe('$LATEST');
    expect(seen.versions.map((one) => one.version)).toEqual(['1', '2']);
    expect([...fakes.aliases.did, ...fakes.functions.did]).toHaveLength(4);
  });

  it('finds nothing where nothing is', async () => {
    const fakes = world();
    const seen = await look(fakes, live, request('one'));
    expect(seen).toEqual({
      alias: null,
      record: { kind: 'none', text: '' },
      serving: null,
      latest: null,
      versions: [],
    });
    expect(fakes.functions.did).toEqual(['look orders-api']);
  });

  it('takes the baseline for what is served while a rollout is open, also when the alias already points elsewhere', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const description = Record.format({ ...openRecord, baseline: '1', candidate: '2', phase: 'promoted' });
    fakes.aliases.put(live, { version: '2', additional: null, description });
    expect((await lookAtAlias(fakes, live)).serving?.version).toBe('1');
  });

  it('looks deeper at an alias that serves the wanted version but shares it with another', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    const additional = { version: '1', weight: Percent.of(10) };
    fakes.aliases.put(live, { version: '2', additional, description: '' });
    expect((await look(fakes, live, request('two'))).latest).not.toBeNull();
  });

  it('can look deeper later', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    const seen = await lookAtAlias(fakes, live);
    expect(seen.latest).toBeNull();
    expect((await lookDeeper(fakes, live, seen)).latest?.digest).toBe(digestOf('one'));
  });
});
