/**
 * The Lambda Runtime API of one execution environment, on a port of its own, so that whoever calls is known by where
 * it calls. Wire: docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html. Both sides keep their socket open.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { responseLimit, streamLimit } from './failure';

export interface RuntimeEvents {
  /** The process asks for work. */
  ready(): void;
  /** A piece of a streamed response. */
  piece(piece: RuntimePiece): void;
  /** An answer to the invocation with this id; `failed` when it came as an error. */
  answered(answer: RuntimeAnswer): void;
  /** The process cannot start. */
  initFailed(body: Buffer): void;
}

export interface RuntimePiece {
  readonly requestId: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface RuntimeAnswer {
  readonly requestId: string;
  readonly failed: boolean;
  /** The response, or the error. Of a response that was streamed, the error that ended it, else empty. */
  readonly body: Buffer;
  readonly streamed: boolean;
  /** More came than Lambda takes. */
  readonly tooLarge: boolean;
  /** Bytes that the process has logged since it started; null when it does not say. */
  readonly loggedBytes: number | null;
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

/** Of the header or trailer block of one request; errors of streams come in trailers. */
const headerLimit = 1_048_576;

export async function openRuntimeApi(events: RuntimeEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | null = null;
  let address = '';
  const server = createServer({ maxHeaderSize: headerLimit }, (request, response) => {
    const route = request.headers.host === address ? routeOf(request) : null;
    if (route === null) return refuse(response);
    const wait = (): void => {
      waiting = response;
      events.ready();
    };
    if (route === 'next') wait();
    else receive(request, response, { route, events, wait });
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

interface Receiver {
  readonly route: Exclude<Route, 'next'>;
  readonly events: RuntimeEvents;
  readonly wait: () => void;
}

/** A runtime client of ours asks for its next work along with its answer, which spares every invocation a round trip. */
function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { route, events, wait }: Receiver,
): void {
  const { headers } = request;
  const streamed =
    route !== 'init' && !route.failed && headers['lambda-runtime-function-response-mode'] === 'streaming';
  const limit = streamed ? streamLimit : responseLimit;
  const contentType = headers['content-type'] ?? 'application/octet-stream';
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (bytes: Buffer) => {
    size += bytes.length;
    if (size > limit) return;
    if (streamed) events.piece({ requestId: route.requestId, contentType, bytes });
    else chunks.push(bytes);
  });
  request.on('end', () => {
    const tooLarge = size > limit;
    const goesOn = headers['shipit-next'] !== undefined && !tooLarge;
    if (tooLarge) exceeded(response, limit);
    else if (!goesOn) response.writeHead(202, { 'content-length': 0 }).end();
    const body = Buffer.concat(chunks);
    if (route === 'init') return events.initFailed(body);
    const answer = { ...route, body, streamed, tooLarge, ...reportOf(request) };
    events.answered(streamed ? { ...answer, ...endOf(request) } : answer);
    if (goesOn) wait();
  });
}

/** What this project's own runtime clients say besides, in a header or a trailer. */
function reportOf({
  headers,
  trailers,
}: IncomingMessage): Pick<RuntimeAnswer, 'loggedBytes' | 'maxMemoryKb'> {
  const said = headers['shipit-report'] ?? trailers['shipit-report'];
  if (said === undefined) return { loggedBytes: null, maxMemoryKb: 0 };
  const [loggedBytes = 0, maxMemoryKb = 0] = String(said).split(' ').map(Number);
  return { loggedBytes, maxMemoryKb };
}

/** A stream that breaks off says so in its trailers. */
function endOf({ trailers }: IncomingMessage): Pick<RuntimeAnswer, 'failed' | 'body'> {
  const type = trailers['lambda-runtime-function-error-type'];
  const body = Buffer.from(trailers['lambda-runtime-function-error-body'] ?? '', 'base64');
  if (type === undefined && body.length === 0) return { failed: false, body };
  const errorType = type ?? 'Runtime.Unknown';
  return {
    failed: true,
    body: body.length > 0 ? body : Buffer.from(JSON.stringify({ errorType, errorMessage: '' })),
  };
}

function exceeded(response: ServerResponse, limit: number): void {
  const body = JSON.stringify({
    errorMessage: `Exceeded maximum allowed payload size (${limit} bytes).`,
    errorType: 'RequestEntityTooLarge',
  });
  response.writeHead(413, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
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
