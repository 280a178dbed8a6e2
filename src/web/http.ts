import { lookup } from 'node:dns';
import { request as askHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as askHttps } from 'node:https';
import { closedTo, isClosed, openOnly } from '../core/addresses';
import { ShipitError } from '../core/errors';
import type { Clock, Web, WebAnswer, WebRequest } from '../core/ports';

/** Of a request that says nothing else. */
const fewBytes = 1024 * 1024;

/**
 * Each request has a connection of its own. What is said of one that failed names the host alone: the rest of an address
 * may be what lets somebody in.
 */
export function createWeb(clock: Pick<Clock, 'after'>): Web {
  return {
    async request(request) {
      const url = checked(request.url);
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      const cancel = clock.after(request.timeoutMs, abort);
      request.stop?.addEventListener('abort', abort);
      if (request.stop?.aborted) abort();
      try {
        return await exchange(url, request, controller.signal);
      } catch (error) {
        throw controller.signal.aborted ? ended(url, request) : wrong(url, error);
      } finally {
        cancel();
        request.stop?.removeEventListener('abort', abort);
      }
    },
  };
}

function checked(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ShipitError('refused', 'the address is no http(s) address', {
      hint: 'Write it with https://.',
    });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isClosed(host)) throw closedTo(host);
  return url;
}

function exchange(url: URL, request: WebRequest, signal: AbortSignal): Promise<WebAnswer> {
  const { method, headers, body, mostBytes = fewBytes } = request;
  const options: RequestOptions = {
    method,
    headers,
    signal,
    agent: false,
    lookup: openOnly(lookup),
  };
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? askHttps : askHttp)(url, options);
    sent.once('response', (response) => {
      readAnswer(response, mostBytes).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

async function readAnswer(response: IncomingMessage, mostBytes: number): Promise<WebAnswer> {
  const chunks: Buffer[] = [];
  let left = mostBytes;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    // Leaving the loop closes the connection.
    if (left <= 0) break;
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') };
}

function ended({ host }: URL, { timeoutMs, stop }: WebRequest): ShipitError {
  if (stop?.aborted) return new ShipitError('interrupted', `stopped while waiting for ${host}`);
  const hint = 'Look whether it is well, or give it more time.';
  return new ShipitError('timedOut', `${host} did not answer within ${timeoutMs / 1000} s`, { hint });
}

/** What Node says of a method or a header that cannot be sent. */
const unsendable = ['ERR_INVALID_CHAR', 'ERR_INVALID_HTTP_TOKEN', 'ERR_HTTP_INVALID_HEADER_VALUE'];

function wrong({ host }: URL, error: unknown): unknown {
  if (error instanceof ShipitError) return error;
  const { code = '', name } = error as NodeJS.ErrnoException;
  if (unsendable.includes(code))
    return new ShipitError('refused', `the request to ${host} has a method or a header that cannot be sent`, {
      hint: 'Correct `method` and `headers` of the address.',
    });
  if (code === '' || name === 'TypeError') return error;
  return new ShipitError('unavailable', `${host} could not be asked: ${code}`, {
    hint: 'Check the address, and whether this machine may reach it.',
  });
}
