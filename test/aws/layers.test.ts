import { GetLayerVersionCommand } from '@aws-sdk/client-lambda';
import { zipOfBytes } from '../../src/core/code';
import type { NewLayer } from '../../src/core/lambda';
import { codeOf } from '../local/zip';
import { onLocal } from './local';

const stage = onLocal();

const layer: NewLayer = {
  name: 'deps',
  content: { zip: zipOfBytes(codeOf('x')) },
  description: 'shipit abc',
  runtimes: ['nodejs24.x'],
  architectures: ['arm64'],
  license: 'MIT',
};

describe('layers', () => {
  test('have numbered versions, the newest first, which go one by one', async () => {
    const { aws } = stage();
    expect(await aws.layers.versions('deps')).toEqual([]);
    const one = await aws.layers.publish(layer);
    const two = await aws.layers.publish({ ...layer, description: '' });
    expect(one).toEqual({
      arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:deps:1',
      version: 1,
      description: 'shipit abc',
    });
    expect(await aws.layers.versions('deps')).toEqual([two, one]);
    await aws.layers.remove('deps', 2);
    await aws.layers.remove('deps', 2);
    expect(await aws.layers.versions('deps')).toEqual([one]);
    expect((await aws.layers.publish(layer)).version).toBe(3);
  });

  test('say what they are for', async () => {
    const { aws, local } = stage();
    await aws.layers.publish(layer);
    await aws.layers.publish({ ...layer, runtimes: [], architectures: [], license: null });
    const read = (VersionNumber: number) =>
      local.lambda.send(new GetLayerVersionCommand({ LayerName: 'deps', VersionNumber }));
    expect(await read(1)).toMatchObject({
      CompatibleRuntimes: ['nodejs24.x'],
      CompatibleArchitectures: ['arm64'],
      LicenseInfo: 'MIT',
    });
    expect((await read(2)).CompatibleRuntimes ?? []).toEqual([]);
  });

  test('that have many versions are read page by page', async () => {
    const { aws, local } = stage();
    for (let count = 0; count < 55; count += 1) {
      await aws.layers.publish(layer);
      await local.clock.advance(100);
    }
    const versions = await aws.layers.versions('deps');
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 55 }, (_, at) => 55 - at));
  });
});
