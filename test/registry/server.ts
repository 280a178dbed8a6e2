/** A small registry on loopback, as the OCI distribution specification has it, that can be told to misbehave. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** True when the request was answered, or will never be. */
type Play = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

interface Upload {
  bytes: Buffer;
}

type Guard = 'nobody' | 'basic' | 'bearer';

export class TestRegistry {
  readonly blobs = new Map<string, Buffer>();
  readonly manifests = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  /** `METHOD /path`, in order. */
  readonly asked: string[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  readonly uploads = new Map<string, Upload>();
  /** Comes before everything else. */
  play: Play = () => false;
  guard: Guard = 'nobody';
  /** Tags of it do not move. */
  immutable = false;
  host = '';
  private count = 0;

  async serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? '/', 'http://x');
    this.asked.push(`${request.method} ${url.pathname}${url.search}`);
    this.headers.push(request.headers);
    if (await this.play(request, response)) return;
    if (url.pathname === '/token') return this.token(request, response);
    if (!this.letsIn(request)) return this.challenge(response, url.pathname);
    const [, name = '', kind = '', rest = ''] =
      /^\/v2\/(.+?)\/(blobs\/uploads|blobs|manifests)\/(.*)$/.exec(url.pathname) ?? [];
    const at = { request, response, url, name, rest };
    if (kind === 'manifests') await this.manifest(at);
    else if (kind === 'blobs/uploads') await this.upload(at);
    else if (kind === 'blobs') this.blob(at);
    else response.writeHead(404).end();
  }

  private letsIn({ headers }: IncomingMessage): boolean {
    if (this.guard === 'nobody') return true;
    return headers.authorization === (this.guard === 'basic' ? basicOf('ann', 's3cret') : 'Bearer good');
  }

  private challenge(response: ServerResponse, path: string): void {
    const name = /^\/v2\/(.+?)\/(?:blobs|manifests)/.exec(path)?.[1] ?? '';
    const bearer = `Bearer realm="http://${this.host}/token",service="test",scope="repository:${name}:pull"`;
    response.setHeader('www-authenticate', this.guard === 'basic' ? 'Basic realm="test"' : bearer);
    fail(response, 401, 'UNAUTHORIZED');
  }

  private token({ headers }: IncomingMessage, response: ServerResponse): void {
    const isWrong = headers.authorization !== undefined && headers.authorization !== basicOf('ann', 's3cret');
    if (isWrong) fail(response, 401, 'UNAUTHORIZED');
    else response.end(JSON.stringify({ token: 'good', expires_in: 300 }));
  }

  private async manifest({ request, response, name, rest }: At): Promise<void> {
    const key = `${name} ${rest}`;
    const found = this.manifests.get(key);
    if (request.method === 'PUT') {
      const bytes = await bodyOf(request);
      if (this.immutable && found && !found.bytes.equals(bytes)) return fail(response, 400, 'TAG_INVALID');
      const digest = digestOf(bytes);
      const kept = { type: request.headers['content-type'] ?? '', bytes };
      this.manifests.set(key, kept);
      this.manifests.set(`${name} ${digest}`, kept);
      response.writeHead(201, { 'docker-content-digest': digest }).end();
      return;
    }
    if (!found) return fail(response, 404, 'MANIFEST_UNKNOWN');
    const digest = digestOf(found.bytes);
    response.writeHead(200, { 'content-type': found.type, 'docker-content-digest': digest }).end(found.bytes);
  }

  private blob({ request, response, name, rest }: At): void {
    const bytes = this.blobs.get(`${name} ${rest}`);
    if (!bytes) {
      fail(response, 404, 'BLOB_UNKNOWN');
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const range = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(from > 0 ? 206 : 200, {
      'content-length': bytes.length - from,
      ...(from > 0 ? range : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes.subarray(from));
  }

  private async upload({ request, response, url, name, rest }: At): Promise<void> {
    if (request.method === 'POST') return this.begin(response, url, name);
    const upload = this.uploads.get(rest);
    if (!upload) return fail(response, 404, 'BLOB_UPLOAD_UNKNOWN');
    const location = `/v2/${name}/blobs/uploads/${rest}?state=${upload.bytes.length}%3D`;
    if (request.method === 'GET') {
      response.writeHead(204, { location, range: rangeOf(upload) }).end();
      return;
    }
    const from = /^(\d+)-/.exec(request.headers['content-range'] ?? '')?.[1];
    if (from !== undefined && Number(from) !== upload.bytes.length)
      return fail(response, 416, 'RANGE_INVALID');
    // What has arrived stays, also when the connection breaks.
    for await (const chunk of request as AsyncIterable<Buffer>)
      upload.bytes = Buffer.concat([upload.bytes, chunk]);
    if (request.method === 'PATCH') {
      response.writeHead(202, { location, range: rangeOf(upload) }).end();
      return;
    }
    const digest = url.searchParams.get('digest') ?? '';
    if (digestOf(upload.bytes) !== digest) return fail(response, 400, 'DIGEST_INVALID');
    this.blobs.set(`${name} ${digest}`, upload.bytes);
    response.writeHead(201, { 'docker-content-digest': digest }).end();
  }

  private begin(response: ServerResponse, url: URL, name: string): void {
    const digest = url.searchParams.get('mount');
    const there = this.blobs.get(`${url.searchParams.get('from')} ${digest}`);
    if (there) {
      this.blobs.set(`${name} ${digest}`, there);
      response.writeHead(201).end();
      return;
    }
    this.count += 1;
    this.uploads.set(`u${this.count}`, { bytes: Buffer.alloc(0) });
    response.writeHead(202, { location: `/v2/${name}/blobs/uploads/u${this.count}?state=0%3D` }).end();
  }
}

interface At {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly name: string;
  readonly rest: string;
}

const rangeOf = ({ bytes }: Upload): string => `0-${Math.max(0, bytes.length - 1)}`;

const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(JSON.stringify({ errors: [{ code, message: 'said by the test' }] }));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** One for each test, gone after it. */
export function testRegistry(): () => TestRegistry {
  let registry = new TestRegistry();
  let close = (): void => undefined;
  beforeEach(async () => {
    const one = new TestRegistry();
    const server = createServer((request, response) => {
      one.serve(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    one.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    registry = one;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterEach(() => close());
  return () => registry;
}
