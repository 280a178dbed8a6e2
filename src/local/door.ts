/** The listening socket: on loopback only, closed to web pages, and open before there is anything to serve behind it. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { linger } from './wire/linger';

export interface Door {
  readonly port: number;
  /** Until this is called requests are answered with 503. */
  enter(handler: (message: IncomingMessage, response: ServerResponse) => Promise<void>): void;
  close(): Promise<void>;
}

type Handler = Parameters<Door['enter']>[0];

/** For a request to arrive, with its body. */
const arrivalMs = 5 * 60_000;

/** This machine, and what ECR calls a registry: that name belongs to AWS, so no page of somebody else can be behind it. */
const local = /^(127\.0\.0\.1|localhost|\d{12}\.dkr\.ecr\.[a-z0-9-]{1,40}\.amazonaws\.com)(:\d{1,5})?$/;

/** Rejects with code `EADDRINUSE` when the port is taken. */
export async function openDoor(port: number): Promise<Door> {
  let handler: Handler | null = null;
  const server = createServer(
    { requestTimeout: arrivalMs },
    guarded(() => handler),
  );
  // Idle ones stay: a client that was busy meanwhile would write its next request into one that is being closed.
  server.keepAliveTimeout = 0;
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    enter(next) {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Browsers say from where they come: in Origin, which pictures and scripts go without, and in Sec-Fetch-Site, where another
 * port of this machine is the same site. What somebody has typed, and programs, come from nowhere.
 */
function isForeign({ headers }: IncomingMessage): boolean {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers;
  return !local.test(host) || origin !== undefined || (site !== 'none' && site !== 'same-origin');
}

function guarded(current: () => Handler | null): RequestListener {
  return (message, response) => {
    const handler = current();
    if (isForeign(message))
      return turnAway(response, 403, 'The local AWS answers to programs on this machine only');
    if (!handler) return turnAway(response, 503, 'The local AWS is starting');
    handler(message, response).catch(() => response.destroy());
  };
}

export function turnAway(response: ServerResponse, status: number, why: string): void {
  linger(response.req);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message: why }));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
