/** Serves the page to browsers of this machine, tells it what happens, and takes what its buttons ask for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Clock } from '../core/ports';
import { Clients } from './clients';
import { type Refusal, refusalOf } from './guard';
import { Tale } from './tale';

export interface PageServing {
  readonly html: string;
  /** The policy of the page, which says what may run in it. */
  readonly policy: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly token: string;
  readonly boot: string;
  /** Real time. */
  readonly clock: Clock;
  /** The time of the release: another one in a local AWS that runs fast. */
  readonly nowMs: () => number;
  /** Null for a word that is no action; else what came of it. */
  readonly act: (what: string) => Promise<object> | null;
}

export interface ServedPage {
  readonly url: string;
  tell(event: Event): void;
  /** Once what was asked for is done. */
  settled(): Promise<void>;
  /** Open pages have the last word first. */
  close(): Promise<void>;
}

const heartbeatMs = 2000;
/** How long the end waits for browsers that take their time. */
const lastWordMs = 2000;
const mostConnections = 64;
const mostActions = 4;
const mostBodyBytes = 1024;
/** Characters that are kept of what was told; then repeats go. */
const mostTold = 32 * 1024 * 1024;

export async function servePage(serving: PageServing): Promise<ServedPage> {
  const pages = new Pages(serving);
  const server = createServer(
    { maxHeaderSize: 8192, requestTimeout: 10_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 },
    (request, response) => {
      pages.answer(request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = mostConnections;
  try {
    await listen(server, serving.port);
  } catch (error) {
    // Its heartbeats would keep the process.
    pages.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/?token=${serving.token}`,
    tell: (event) => pages.tell(event),
    settled: () => pages.settled(),
    async close() {
      pages.close();
      await closed(server, serving.clock);
    },
  };
}

/** What was asked for, under way. */
interface Asked {
  readonly asked: Promise<object>;
}

class Pages {
  private readonly tale = new Tale(mostTold);
  private readonly clients: Clients;
  private readonly acting = new Set<Promise<unknown>>();
  private stopBeating: () => void = () => {};
  private isOver = false;
  private takesActions = true;

  constructor(private readonly serving: PageServing) {
    this.clients = new Clients(this.tale, serving.boot);
    this.beat();
  }

  tell(event: Event): void {
    if (this.isOver) return;
    this.tale.add(event);
    this.clients.pumpAll();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of this.headers()) response.setHeader(name, value);
    const url = addressOf(request.url ?? '');
    const refusal = url
      ? refusalOf(request, url, this.serving.token)
      : { status: 400, text: 'That is no address.' };
    if (refusal) return refuse(response, refusal);
    if (url?.pathname === '/events') return this.follow(request, response);
    if (url?.pathname === '/act') return this.act(request, response);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(this.serving.html);
  }

  /** From here on nothing new can be asked for. */
  async settled(): Promise<void> {
    this.takesActions = false;
    await Promise.all(this.acting);
  }

  close(): void {
    this.isOver = true;
    this.stopBeating();
    this.clients.end();
  }

  private beat(): void {
    this.clients.beat(this.serving.nowMs());
    this.stopBeating = this.serving.clock.after(heartbeatMs, () => this.beat());
  }

  private follow(request: IncomingMessage, response: ServerResponse): void {
    if (this.clients.isFull || this.isOver) {
      refuse(response, { status: 503, text: 'Too many pages are open.' });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', connection: 'close' });
    this.clients.add(response, oneOf(request.headers['last-event-id']));
  }

  private async act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = await this.actionOf(request);
    if ('status' in found) {
      refuse(response, found);
      return;
    }
    const settled = found.asked.then(
      (answer) => json(response, 200, answer),
      () => json(response, 500, { problems: ['shipit met something it does not know: see its terminal'] }),
    );
    this.acting.add(settled);
    await settled;
    this.acting.delete(settled);
  }

  private async actionOf(request: IncomingMessage): Promise<Asked | Refusal> {
    if (this.acting.size >= mostActions || !this.takesActions)
      return { status: 429, text: 'Too much is asked for at once.' };
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return { status: 415, text: 'This takes JSON.' };
    const what = whatOf(await bodyOf(request));
    const asked = what === null ? null : this.serving.act(what);
    return asked ? { asked } : { status: 400, text: 'That is no action.' };
  }

  /** What no page of others may do with this one: frame it, guess its type, learn its address. */
  private headers(): [string, string][] {
    return [
      ['content-security-policy', `${this.serving.policy}; frame-ancestors 'none'`],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-resource-policy', 'same-origin'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cache-control', 'no-store'],
    ];
  }
}

/** Null for what is no path: a browser sends one, and only a proxy is asked for more. */
function addressOf(path: string): URL | null {
  const base = 'http://127.0.0.1';
  return /^\/(?!\/)/.test(path) && URL.canParse(path, base) ? new URL(path, base) : null;
}

const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

function refuse(response: ServerResponse, { status, text, headers = {} }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...headers,
  });
  response.end(`${text}\n`);
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** Null when it is more than any action needs. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** `{"what":"pause"}`. */
function whatOf(body: string | null): string | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    const what = typeof value === 'object' && value !== null && 'what' in value ? value.what : null;
    return typeof what === 'string' ? what : null;
  } catch {
    return null;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(
        taken
          ? new ShipitError('portInUse', `the page cannot have port ${port}: ${error.code}`, {
              hint: 'Choose another with --web-port, or leave it out for any free one.',
            })
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function closed(server: Server, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(lastWordMs, () => server.closeAllConnections());
    server.close(() => {
      cancel();
      resolve();
    });
    server.closeIdleConnections();
  });
}
