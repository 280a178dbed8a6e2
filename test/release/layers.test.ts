import { ShipitError } from '../../src/core/errors';
import { planLayer } from '../../src/plan/layers';
import type { LayerPlan } from '../../src/plan/plan';
import { publishLayer, removeSurplus } from '../../src/release/layers';
import type { FakeLayers } from '../fakes/layers';
import { contentOf } from '../forms';
import { artifact, ground, layerSpec, world } from '../plan/scene';

const arn = (version: number) => `arn:aws:lambda:eu-west-1:123456789012:layer:orders-deps:${version}`;
const described = { description: 'what all functions need' };

const plan = (layers: FakeLayers, code = 'one', change = {}) =>
  planLayer(layers, {
    spec: layerSpec({ ...described, ...change }),
    artifact: artifact(code),
    ground,
    signer: null,
  });

const publishAsIs = (layers: FakeLayers, made: LayerPlan) =>
  publishLayer(layers, made, contentOf(made.artifact));

const lost = () => new ShipitError('timedOut', 'AWS did not answer');

describe('publishing a layer', () => {
  it('sends its content and what it is for, and answers the ARN of the version', async () => {
    const { layers } = world();
    const runtimes = ['nodejs24.x'];
    const made = await plan(layers, 'one', { runtimes, architectures: ['arm64'], license: 'MIT' });
    expect(await publishAsIs(layers, made)).toBe(arn(1));
    expect(layers.content(arn(1))).toEqual({
      name: 'orders-deps',
      content: made.artifact.code,
      description: `${made.mark} what all functions need`,
      runtimes,
      architectures: ['arm64'],
      license: 'MIT',
    });
  });

  it('cuts words that are too long for AWS, and finds the layer again all the same', async () => {
    const { layers } = world();
    const description = 'x'.repeat(300);
    await publishAsIs(layers, await plan(layers, 'one', { description }));
    expect(layers.content(arn(1))?.description).toHaveLength(256);
    expect((await plan(layers, 'one', { description })).version).toBe(1);
  });

  it('whose answer was lost does not publish a second time', async () => {
    const { layers } = world();
    const made = await plan(layers);
    layers.failNext('publish', lost(), 'after');
    expect(await publishAsIs(layers, made)).toBe(arn(1));
    expect(layers.did.filter((call) => call.startsWith('publish'))).toHaveLength(1);
  });

  it('that had no effect is tried again, ten times in all; one that AWS refuses fails without another look', async () => {
    const { layers } = world();
    const made = await plan(layers);
    for (let nth = 1; nth <= 10; nth += 1) layers.failNext('publish', lost(), 'before');
    await expect(publishAsIs(layers, made)).rejects.toMatchObject({ code: 'timedOut' });
    layers.did.length = 0;
    layers.failNext('publish', new ShipitError('invalid', 'too large'), 'before');
    await expect(publishAsIs(layers, made)).rejects.toMatchObject({ code: 'invalid' });
    expect(layers.did).toEqual(['publish orders-deps']);
  });

  it('is nothing that an image can be used for', async () => {
    const { layers } = world();
    const made = await plan(layers);
    const image = { ...made, artifact: { ...made.artifact, code: { imageUri: 'x' } } };
    await expect(publishAsIs(layers, image)).rejects.toThrow('layer deps is no zip');
  });
});

describe('versions that are too many', () => {
  it('are taken away, those alone', async () => {
    const { layers } = world();
    for (const code of ['a', 'b', 'c']) await publishAsIs(layers, await plan(layers, code));
    await removeSurplus(layers, [await plan(layers, 'c', { keep: 1 })]);
    expect((await layers.versions('orders-deps')).map(({ version }) => version)).toEqual([3]);
  });
});
