import { lookup } from 'node:dns';
import {
  Agent,
  request as askHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as askHttps, Agent as SecureAgent } from 'node:https';
import { closedTo, isClosed, openOnly } from '../core/addresses';
import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';
import { untilOrSilent } from './silence';

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly headers: Readonly<{ [name: string]: string }>;
  readonly body: Body | null;
}

/** What is sent, and of which length: a registry need not guess where it ends. */
export interface Body {
  readonly bytes: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly url: URL;
  /** To be read to its end, or left with `drop`. */
  readonly body: AsyncIterable<Uint8Array>;
  drop(): void;
}

/** Rather read than thrown away with its connection. */
const shortBytes = 16_384;

export type Exchange = (request: HttpRequest) => Promise<Answer>;

/** Connections are kept and used again. Nobody is waited for longer than `silenceMs` without hearing a byte. */
export function createExchange(clock: Pick<Clock, 'after'>, silenceMs: number): Exchange {
  const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) };
  return async (request) => {
    const { url, body } = request;
    if (isClosed(url.hostname.replace(/^\[|\]$/g, ''))) throw closedTo(url.hostname);
    const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
    const sent = open(request, agent);
    const wait = { clock, silenceMs, host: url.host, end: (error: Error) => void sent.destroy(error) };
    const answered = answerOf(sent);
    const feeding = feed({ sent, answered: answered.then(() => undefined) }, body, wait);
    feeding.catch((error: Error) => sent.destroy(error));
    try {
      // It may answer before it has heard all, so nobody waits for the end of the one to hear the other.
      const response = await Promise.race([answered, feeding.then(() => untilOrSilent(wait, answered))]);
      return toAnswer({ sent, response, url }, wait);
    } catch (error) {
      throw networkError(url.host, error);
    }
  };
}

function open({ url, method, headers, body }: HttpRequest, agent: Agent): ClientRequest {
  const length = body === null ? {} : { 'content-length': String(body.bytes) };
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...length },
    agent,
    lookup: openOnly(lookup),
  };
  return (url.protocol === 'https:' ? askHttps : askHttp)(url, options);
}

type Wait = Parameters<typeof untilOrSilent>[0] & { readonly host: string };

function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.on('error', reject);
    sent.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
  answered.catch(() => undefined);
  return answered;
}

interface Said {
  readonly sent: ClientRequest;
  /** Also when there will be none. */
  readonly answered: Promise<void>;
}

/** Ends early when the other side has heard enough. */
async function feed({ sent, answered }: Said, body: Body | null, wait: Wait): Promise<void> {
  let isOver = false;
  const over = answered
    .catch(() => undefined)
    .then(() => {
      isOver = true;
    });
  let left = body?.bytes ?? 0;
  for await (const chunk of body?.read() ?? []) {
    if (isOver) return;
    left -= chunk.length;
    if (left < 0) throw new ShipitError('badArtifact', 'a blob is longer than it should be');
    if (!sent.write(chunk)) await untilOrSilent(wait, Promise.race([once(sent, 'drain'), over]));
  }
  if (left > 0) throw new ShipitError('badArtifact', 'a blob is shorter than it should be');
  sent.end();
}

const once = (sent: ClientRequest, event: 'drain'): Promise<void> =>
  new Promise((resolve) => void sent.once(event, resolve));

interface Heard {
  readonly sent: ClientRequest;
  readonly response: IncomingMessage;
  readonly url: URL;
}

function toAnswer({ sent, response, url }: Heard, wait: Wait): Answer {
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    url,
    body: chunksOf(sent, response, wait),
    drop: () => {
      response.on('error', () => undefined);
      const isShort = sent.method === 'HEAD' || Number(response.headers['content-length']) <= shortBytes;
      if (isShort && sent.writableFinished) response.resume();
      else sent.destroy();
    },
  };
}

/** Whoever leaves before the end closes the connection; a connection on which not all was said is of no use any more. */
async function* chunksOf(
  sent: ClientRequest,
  response: IncomingMessage,
  wait: Wait,
): AsyncGenerator<Uint8Array> {
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (let next = await untilOrSilent(wait, chunks.next()); next.done !== true; ) {
      yield next.value;
      next = await untilOrSilent(wait, chunks.next());
    }
  } catch (error) {
    throw networkError(wait.host, error);
  } finally {
    if (!response.complete || !sent.writableFinished) sent.destroy();
  }
}

function networkError(host: string, error: unknown): unknown {
  if (error instanceof ShipitError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === '') return error;
  return new ShipitError('unavailable', `${host} could not be asked: ${code}`, {
    hint: 'Check the name of the registry, and whether this machine may reach it.',
  });
}
