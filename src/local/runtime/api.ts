/**
 * The Lambda Runtime API of one execution environment, on a port of its own, so that whoever calls is known by where
 * it calls. Wire: docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. Both sides keep their socket open.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RuntimeEvents {
  /** The process asks for work. */
  ready(): void;
  /** An answer to the invocation with this id; `failed` when it came as an error. */
  answered(answer: RuntimeAnswer): void;
  /** The process cannot start. */
  initFailed(body: Buffer): void;
}

export interface RuntimeAnswer {
  readonly requestId: string;
  readonly failed: boolean;
  readonly body: Buffer;
  /** Bytes that the process has logged since it started; 0 when it does not say. */
  readonly loggedBytes: number;
  /** Most memory it ever had, KB; 0 when it does not say. */
  readonly maxMemoryKb: number;
}

export interface RuntimeApi {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** Answers the question for work that is waiting; only after `ready`. */
  deliver(headers: { [name: string]: string }, payload: Uint8Array): void;
  close(): void;
}

/** Lambda takes this much more than the 6 MB that it promises. */
export const responseLimit = 6_291_556;

export async function openRuntimeApi(events: RuntimeEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | null = null;
  let address = '';
  const server = createServer((request, response) => {
    const route = request.headers.host === address ? routeOf(request) : null;
    if (route === null) return refuse(response);
    if (route !== 'next') return receive(request, response, { route, events });
    waiting = response;
    events.ready();
  });
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  await listen(server);
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    deliver(headers, payload) {
      waiting?.writeHead(200, {
        'content-type': 'application/json',
        ...headers,
        'content-length': payload.length,
      });
      waiting?.end(payload);
      waiting = null;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Route = 'next' | 'init' | { readonly requestId: string; readonly failed: boolean };

const answerUrl = /^\/2018-06-01\/runtime\/invocation\/([0-9a-f-]{36})\/(response|error)$/;

/** A web page in a browser can reach this port too; it always says where it comes from. */
function routeOf({ method, url = '', headers }: IncomingMessage): Route | null {
  if (headers.origin !== undefined) return null;
  if (method === 'GET') return url === '/2018-06-01/runtime/invocation/next' ? 'next' : null;
  if (method !== 'POST') return null;
  if (url === '/2018-06-01/runtime/init/error') return 'init';
  const [, requestId, kind] = answerUrl.exec(url) ?? [];
  return requestId === undefined ? null : { requestId, failed: kind === 'error' };
}

function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { route, events }: { route: Exclude<Route, 'next'>; events: RuntimeEvents },
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    if (size <= responseLimit) chunks.push(chunk);
    size += chunk.length;
  });
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    response.writeHead(202, { 'content-length': 0 }).end();
    if (route === 'init') return events.initFailed(body);
    const [loggedBytes = 0, maxMemoryKb = 0] = String(request.headers['shipit-report'] ?? '0 0')
      .split(' ')
      .map(Number);
    events.answered({ ...route, body, loggedBytes, maxMemoryKb });
  });
}

function refuse(response: ServerResponse): void {
  response.writeHead(404, { 'content-length': 0 }).end();
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
}
