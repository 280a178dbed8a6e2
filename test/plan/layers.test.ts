import type { LayerSpec } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import { layerArnOf, layersUsed, planLayer } from '../../src/plan/layers';
import { publishLayer } from '../../src/release/layers';
import type { FakeLayers } from '../fakes/layers';
import { contentOf } from '../forms';
import fc from '../property';
import { artifact, ground, layerSpec, spec, world } from './scene';

const plan = (layers: FakeLayers, change: Partial<LayerSpec> = {}, code = 'one') =>
  planLayer(layers, { spec: layerSpec(change), artifact: artifact(code), ground, signer: null });

/** A release with this content, as far as the layer goes; answers the number of the version. */
async function release(layers: FakeLayers, code: string, change: Partial<LayerSpec> = {}): Promise<number> {
  const made = await plan(layers, change, code);
  if (made.version !== null) return made.version;
  return Number((await publishLayer(layers, made, contentOf(made.artifact))).split(':').at(-1));
}

describe('whatever was released before', () => {
  it('the same content is never published twice, and no version that is used or new goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (contents, keep) => {
          const { layers } = world();
          const numbers = new Map<string, number>();
          for (const content of contents) {
            const number = await release(layers, content);
            expect(numbers.get(content) ?? number).toBe(number);
            numbers.set(content, number);
          }
          const last = contents.at(-1) ?? '';
          const made = await plan(layers, { keep }, last);
          expect(made.surplus).not.toContain(made.version);
          const left = (await layers.versions('orders-deps')).length - made.surplus.length;
          expect(left).toBeLessThanOrEqual(keep + 1);
          expect(left).toBeGreaterThanOrEqual(Math.min(keep, numbers.size));
        },
      ),
    );
  });
});

describe('a layer', () => {
  it('that nobody published yet has no number', async () => {
    const made = await plan(world().layers);
    expect(made).toMatchObject({ version: null, surplus: [] });
    expect(layerArnOf(made)).toBe('arn:aws:lambda:eu-west-1:123456789012:layer:orders-deps:new');
  });

  it('with content that is there already is found again by its description', async () => {
    const { layers } = world();
    await release(layers, 'one', { description: 'what all functions need' });
    await release(layers, 'two', { description: 'what all functions need' });
    const made = await plan(layers, { description: 'what all functions need' }, 'one');
    expect(made.version).toBe(1);
    expect(layerArnOf(made)).toMatch(/:layer:orders-deps:1$/);
  });

  it.each<[string, Partial<LayerSpec>]>([
    ['description', { description: 'other words' }],
    ['license', { license: 'MIT' }],
    ['runtimes', { runtimes: ['nodejs24.x'] }],
    ['architectures', { architectures: ['arm64'] }],
  ])('is a new version when only its %s changes', async (_, change) => {
    const { layers } = world();
    await release(layers, 'one');
    expect((await plan(layers, change)).version).toBeNull();
  });

  it('does not care in which order the file names runtimes and architectures', async () => {
    const { layers } = world();
    const runtimes = ['nodejs22.x', 'nodejs24.x'];
    await release(layers, 'one', { runtimes });
    expect((await plan(layers, { runtimes: [...runtimes].reverse() })).version).toBe(1);
  });

  it('does not take a description for its own that only begins like it', async () => {
    const { layers } = world();
    const { mark } = await plan(layers);
    const other = {
      name: 'orders-deps',
      content: { zip: zipOfBytes(Buffer.from('x')) },
      runtimes: [],
      architectures: [],
      license: null,
    };
    await layers.publish({ ...other, description: `${mark}0` });
    expect((await plan(layers)).version).toBeNull();
  });
});

describe('versions beyond those to keep', () => {
  it('stay all of them when the file does not say how many', async () => {
    const { layers } = world();
    for (const code of ['a', 'b', 'c']) await release(layers, code);
    expect((await plan(layers, {}, 'd')).surplus).toEqual([]);
  });

  it('are the oldest, and a new one counts among those that stay', async () => {
    const { layers } = world();
    for (const code of ['a', 'b', 'c', 'd']) await release(layers, code);
    expect((await plan(layers, { keep: 2 }, 'd')).surplus).toEqual([2, 1]);
    expect((await plan(layers, { keep: 2 }, 'e')).surplus).toEqual([3, 2, 1]);
    expect((await plan(layers, { keep: 1 }, 'e')).surplus).toEqual([4, 3, 2, 1]);
  });

  it('are never the one that is used, however old', async () => {
    const { layers } = world();
    for (const code of ['a', 'b', 'c']) await release(layers, code);
    expect((await plan(layers, { keep: 1 }, 'a')).surplus).toEqual([2]);
  });

  it('are never those that somebody else published under the same name', async () => {
    const { layers } = world();
    const other = {
      name: 'orders-deps',
      content: { zip: zipOfBytes(Buffer.from('x')) },
      runtimes: [],
      architectures: [],
      license: null,
    };
    await layers.publish({ ...other, description: 'by hand' });
    for (const code of ['a', 'b']) await release(layers, code);
    expect((await plan(layers, { keep: 1 }, 'b')).surplus).toEqual([2]);
  });
});

describe('the layers of some functions', () => {
  it('are named once each, sorted, without those of others', () => {
    const theirs = 'arn:aws:lambda:eu-west-1:123456789012:layer:theirs:3';
    const functions = [
      spec({ config: { layers: ['layer:web', theirs, 'layer:deps'] } }),
      spec({ config: { layers: ['layer:deps'] } }),
      spec({ config: { layers: [] } }),
      spec({}),
    ];
    expect(layersUsed(functions)).toEqual(['deps', 'web']);
  });
});
