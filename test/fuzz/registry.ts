/** Pushes and pulls that no client would make, by somebody who has a password. */
import { built, indexType, ociType, sha256 } from '../local/registry';
import { layers, repositories } from './known-registry';
import type { Learned } from './learned';
import type { FuzzRequest } from './requests';
import { type Chance, pick } from './texts';

const { text } = built();
const names = [
  ...repositories,
  'none',
  'team/new',
  '..',
  'a'.repeat(3000),
  'Upper',
  '%2e%2e%2fescape',
  '%ff',
  '__proto__',
];
const references = [
  'v1',
  'latest',
  sha256(text),
  sha256('x'),
  'sha256:x',
  '../../x',
  '%00',
  '__proto__',
  'constructor',
];
const blobs = [...layers.map(sha256), sha256('x'), 'sha512:0', ''];
const manifests = [
  ...[text, '{}', '[]', '', 'null', '{"schemaVersion":2,"manifests":[]}', '['.repeat(100_000)],
  JSON.stringify({ schemaVersion: 2, manifests: [{ digest: sha256(text), mediaType: ociType, size: 1 }] }),
  JSON.stringify({ schemaVersion: 2, config: null, layers: [null] }),
  'x'.repeat(5_000_000),
];
const ranges = ['0-4', '5-9', '9-1', 'bytes=0-3', 'bytes=-1', 'bytes=99-', `bytes=0-${'9'.repeat(400)}`, 'x'];
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export function registryRequest(next: Chance, password: string, learned: Learned): FuzzRequest {
  const name = pick(next, names);
  const token = pick(next, [password, password, password, password, 'x', '']);
  const authorization = `Basic ${Buffer.from(`AWS:${token}`).toString('base64')}`;
  const headers = { authorization, ...headersOf(next) };
  const upload = String(pick(next, ['none', ...learned.of('docker-upload-uuid'), ...learned.of('uploadId')]));
  const [method, path] = pick<readonly [string, string]>(next, [
    ['GET', ''],
    ['GET', '_catalog'],
    [pick(next, ['GET', 'HEAD', 'DELETE', 'PUT', 'PUT']), `${name}/manifests/${pick(next, references)}`],
    [
      'GET',
      `${name}/tags/list?n=${pick(next, ['1', '0', '-1', 'x', '9'.repeat(300)])}&last=${pick(next, references)}`,
    ],
    ['GET', `${name}/referrers/${pick(next, references)}?artifactType=a`],
    [pick(next, ['GET', 'HEAD']), `${name}/blobs/${pick(next, blobs)}`],
    [
      'POST',
      `${name}/blobs/uploads/${pick(next, ['', `?digest=${pick(next, blobs)}`, `?mount=${pick(next, blobs)}&from=${pick(next, names)}`])}`,
    ],
    [
      pick(next, ['GET', 'PATCH', 'PATCH', 'PUT', 'DELETE']),
      `${name}/blobs/uploads/${upload}?digest=${pick(next, blobs)}`,
    ],
    [pick(next, methods), pick(next, ['//', '../v2', 'a/b/c', '%', `${name}/blobs/uploads`, '?n=1'])],
  ]);
  const what = 'push or pull';
  if (next() < 0.05) return { what, method: 'GET', path: layerPath(next), headers, body: Buffer.alloc(0) };
  return { what, method, path: `/v2/${path}`, headers, body: bodyOf(next, method) };
}

const layerPath = (next: Chance): string =>
  `/_shipit/layers/${pick(next, ['0', 'f']).repeat(64)}/${pick(next, names)}/${pick(next, blobs)}`;

function headersOf(next: Chance): { [name: string]: string } {
  const headers: { [name: string]: string } = {};
  if (next() < 0.5) headers['content-type'] = pick(next, [ociType, indexType, 'text/plain', '']);
  if (next() < 0.1) headers['content-range'] = pick(next, ranges);
  if (next() < 0.2) headers.range = pick(next, ranges);
  if (next() < 0.05)
    headers.host = pick(next, ['999999999999.dkr.ecr.eu-west-1.amazonaws.com', 'evil.example']);
  return headers;
}

function bodyOf(next: Chance, method: string): Buffer {
  if (method === 'GET' || method === 'HEAD') return Buffer.alloc(0);
  return Buffer.from(pick(next, [...layers, ...manifests, 'first', 'y'.repeat(300_000)]));
}
