import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  CreateRepositoryCreationTemplateCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetDownloadUrlForLayerCommand,
  PutAccountSettingCommand,
  PutImageTagMutabilityCommand,
} from '@aws-sdk/client-ecr';
import { until } from './held';
import {
  anyLayer,
  built,
  described,
  dockerType,
  indexType,
  makeRepository,
  ociType,
  Pusher,
  refusedWith,
  sha256,
} from './registry';
import { account, type LocalAws, openLocalAws, region } from './world';

let aws: LocalAws;
let pusher: Pusher;

beforeEach(async () => {
  aws = await openLocalAws();
  await makeRepository(aws, 'shop/orders');
  pusher = await Pusher.of(aws);
});
afterEach(() => aws.close());

const hourMs = 3_600_000;
const unknown = `The repository with name 'none' does not exist in the registry with id '${account}'`;

describe('whoever comes to the registry', () => {
  const knock = (authorization?: string) =>
    fetch(`${aws.served.endpoint}/v2/`, { headers: authorization === undefined ? {} : { authorization } });

  it('shows a password, or is told to', async () => {
    expect((await knock(pusher.authorization)).status).toBe(200);
    for (const wrong of [
      undefined,
      'Basic QVdTOng=',
      'Bearer x',
      `Basic ${Buffer.from('root:x').toString('base64')}`,
    ]) {
      const turned = await knock(wrong);
      expect([turned.status, await turned.text()]).toEqual([401, 'Not Authorized\n']);
      expect(turned.headers.get('www-authenticate')).toMatch(/^Basic realm="http:\/\/127\.0\.0\.1:\d+\/"/);
    }
  });

  it('may not use a password that ran out, nor change when it runs out', async () => {
    const content = Buffer.from(pusher.authorization.slice(6), 'base64').toString('utf8').slice(4);
    const json = JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as { expiration: number };
    const longer = Buffer.from(JSON.stringify({ ...json, expiration: json.expiration + 1 })).toString(
      'base64',
    );
    expect((await knock(`Basic ${Buffer.from(`AWS:${longer}`).toString('base64')}`)).status).toBe(401);
    await aws.clock.advance(12 * hourMs);
    expect(await refusedWith(await knock(pusher.authorization))).toEqual({
      status: 403,
      code: 'DENIED',
      message: 'Your authorization token has expired. Reauthenticate and try again.',
    });
  });

  it('calls it by the name that it has at AWS, when that leads here, and no other account', async () => {
    const ask = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const { port } = aws.served;
        const headers = { host, authorization: pusher.authorization };
        const sent = request({ host: '127.0.0.1', port, path: '/v2/shop/orders/tags/list', headers });
        sent.on('response', (response) => resolve(response.resume().statusCode ?? 0));
        sent.on('error', reject).end();
      });
    expect(await ask(`${account}.dkr.ecr.${region}.amazonaws.com`)).toBe(200);
    expect(await ask(`999999999999.dkr.ecr.${region}.amazonaws.com`)).toBe(404);
    expect(await ask(`${account}.dkr.ecr.${region}.amazonaws.com.example.com`)).toBe(403);
  });
});

describe('an image', () => {
  it.each([ociType, dockerType])('with a manifest of %s comes back as it was pushed', async (type) => {
    const layers = ['first', 'second'];
    const { text } = built({ type, layers });
    expect(await pusher.image('shop/orders', 'v1', { type, layers })).toBe(sha256(text));
    for (const reference of ['v1', sha256(text)]) {
      const pulled = await pusher.ask(`GET shop/orders/manifests/${reference}`);
      expect([pulled.status, await pulled.text()]).toEqual([200, text]);
      expect(pulled.headers.get('content-type')).toBe(type);
      expect(pulled.headers.get('docker-content-digest')).toBe(sha256(text));
      const seen = await pusher.ask(`HEAD shop/orders/manifests/${reference}`);
      expect(seen.headers.get('content-length')).toBe(String(text.length));
    }
    const blob = await fetch(`${aws.served.endpoint}/v2/shop/orders/blobs/${sha256('second')}`, {
      headers: { authorization: pusher.authorization },
    });
    expect(await blob.text()).toBe('second');
  });

  it('needs a repository, a digest that is right, and everything that it is made of', async () => {
    const { text } = built();
    const refusals = [
      ['PUT none/manifests/v1', 404, 'NAME_UNKNOWN', unknown],
      [
        'PUT shop/orders/manifests/v1',
        400,
        'MANIFEST_BLOB_UNKNOWN',
        expect.stringContaining(sha256(anyLayer)),
      ],
      [`PUT shop/orders/manifests/${sha256('x')}`, 400, 'DIGEST_INVALID', expect.any(String)],
      ['PUT shop/orders/manifests/-v1', 405, 'UNSUPPORTED', expect.any(String)],
      ['PUT Shop/manifests/v1', 400, 'NAME_INVALID', expect.any(String)],
      ['GET shop/orders/manifests/v1', 404, 'MANIFEST_UNKNOWN', 'Requested image not found'],
      ['HEAD shop/orders/blobs/x', 404],
      [`GET shop/orders/blobs/${sha256('x')}`, 404, 'BLOB_UNKNOWN', expect.any(String)],
      [`DELETE shop/orders/blobs/${sha256('x')}`, 405, 'UNSUPPORTED', 'The operation is unsupported.'],
      ['GET _catalog', 405, 'UNSUPPORTED', 'The operation is unsupported.'],
      ['GET shop/orders/nothing', 404, 'UNSUPPORTED', '404 page not found'],
    ] as const;
    for (const [address, status, code, message] of refusals) {
      const body = address.startsWith('PUT') ? text : null;
      const refused = await pusher.ask(address, { headers: { 'content-type': ociType }, body });
      if (code) expect(await refusedWith(refused)).toEqual({ status, code, message });
      else expect(refused.status).toBe(status);
    }
  });

  it.each(['no JSON', '{"schemaVersion":1}', '{"schemaVersion":2,"layers":[]}', '[]'])(
    'is not %s',
    async (text) => {
      expect(await refusedWith(await pusher.manifest('shop/orders', 'v1', [text, ociType]))).toEqual({
        status: 405,
        code: 'UNSUPPORTED',
        message: "Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'",
      });
    },
  );

  it('of several platforms needs its images, which then stay', async () => {
    const { text: child } = built();
    const manifests = [described(child, ociType)];
    const index = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests });
    expect(await refusedWith(await pusher.manifest('shop/orders', 'all', [index, indexType]))).toMatchObject({
      code: 'MANIFEST_BLOB_UNKNOWN',
      message: expect.stringContaining(sha256(child)),
    });
    await pusher.image('shop/orders', sha256(child));
    expect((await pusher.manifest('shop/orders', 'all', [index, indexType])).status).toBe(201);
    const held = await pusher.ask(`DELETE shop/orders/manifests/${sha256(child)}`);
    expect(await refusedWith(held)).toMatchObject({ status: 403, code: 'DENIED' });
    expect((await pusher.ask('DELETE shop/orders/manifests/all')).status).toBe(202);
    expect((await pusher.ask(`DELETE shop/orders/manifests/${sha256(child)}`)).status).toBe(202);
    expect((await pusher.ask(`HEAD shop/orders/blobs/${sha256(anyLayer)}`)).status).toBe(404);
  });

  it('is found by what says something about it', async () => {
    const digest = await pusher.image('shop/orders', 'v1');
    const subject = described(built().text, ociType);
    const members = { artifactType: 'application/vnd.example.sbom', subject };
    const put = await pusher.image('shop/orders', 'sbom', { layers: ['a bill'], members });
    const listed = await pusher.ask(`GET shop/orders/referrers/${digest}`);
    expect(await listed.json()).toMatchObject({
      manifests: [{ digest: put, artifactType: 'application/vnd.example.sbom' }],
    });
  });
});

describe('a tag', () => {
  it('moves, and stays where tags are immutable, but for the same image', async () => {
    await pusher.image('shop/orders', 'v1');
    const second = await pusher.image('shop/orders', 'v1', { layers: ['another'] });
    const immutable = { repositoryName: 'shop/orders', imageTagMutability: 'IMMUTABLE' as const };
    await aws.ecr.send(new PutImageTagMutabilityCommand(immutable));
    expect(await pusher.image('shop/orders', 'v1', { layers: ['another'] })).toBe(second);
    const { text } = built();
    expect(await refusedWith(await pusher.manifest('shop/orders', 'v1', [text, ociType]))).toEqual({
      status: 400,
      code: 'TAG_INVALID',
      message:
        "The image tag 'v1' already exists in the 'shop/orders' repository and cannot be overwritten because the tag is immutable.",
    });
    expect((await pusher.manifest('shop/orders', 'v2', [text, ociType])).status).toBe(201);
  });

  it('is listed with the others, in pages', async () => {
    for (const tag of ['c', 'a', 'b']) await pusher.image('shop/orders', tag);
    const first = await pusher.ask('GET shop/orders/tags/list?n=2');
    expect(await first.json()).toEqual({ name: 'shop/orders', tags: ['a', 'b'] });
    const [, next = ''] = /<(.+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? [];
    const second = await pusher.ask(`GET ${next}`);
    expect([second.headers.get('link'), await second.json()]).toEqual([
      null,
      { name: 'shop/orders', tags: ['c'] },
    ]);
    expect((await pusher.ask('GET shop/orders/tags/list?n=x')).status).toBe(400);
  });
});

describe('a layer', () => {
  const begin = async (query = '') => {
    const begun = await pusher.ask(`POST shop/orders/blobs/uploads/${query}`);
    return { status: begun.status, location: begun.headers.get('location') ?? '' };
  };
  const there = async (bytes: string) =>
    (await pusher.ask(`HEAD shop/orders/blobs/${sha256(bytes)}`)).headers.get('content-length');

  /** Bytes of what is being received. */
  const halfWritten = (): number => {
    const folder = join(aws.folder, 'registry');
    const parts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.part')) : [];
    return parts.reduce(
      (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  };

  it('comes in one request', async () => {
    const sent = await pusher.ask(`POST shop/orders/blobs/uploads/?digest=${sha256('whole')}`, {
      body: 'whole',
    });
    expect([sent.status, sent.headers.get('docker-content-digest')]).toEqual([201, sha256('whole')]);
    expect(await there('whole')).toBe('5');
  });

  it('comes in parts, in order, and says how far it got', async () => {
    const { location } = await begin();
    const part = (range: string, body: string) =>
      pusher.ask(`PATCH ${location}`, { headers: { 'content-range': range }, body });
    expect((await part('0-4', 'first')).headers.get('range')).toBe('0-4');
    const late = await part('9-12', 'late');
    expect([late.status, late.headers.get('range')]).toEqual([416, '0-4']);
    expect((await pusher.ask(`GET ${location}`)).headers.get('range')).toBe('0-4');
    expect((await part('5-9', '-then')).status).toBe(202);
    const ended = await pusher.ask(`PUT ${location}?digest=${sha256('first-then-last')}`, { body: '-last' });
    expect(ended.status).toBe(201);
    expect(await there('first-then-last')).toBe('15');
    expect((await pusher.ask(`GET ${location}`)).status).toBe(404);
  });

  it('goes on after a connection that broke off', async () => {
    const { location } = await begin();
    await new Promise<void>((resolve) => {
      const headers = { authorization: pusher.authorization, 'transfer-encoding': 'chunked' };
      const sent = request(location, { method: 'PATCH', headers });
      sent.on('error', () => resolve());
      const cut = () => (halfWritten() === 5 ? sent.destroy(new Error('gone')) : setImmediate(cut));
      sent.write('first', cut);
    });
    const progress = async (): Promise<string | null> =>
      (await pusher.ask(`GET ${location}`)).headers.get('range');
    await until(async () => (await progress()) === '0-4');
    const ended = await pusher.ask(`PUT ${location}?digest=${sha256('first-then')}`, { body: '-then' });
    expect(ended.status).toBe(201);
  });

  it('must have the digest that it is given out for', async () => {
    const { location } = await begin();
    const wrong = await pusher.ask(`PUT ${location}?digest=${sha256('other')}`, { body: 'bytes' });
    expect(await refusedWith(wrong)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
    const odd = await pusher.ask(`PUT ${location}?digest=md5:x`);
    expect(await refusedWith(odd)).toMatchObject({ status: 400, code: 'DIGEST_INVALID' });
  });

  it('that is given up is forgotten, at once or after a day', async () => {
    const { location } = await begin();
    expect((await pusher.ask(`DELETE ${location}`)).status).toBe(204);
    expect((await pusher.ask(`GET ${location}`)).status).toBe(404);
    const { location: other } = await begin();
    await aws.clock.advance(31 * hourMs);
    pusher = await Pusher.of(aws);
    expect((await pusher.ask(`GET ${other}`)).status).toBe(404);
  });

  it('is taken from another repository where that is allowed, and pushed again where not', async () => {
    await makeRepository(aws, 'base');
    await pusher.blob('base', 'shared');
    const mount = `?mount=${sha256('shared')}&from=base`;
    expect((await begin(mount)).status).toBe(202);
    await aws.ecr.send(new PutAccountSettingCommand({ name: 'BLOB_MOUNTING', value: 'ENABLED' }));
    expect((await begin(mount)).status).toBe(201);
    expect(await there('shared')).toBe('6');
    expect((await begin(`?mount=${sha256('none')}&from=base`)).status).toBe(202);
  });

  it('is fetched where its address says, whole or in ranges, and nowhere else', async () => {
    await pusher.blob('shop/orders', '0123456789');
    const layer = { repositoryName: 'shop/orders', layerDigest: sha256('0123456789') };
    const { downloadUrl = '' } = await aws.ecr.send(new GetDownloadUrlForLayerCommand(layer));
    const redirected = await pusher.ask(`GET shop/orders/blobs/${layer.layerDigest}`);
    expect([redirected.status, redirected.headers.get('location')]).toEqual([307, downloadUrl]);
    expect(await (await fetch(downloadUrl)).text()).toBe('0123456789');
    const range = await fetch(downloadUrl, { headers: { range: 'bytes=2-4' } });
    expect([range.status, range.headers.get('content-range'), await range.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    expect((await fetch(downloadUrl, { headers: { range: 'bytes=20-' } })).status).toBe(416);
    expect((await fetch(downloadUrl, { method: 'HEAD' })).headers.get('content-length')).toBe('10');
    const forged = downloadUrl.replace(/layers\/\w/, (start) =>
      start.endsWith('0') ? 'layers/1' : 'layers/0',
    );
    expect((await fetch(forged)).status).toBe(403);
  });
});

test('a template lets a push make its repository', async () => {
  const template = {
    prefix: 'team',
    appliedFor: ['CREATE_ON_PUSH' as const],
    imageTagMutability: 'IMMUTABLE' as const,
    lifecyclePolicy: JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 5 },
          action: { type: 'expire' },
        },
      ],
    }),
  };
  await aws.ecr.send(new CreateRepositoryCreationTemplateCommand(template));
  await pusher.image('team/new', 'v1');
  const { repositories } = await aws.ecr.send(
    new DescribeRepositoriesCommand({ repositoryNames: ['team/new'] }),
  );
  expect(repositories).toMatchObject([{ imageTagMutability: 'IMMUTABLE' }]);
  expect(await refusedWith(await pusher.ask('POST none/blobs/uploads/'))).toMatchObject({ message: unknown });
});

describe('pushes and pulls', () => {
  it('are struck by faults as the operations that they stand for', async () => {
    const strike = (action: string, kind: 'throttle' | 'errorAfter') =>
      aws.world.faults.set([{ action, kind, rate: 1, ms: 0, times: 1 }], 1);
    const { text, config } = built();
    for (const bytes of [config, anyLayer]) await pusher.blob('shop/orders', bytes);
    strike('PutImage', 'throttle');
    const put = () => pusher.manifest('shop/orders', 'v1', [text, ociType]);
    expect(await refusedWith(await put())).toEqual({
      status: 429,
      code: 'TOOMANYREQUESTS',
      message: 'Rate exceeded',
    });
    strike('PutImage', 'errorAfter');
    expect((await put()).status).toBe(500);
    const { imageDetails } = await aws.ecr.send(new DescribeImagesCommand({ repositoryName: 'shop/orders' }));
    expect(imageDetails).toMatchObject([{ imageTags: ['v1'] }]);
  });

  it('are limited as at AWS, where limits are asked for', async () => {
    const limited = await openLocalAws({ limits: true });
    await makeRepository(limited, 'orders');
    const other = await Pusher.of(limited);
    const puts = Array.from({ length: 21 }, () => other.manifest('orders', 'v1', ['{}', ociType]));
    const statuses = (await Promise.all(puts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toEqual([429]);
    await limited.close();
  });
});
