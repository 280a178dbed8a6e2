import { planLayer } from '../../src/plan/layers';
import { settle } from '../../src/plan/settle';
import { publishLayer } from '../../src/release/layers';
import { contentOf } from '../forms';
import { artifact, ground, layerSpec, roleSpec, spec, world } from './scene';

const theirs = 'arn:aws:lambda:eu-west-1:123456789012:layer:theirs:3';
const ours = 'arn:aws:lambda:eu-west-1:123456789012:layer:orders-';

/** `deps` is published as version 1, `web` is yet to be. */
async function layers() {
  const { layers: port } = world();
  const planned = (key: string) =>
    planLayer(port, {
      spec: layerSpec({ key, name: `orders-${key}` }),
      artifact: artifact(key),
      ground,
      signer: null,
    });
  const deps = await planned('deps');
  await publishLayer(port, deps, contentOf(deps.artifact));
  return [await planned('deps'), await planned('web')];
}

describe('what a project file leaves open', () => {
  it('becomes the ARNs of layers, in the order of the file', async () => {
    const one = spec({ config: { layers: ['layer:web', theirs, 'layer:deps'], memorySize: 256 } });
    expect(settle(one, { layers: await layers(), ground }).config).toEqual({
      layers: [`${ours}web:new`, theirs, `${ours}deps:1`],
      memorySize: 256,
    });
  });

  it.each([
    ['/', 'arn:aws:iam::123456789012:role/orders-api-role'],
    ['/teams/orders/', 'arn:aws:iam::123456789012:role/teams/orders/orders-api-role'],
  ])('becomes the ARN of the role below %s that shipit makes', (path, role) => {
    expect(settle(spec({ role: roleSpec({ path }) }), { layers: [], ground }).config).toEqual({ role });
  });

  it('is nothing where layers and role are left alone', () => {
    const one = spec({ config: { timeout: 9 } });
    expect(settle(one, { layers: [], ground: null })).toEqual(one);
  });

  it('is not the same as no layers at all, which the file may ask for', () => {
    expect(settle(spec({ config: { layers: [] } }), { layers: [], ground: null }).config).toEqual({
      layers: [],
    });
  });

  it('cannot be a layer that nobody looked at', () => {
    const one = spec({ config: { layers: ['layer:gone'] } });
    expect(() => settle(one, { layers: [], ground })).toThrow('nobody looked at layer gone');
  });
});
