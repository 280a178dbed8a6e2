import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import {
  CreateFunctionCommand,
  InvokeCommand,
  PublishLayerVersionCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { createDeliveries } from '../../src/local/invocations/deliveries';
import { receive } from '../../src/local/wire/receive';
import { tooLarge, tooMuch } from '../../src/local/wire/refused';
import { createRoom } from '../../src/local/wire/room';
import { createServices } from '../../src/local/wire/services';
import { createActive, creation } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf, token } from './world';
import { codeOf, zipOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Uint8Array;
}

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function send({ method = 'GET', path, headers = {}, body = '' }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port: aws.served.port,
      method,
      path,
      agent: false,
      headers: { ...headers, 'content-length': String(body.length) },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.end(body);
  });
}

const signed = (service: string): string => `AWS4-HMAC-SHA256 Credential=a/b/c/${service}/aws4_request`;

/** One of every kind of path. */
async function places(): Promise<Sent[]> {
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
  await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key: 'a', Body: 'x' }));
  await aws.lambda.send(new CreateFunctionCommand(creation('orders')));
  const sha256 = [...aws.world.functions.entries.values()][0]?.latest.config.CodeSha256 ?? '';
  return [
    { path: '/2015-03-31/functions' },
    { path: '/depot/a', headers: { authorization: signed('s3') } },
    { path: '/?Action=ListRoles&X-Amz-Credential=a/b/c/iam/aws4_request' },
    { path: '/_shipit/health', headers: { 'x-shipit-token': token } },
    { path: new URL(aws.world.downloads.location(sha256)).pathname },
    {
      method: 'POST',
      path: '/',
      headers: { 'x-amz-target': 'GraniteServiceVersion20100801.ListMetrics' },
      body: '{}',
    },
  ];
}

describe('a web page', () => {
  test.each([
    ['another host, whose name was bound to this machine', { host: 'evil.example' }],
    ['an origin', { origin: 'http://localhost:3000' }],
    ['a picture on another site', { 'sec-fetch-site': 'cross-site' }],
    ['a script of another port', { 'sec-fetch-site': 'same-site' }],
  ])('with %s gets nothing from any path', async (_what, foreign) => {
    for (const place of await places()) {
      expect(await send(place)).toMatchObject({ status: 200 });
      const { status, body } = await send({ ...place, headers: { ...place.headers, ...foreign } });
      expect([place.path, status, body]).toEqual([
        place.path,
        403,
        '{"message":"The local AWS answers to programs on this machine only"}',
      ]);
    }
  });

  test('is never told that it may', async () => {
    const asks = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-shipit-token',
    };
    for (const place of await places())
      for (const method of [place.method ?? 'GET', 'OPTIONS', 'HEAD']) {
        const { headers } = await send({ ...place, method, headers: { ...place.headers, ...asks } });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
  });

  test('that somebody has typed in is let in, as a program is', async () => {
    const { status } = await send({ path: '/2015-03-31/functions', headers: { 'sec-fetch-site': 'none' } });
    expect(status).toBe(200);
  });
});

test('only the loopback address is listened to, not every address of the machine', async () => {
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect({ host: '127.0.0.2', port: aws.served.port });
    socket.on('connect', () => resolve('connected'));
    socket.on('error', () => resolve('refused'));
    socket.setTimeout(500, () => resolve('refused'));
    socket.on('close', () => undefined);
  });
  expect(outcome).toBe('refused');
});

test.each([
  ['GET', 'health'],
  ['GET', 'clock'],
  ['PUT', 'clock'],
  ['POST', 'seed'],
  ['GET', 'faults'],
  ['POST', 'faults'],
  ['GET', 'deliveries'],
  ['POST', 'reset'],
  ['POST', 'traffic'],
  ['GET', 'visit'],
  ['GET', 'code/x'],
  ['GET', ''],
])('%s /_shipit/%s wants the token', async (method, name) => {
  const path = `/_shipit/${name}`;
  expect((await send({ method, path })).status).toBe(403);
  for (const given of ['', 'wrong', `${token}x`, token.slice(1)])
    expect((await send({ method, path, headers: { 'x-shipit-token': given } })).status).toBe(403);
});

describe('a body', () => {
  const stream = (...sizes: number[]): IncomingMessage =>
    Object.assign(Readable.from(sizes.map((size) => Buffer.alloc(size, 'a'))), {
      method: 'PUT',
      url: '/depot/a',
      headers: {},
    }) as unknown as IncomingMessage;

  test('that is larger than its service takes is read to its end and not kept', async () => {
    const room = createRoom(1000);
    const { refused, request: got } = await receive(stream(6, 6, 6), { limitBytes: 10, stay: room() });
    expect([refused, got.body.length]).toEqual(['oversized', 0]);
    expect(room().take(1000)).toBe(true);
  });

  test('for which others leave no room is refused until they have left', async () => {
    const room = createRoom(10);
    const first = room();
    expect((await receive(stream(4, 4), { limitBytes: 100, stay: first })).refused).toBeNull();
    expect((await receive(stream(4), { limitBytes: 100, stay: room() })).refused).toBe('crowded');
    first.leave();
    const again = await receive(stream(4, 4), { limitBytes: 100, stay: room() });
    expect([again.refused, again.request.body.length]).toEqual([null, 8]);
  });

  test.each([
    ['s3', 'EntityTooLarge', 400, 'SlowDown'],
    ['lambda', 'RequestEntityTooLargeException', 413, 'ServiceUnavailableException'],
  ])('is refused in the words of %s', (name, large, status, much) => {
    const service = createServices()({
      path: '/2015-03-31/functions',
      query: new URLSearchParams(),
      headers: { authorization: signed(name) },
    });
    const asked = {
      method: 'POST',
      path: '/2015-03-31/functions',
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.alloc(0),
    };
    expect(tooLarge(service, asked)).toMatchObject({ name: large, status });
    expect(tooMuch(service)).toMatchObject({ name: much, status: 503 });
  });

  test.each([
    ['com.amazonaws.cloudwatch', 'GraniteServiceVersion20100801.PutMetricData', 1_048_576],
    ['a parameter', 'AmazonSSM.PutParameter', 1_000_000],
    ['a secret', 'secretsmanager.CreateSecret', 1_000_000],
    ['logs', 'Logs_20140328.PutLogEvents', 8_000_000],
  ])('for %s has a bound, packed or not', async (_what, target, most) => {
    const asked = { method: 'POST', path: '/', headers: { 'x-amz-target': target } };
    const body = Buffer.alloc(most + 1, ' ');
    expect(await send({ ...asked, body })).toMatchObject({
      status: 413,
      body: expect.stringContaining(`Request must be smaller than ${most} bytes`),
    });
    const packed = { ...asked.headers, 'content-encoding': 'gzip' };
    expect(await send({ ...asked, headers: packed, body: gzipSync(body) })).toMatchObject({
      status: 400,
      body: expect.stringContaining('The request body is not gzip within the limit'),
    });
  });

  test('in more small chunks than bytes are worth is refused', async () => {
    await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
    const headers = {
      authorization: signed('s3'),
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    };
    const put = (body: string) => send({ method: 'PUT', path: '/depot/a', headers, body });
    expect((await put(`${'1\r\na\r\n'.repeat(100)}0\r\n\r\n`)).status).toBe(200);
    const { status, body } = await put(`${'1\r\na\r\n'.repeat(20_000)}0\r\n\r\n`);
    expect([status, body]).toEqual([403, expect.stringContaining('<Code>InvalidChunkSizeError</Code>')]);
  });
});

/** Files and folders below a folder, with those modes that let others in. */
function openTo(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );
}

describe('what is written', () => {
  test('stays in the folder of the world, closed to everybody else, whatever it is called', async () => {
    const beside = new Set(readdirSync(dirname(aws.folder)));
    await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
    const keys = ['../../../escaped', '/etc/escaped', '..', '.', 'a/../../escaped', '%2e%2e/escaped', 'a//b'];
    for (const Key of keys) {
      await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key, Body: Key }));
      const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: 'depot', Key }));
      expect(await Body?.transformToString()).toBe(Key);
    }
    await aws.ssm.send(new PutParameterCommand({ Name: '/a/b', Value: 'x', Type: 'SecureString' }));
    await aws.secrets.send(new CreateSecretCommand({ Name: 'a/../../escaped', SecretString: 'x' }));
    await createActive(aws, 'orders');
    await aws.lambda.send(new InvokeCommand({ FunctionName: 'orders' }));
    const after = readdirSync(dirname(aws.folder)).filter((name) => !beside.has(name));
    expect(after.filter((name) => name.includes('escaped'))).toEqual([]);
    expect(readdirSync(join(aws.folder, 'objects')).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    expect(openTo(aws.folder)).toEqual([]);
  });

  test.each([
    ['leads out of its folder', zipOf({ name: '../../escaped.js', data: 'x' })],
    ['has an absolute name', zipOf({ name: '/escaped.js', data: 'x' })],
    [
      'goes through a link of its own',
      zipOf({ name: 'out', data: '../..', mode: 0o120777 }, { name: 'out/escaped.js', data: 'x' }),
    ],
  ])('comes from no zip that %s: neither as a function nor as a layer', async (_what, zip) => {
    await createActive(aws, 'orders');
    const update = new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile: zip });
    const layer = new PublishLayerVersionCommand({ LayerName: 'deps', Content: { ZipFile: zip } });
    const refused = { name: 'InvalidParameterValueException', status: 400 };
    expect(await refusalOf(aws.lambda.send(update))).toMatchObject(refused);
    expect(await refusalOf(aws.lambda.send(layer))).toMatchObject(refused);
    expect(existsSync(join(aws.folder, 'escaped.js'))).toBe(false);
    expect(existsSync(join(dirname(aws.folder), 'escaped.js'))).toBe(false);
  });

  test('by a function goes with its environment, and what its links lead to stays', async () => {
    const outside = join(aws.folder, 'precious');
    mkdirSync(outside, { mode: 0o700 });
    writeFileSync(join(outside, 'file'), 'kept', { mode: 0o600 });
    const code = `
      const { symlinkSync } = require('node:fs');
      exports.handler = async () => symlinkSync(${JSON.stringify(outside)}, require('node:os').tmpdir() + '/link');`;
    await createActive(aws, 'orders');
    const ZipFile = zipOf({ name: 'index.js', data: code });
    await aws.lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile }));
    await aws.clock.advance(5000);
    const { FunctionError } = await aws.lambda.send(new InvokeCommand({ FunctionName: 'orders' }));
    expect(FunctionError).toBeUndefined();
    await aws.world.runtime.close();
    expect(readdirSync(join(aws.folder, 'tmp'))).toEqual([]);
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('kept');
  });
});

test('of what was sent to queues as much is kept as fits, the newest in any case', () => {
  const deliveries = createDeliveries();
  const send = (requestId: string, body: string): void =>
    deliveries.add({
      atMs: 0,
      kind: 'destination',
      target: 'queue',
      functionArn: 'f',
      requestId,
      body,
      attributes: {},
    });
  const large = 'x'.repeat(30 * 1024 * 1024);
  for (const id of ['1', '2', '3']) send(id, large);
  expect(deliveries.all.map(({ requestId }) => requestId)).toEqual(['2', '3']);
  send('4', large.repeat(3));
  expect(deliveries.all.map(({ requestId }) => requestId)).toEqual(['4']);
});

test('a zip in a bucket that is larger than any function is not even read', async () => {
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
  await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key: 'a', Body: codeOf('one') }));
  const [version] = aws.world.objects.buckets.get('depot')?.objects.get('a') ?? [];
  Object.assign(version?.content ?? {}, { size: 262_144_001 });
  const { Code: _code, ...rest } = creation('orders');
  const create = new CreateFunctionCommand({ ...rest, Code: { S3Bucket: 'depot', S3Key: 'a' } });
  expect(await refusalOf(aws.lambda.send(create))).toEqual({
    name: 'InvalidParameterValueException',
    status: 400,
    message: 'Unzipped size must be smaller than 262144000 bytes',
  });
});
