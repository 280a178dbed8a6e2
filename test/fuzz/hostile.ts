/** Requests that want to take the server down: bombs, floods, depths, and bytes of no sense at all. */
import { gzipSync } from 'node:zlib';
import { type FuzzRequest, jsonOf, signed } from './requests';
import { anything, type Chance, pick, words } from './texts';
import { hostileCount, hostileZip } from './zips';

type Made = Omit<FuzzRequest, 'what'>;

const deep = 100_000;
const nested = (open: string, close: string): Buffer => Buffer.from(open.repeat(deep) + close.repeat(deep));
const jsonType = { 'content-type': 'application/x-amz-json-1.1' };

const deepBodies: readonly (() => Buffer)[] = [
  () => nested('[', ']'),
  () => nested('{"a":', '}'),
  () => Buffer.from(`{"Tags":${'['.repeat(deep)}${']'.repeat(deep)}}`),
  () => Buffer.from(`{"tags":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`),
  () => Buffer.from('['.repeat(deep)),
  () => Buffer.from(`{"FunctionName":"${'x'.repeat(5_000_000)}"}`),
  () => Buffer.from(`{"a":${'9'.repeat(500_000)}}`),
  () => Buffer.from(`{${'"a":1,'.repeat(300_000)}"b":2}`),
];

const xmlBodies: readonly (() => Buffer)[] = [
  () => nested('<a>', '</a>'),
  () => Buffer.from('<a>'.repeat(deep)),
  () => Buffer.from(`<Tagging><TagSet>${'<Tag>'.repeat(deep)}${'</Tag>'.repeat(deep)}</TagSet></Tagging>`),
  () =>
    Buffer.from(
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((one, index) => `<!ENTITY ${one} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]><Tagging><TagSet>&j;</TagSet></Tagging>`,
    ),
  () => Buffer.from('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Tagging>&a;</Tagging>'),
  () => Buffer.from(`<Delete>${'<Object><Key>a</Key></Object>'.repeat(20_000)}</Delete>`),
  () => Buffer.from(`<Tagging ${'a="b" '.repeat(50_000)}/>`),
  () => Buffer.from(`<Tagging>${'&#x41;'.repeat(100_000)}</Tagging>`),
  () => Buffer.from(`<Tagging><![CDATA[${']'.repeat(100_000)}`),
  () => Buffer.from(`<!--${'-'.repeat(200_000)}`),
  () => Buffer.from('<__proto__><a>1</a></__proto__>'),
];

const forms: readonly (() => string)[] = [
  () => `Action=CreateRole&${'a=b&'.repeat(100_000)}`,
  () =>
    `Action=TagRole&${Array.from({ length: 20_000 }, (_, index) => `Tags.member.${index}.Key=a`).join('&')}`,
  () => `Action=TagRole&Tags${'.member.1'.repeat(5000)}=a`,
  () => `Action=TagRole&${'.'.repeat(100_000)}=a&__proto__.a=1&constructor.prototype.a=1`,
  () => `Action=GetRole&RoleName=${'%41'.repeat(200_000)}`,
  () => `Action=${'GetRole'.repeat(10_000)}&Version=%ff%fe`,
];

const gzipBomb = gzipSync(Buffer.alloc(60_000_000, ' '));

const kinds: { readonly [what: string]: (next: Chance) => Made } = {
  'deep JSON': (next) => ({
    ...pick<Omit<Made, 'body'>>(next, [
      { method: 'POST', path: '/2015-03-31/functions', headers: { authorization: signed('lambda') } },
      { method: 'POST', path: '/', headers: { ...jsonType, 'x-amz-target': 'Logs_20140328.CreateLogGroup' } },
      { method: 'POST', path: '/', headers: { ...jsonType, 'x-amz-target': 'secretsmanager.TagResource' } },
      {
        method: 'POST',
        path: '/',
        headers: { ...jsonType, 'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData' },
      },
      {
        method: 'POST',
        path: '/2015-03-31/functions/orders/invocations',
        headers: { authorization: signed('lambda') },
      },
    ]),
    body: pick(next, deepBodies)(),
  }),
  'XML bomb': (next) => ({
    method: pick(next, ['PUT', 'POST']),
    path: pick(next, [
      '/code?tagging',
      '/code?delete',
      '/code/a?tagging',
      '/code?lifecycle',
      '/code/a?uploadId=x',
    ]),
    headers: { authorization: signed('s3') },
    body: pick(next, xmlBodies)(),
  }),
  'huge form': (next) => ({
    method: 'POST',
    path: '/',
    headers: {
      authorization: signed(pick(next, ['iam', 'sts', 'cloudformation'])),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: Buffer.from(pick(next, forms)()),
  }),
  'gzip bomb': (next) => ({
    method: 'POST',
    path: '/',
    headers: {
      'x-amz-target': pick(next, [
        'Logs_20140328.PutLogEvents',
        'GraniteServiceVersion20100801.PutMetricData',
      ]),
      'content-encoding': 'gzip',
    },
    body: gzipBomb,
  }),
  'chunked upload': (next) => {
    const data = pick(next, ['a', 'x'.repeat(9000), '']);
    const size = pick(next, [
      data.length.toString(16),
      'ffffffff',
      '-1',
      '0x1',
      `${data.length.toString(16)};${';'.repeat(5000)}\n`,
    ]);
    const trailer = pick(next, [
      '',
      'x-amz-checksum-crc32:AAAAAA==\r\n',
      `x-amz-checksum-a${' '.repeat(5000)}`,
    ]);
    return {
      method: 'PUT',
      path: '/code/chunked',
      headers: {
        authorization: signed('s3'),
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': pick(next, [String(data.length), '-1', '999999999']),
      },
      body: Buffer.from(
        `${`1\r\na\r\n`.repeat(next() < 0.1 ? 20_000 : 0)}${size}\r\n${data}\r\n0\r\n${trailer}\r\n`,
      ),
    };
  },
  presigned: (next) => ({
    method: pick(next, ['GET', 'PUT', 'HEAD', 'DELETE']),
    path: `/code/${pick(next, ['a', '%2e%2e/%2e%2e/escape', 'zip', '%E0%A4%A', '%00'])}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${pick(next, ['a%2Fb%2Fc%2Fs3%2Faws4_request', 'a/b/c/iam/aws4_request', '%ff', '////'])}&X-Amz-Date=20261121T000000Z&X-Amz-Expires=${pick(next, ['1', '-1', 'x'])}&X-Amz-Signature=0&X-Amz-SignedHeaders=host`,
    headers: {},
    body: Buffer.from('body'),
  }),
  'header flood': (next) => ({
    method: 'GET',
    path: '/code/a',
    headers: Object.fromEntries([
      ['authorization', signed(pick(next, ['s3', 'lambda']))],
      ...Array.from({ length: Math.floor(next() * 400) }, (_, index) => [
        `x-amz-meta-${index}`,
        'x'.repeat(20),
      ]),
    ]),
    body: Buffer.alloc(0),
  }),
  'hostile zip': (next) => {
    const ZipFile = hostileZip(Math.floor(next() * hostileCount)).toString('base64');
    const headers = { authorization: signed('lambda') };
    if (next() < 0.4)
      return {
        method: 'POST',
        path: '/2018-10-31/layers/tools/versions',
        headers,
        body: jsonOf({ Content: { ZipFile } }),
      };
    return {
      method: 'PUT',
      path: '/2015-03-31/functions/mail/code',
      headers,
      body: jsonOf({ ZipFile, Publish: true }),
    };
  },
  nonsense,
};

export function hostileRequest(next: Chance): FuzzRequest {
  const what = pick(next, Object.keys(kinds));
  return { what, ...(kinds[what] ?? nonsense)(next) };
}

const places = [
  ...['/', '/2015-03-31/functions', '/2015-03-31/functions/orders/../..', '//', '/%ff', '/code/../../x'],
  ...['/..%2f..%2fetc/passwd', '/2018-10-31/layers?find=LayerVersion', `/${'%2e%2e%2f'.repeat(500)}`],
  ...[
    '/service/GraniteServiceVersion20100801/operation/PutMetricData',
    `/code/${'a/'.repeat(3000)}`,
    '/?',
    '/?&&=&',
  ],
  ...['/_shipit/code/../../world.json', `/_shipit/code/${'0'.repeat(64)}/${'0'.repeat(64)}`, '/_shipit/'],
];
const headerNames = [
  ...[
    'host',
    'origin',
    'x-amz-target',
    'authorization',
    'content-type',
    'x-shipit-token',
    'transfer-encoding',
  ],
  ...['expect', 'x-amz-decoded-content-length', 'range', 'x-amz-content-sha256', 'sec-fetch-site', 'upgrade'],
];
const headerValues = [
  ...['', 'a', '*', 'chunked', '127.0.0.1', 'evil.example', '-1', 'bytes=9-1', signed('s3'), signed('x')],
  ...['STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'Logs_20140328.', 'GraniteServiceVersion20100801.__proto__'],
  ...[
    'websocket',
    'cross-site',
    signed('__proto__'),
    signed('constructor'),
    'multipart/form-data; boundary=x',
  ],
];

function nonsense(next: Chance): Made {
  const headers: { [name: string]: string } = {};
  for (let count = Math.floor(next() * 4); count > 0; count -= 1)
    headers[pick(next, headerNames)] = pick(next, headerValues);
  const random = Buffer.from(
    Array.from({ length: Math.floor(next() * 300) }, () => Math.floor(next() * 256)),
  );
  return {
    method: pick(next, ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']),
    path: pick(next, places),
    headers,
    body: pick(next, [random, jsonOf(anything(next, 0)), Buffer.from(pick(next, words))]),
  };
}
