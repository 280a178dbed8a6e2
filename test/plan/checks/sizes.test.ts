import { layerArnOf } from '../../../src/plan/layers';
import type { LayerPlan, Plan } from '../../../src/plan/plan';
import { preflight } from '../../../src/plan/preflight';
import { filesAt } from '../../forms';
import { check, noOptions, titles } from '../checking';
import { artifact } from '../scene';

const megabyte = 1024 * 1024;

const layer = (key: string, unzippedMb: number): LayerPlan => ({
  spec: {
    key,
    name: `orders-${key}`,
    code: filesAt(`/p/layers/${key}`),
    build: null,
    description: '',
    runtimes: [],
    architectures: [],
    license: null,
    keep: null,
    where: '',
  },
  artifact: { ...artifact(key), unzippedBytes: unzippedMb * megabyte },
  mark: 'shipit 0',
  layerArn: `arn:aws:lambda:eu-west-1:123456789012:layer:orders-${key}`,
  version: null,
  surplus: [],
});

/** The one function of the plan, with code of so many megabytes and these layers. */
async function problemsWith(codeMb: number, layers: readonly LayerPlan[], others: readonly string[] = []) {
  const { fakes, plan } = await check({});
  const functions = plan.functions.map((planned) => ({
    ...planned,
    artifact: { ...artifact('two'), unzippedBytes: codeMb * megabyte },
    config: { ...planned.config, layers: [...layers.map(layerArnOf), ...others] },
  }));
  const large: Plan = { ...plan, functions, layers };
  const checks = await preflight(fakes, large, noOptions);
  return checks.find(({ title }) => title === titles.sizes)?.problems ?? [];
}

describe('code and layers together', () => {
  it('may have 250 MB unzipped', async () => {
    expect(await problemsWith(150, [layer('deps', 60), layer('data', 40)])).toEqual([]);
  });

  it('are refused beyond, part by part', async () => {
    expect(await problemsWith(150, [layer('deps', 60), layer('data', 41)])).toEqual([
      'api: 251.0 MB unzipped (code 150.0 MB, layer deps 60.0 MB, layer data 41.0 MB); Lambda takes 250.0 MB together: leave out what the function does not load',
    ]);
  });

  it('count layers of the project alone that the function has: of others nobody knows the size', async () => {
    const foreign = 'arn:aws:lambda:eu-west-1:123456789012:layer:insights:3';
    expect(await problemsWith(249, [], [foreign])).toEqual([]);
  });
});
