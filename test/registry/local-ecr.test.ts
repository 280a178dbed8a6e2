import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateRepositoryCommand, DescribeImagesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { buildArtifact } from '../../src/artifact/build';
import { disk } from '../../src/compose/disk';
import { createRegistries } from '../../src/registry/registries';
import { making } from '../artifact/making';
import { specOf } from '../artifact/spec';
import { onLocal } from '../aws/local';
import { testFolder } from '../disk/folder';
import { pushImage, tinyBase } from './images';

const stage = onLocal();
const folder = testFolder();
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('the registry of the local AWS', () => {
  it('takes images by the address that they would have at AWS, and lets nobody in without its token', async () => {
    const { local, aws } = stage();
    const ecr = new ECRClient({
      region: 'eu-west-1',
      endpoint: local.served.endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    for (const repositoryName of ['bases', 'orders'])
      await ecr.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }));
    const registries = createRegistries({ ...disk, login: aws.registryLogin, silenceMs: 10_000 });
    const base = await tinyBase('base\n');
    await pushImage(registries, { host, name: 'bases' }, base);
    await registries.tag({ host, name: 'bases' }, '24', base.manifest);
    await mkdir(join(folder.path, 'dist'));
    await writeFile(join(folder.path, 'dist/index.js'), 'exports.handler = () => 1;\n');
    const packed = { include: null, exclude: [], allow: [], add: join(folder.path, 'dist'), to: '/var/task' };
    const image = { kind: 'append' as const, base: `${host}/bases:24`, ...packed };
    const { code, digest } = await buildArtifact(
      making({ ...disk, registries }),
      { ...specOf(''), code: null, image },
      folder.path,
    );
    if (!('image' in code)) throw new Error('it is no image');
    const orders = { host, name: 'orders' };
    await pushImage(registries, orders, code.image);
    await registries.tag(orders, 'v1', code.image.manifest);
    await registries.tag(orders, 'v1', code.image.manifest);
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName: 'orders' }));
    expect(imageDetails?.map(({ imageDigest }) => imageDigest)).toEqual([`sha256:${digest}`]);
    await expect(registries.tag(orders, 'v1', base.manifest)).rejects.toBeDefined();
    await pushImage(registries, orders, base);
    await expect(registries.tag(orders, 'v1', base.manifest)).rejects.toMatchObject({
      code: 'alreadyExists',
    });
    const nobody = createRegistries({
      ...disk,
      login: async () => ({ username: 'AWS', password: 'no', url: local.served.endpoint }),
      silenceMs: 10_000,
    });
    await expect(nobody.manifest(orders, 'v1')).rejects.toMatchObject({ code: 'accessDenied' });
    await expect(
      registries.push({ host, name: 'absent' }, base.blobs[0] as never, () => undefined),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
